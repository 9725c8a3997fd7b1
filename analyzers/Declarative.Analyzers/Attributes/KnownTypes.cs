using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>The types of the library and of TorchSharp that the rules ask about; made once per compilation.</summary>
internal sealed class KnownTypes
{
    private readonly INamedTypeSymbol? init;

    private KnownTypes(INamedTypeSymbol adapterAttribute, INamedTypeSymbol module, INamedTypeSymbol tensor, INamedTypeSymbol? init)
    {
        AdapterAttribute = adapterAttribute;
        Module = module;
        Tensor = tensor;
        this.init = init;
    }

    /// <summary>The base of every adapter attribute.</summary>
    public INamedTypeSymbol AdapterAttribute { get; }

    /// <summary><c>torch.nn.Module</c>.</summary>
    public INamedTypeSymbol Module { get; }

    /// <summary><c>torch.Tensor</c>.</summary>
    public INamedTypeSymbol Tensor { get; }

    /// <summary>The types, or null where the compilation refers to neither the library nor TorchSharp.</summary>
    public static KnownTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Declarative.AdapterAttribute") is { } adapterAttribute
        && compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is { } module
        && compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor") is { } tensor
            ? new KnownTypes(adapterAttribute, module, tensor, compilation.GetTypeByMetadataName("TorchSharp.torch+nn+init"))
            : null;

    /// <summary>Whether the type is <c>torch.nn.Module</c> or derives from it.</summary>
    public bool IsModule(ITypeSymbol? type) => Inherits(type, Module);

    /// <summary>Whether the type is <c>torch.Tensor</c> or derives from it, as <c>Parameter</c> does.</summary>
    public bool IsTensor(ITypeSymbol? type) => Inherits(type, Tensor);

    /// <summary>Whether the method's result is a tensor or holds one: a tuple, an array, a task of tensors.</summary>
    public bool GivesTensor(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => GivesTensor(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => named.TypeArguments.Any(GivesTensor),
        _ => IsTensor(type),
    };

    /// <summary>Whether a field or property holds a layer: null where it does not, else whether the layer is a linear one.</summary>
    public bool? LayerTypeOf(ISymbol member)
    {
        var type = member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type;
        return type is null || member.IsStatic || !IsModule(type) ? null : type.Name is "Linear" or "Module";
    }

    /// <summary>Whether the method is one of <c>torch.nn.init</c>.</summary>
    public bool IsInitialiser(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, init);

    /// <summary>Whether the symbol belongs to TorchSharp (or the engine in its place).</summary>
    public bool IsTorch(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Module.ContainingAssembly);

    /// <summary>Whether the symbol belongs to the library.</summary>
    public bool IsLibrary(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, AdapterAttribute.ContainingAssembly);

    /// <summary>Whether the assembly is part of .NET, which knows no layers and so never calls one.</summary>
    public static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly?.Name is "mscorlib" or "netstandard" or "System"
        || assembly?.Name.StartsWith("System.", StringComparison.Ordinal) == true;

    private static bool Inherits(ITypeSymbol? type, INamedTypeSymbol from)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from))
                return true;
        }
        return false;
    }
}
