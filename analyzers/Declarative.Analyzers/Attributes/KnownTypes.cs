using Declarative.Analyzers.Reach;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>The types of the library and of TorchSharp that the rules ask about; made once per compilation.</summary>
internal sealed class KnownTypes
{
    private readonly INamedTypeSymbol adapterAttribute;
    private readonly INamedTypeSymbol? init;

    private KnownTypes(INamedTypeSymbol adapterAttribute, TorchTypes torch, INamedTypeSymbol? init)
    {
        this.adapterAttribute = adapterAttribute;
        Torch = torch;
        this.init = init;
    }

    /// <summary>The types that the generator reads a model by.</summary>
    public TorchTypes Torch { get; }

    /// <summary>The types, or null where the compilation does not refer to both the library and TorchSharp.</summary>
    public static KnownTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Declarative.AdapterAttribute") is { } adapterAttribute && ModelSource.Of(compilation) is { } source
            ? new KnownTypes(adapterAttribute, source.Torch, compilation.GetTypeByMetadataName("TorchSharp.torch+nn+init"))
            : null;

    /// <summary>Whether the type is <c>torch.Tensor</c> or derives from it, as <c>Parameter</c> does.</summary>
    public bool IsTensor(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, Torch.Tensor))
                return true;
        }
        return false;
    }

    /// <summary>Whether a value of the type is a tensor or holds one: a tuple, an array, a task of tensors.</summary>
    public bool GivesTensor(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => GivesTensor(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => named.TypeArguments.Any(GivesTensor),
        _ => IsTensor(type),
    };

    /// <summary>
    /// What a value of the type can be to a target: the layer, something that holds layers of one kind (a list, a dictionary)
    /// or of several (a tuple of two), or null for neither.
    /// </summary>
    public AliasKind? HeldBy(ITypeSymbol? type) => type switch
    {
        null => null,
        IArrayTypeSymbol array => Holder([array.ElementType]),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named when IsModuleContainer(type) || !Torch.IsModule(type) => Holder(named.TypeArguments),
        _ when Torch.IsSequential(type) => AliasKind.List,
        _ => Torch.IsModule(type) ? AliasKind.Layer : null,
    };

    private AliasKind? Holder(IEnumerable<ITypeSymbol> parts)
    {
        var held = parts.Select(HeldBy).Where(static kind => kind is not null).ToList();
        return held.Count switch
        {
            0 => null,
            1 when held[0] != AliasKind.Mix => AliasKind.List,
            _ => AliasKind.Mix,
        };
    }

    private bool IsModuleContainer(ITypeSymbol type) => Torch.ListElement(type) is not null || Torch.DictElement(type) is not null;

    /// <summary>Whether the method is one of <c>torch.nn.init</c>.</summary>
    public bool IsInitialiser(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, init);

    /// <summary>Whether the symbol belongs to TorchSharp (or the engine in its place).</summary>
    public bool IsTorch(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Torch.Module.ContainingAssembly);

    /// <summary>Whether the symbol belongs to the library.</summary>
    public bool IsLibrary(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, adapterAttribute.ContainingAssembly);

    /// <summary>Whether the assembly is part of .NET, which knows no layers and so never calls one.</summary>
    public static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly?.Name is "mscorlib" or "netstandard" or "System"
        || assembly?.Name.StartsWith("System.", StringComparison.Ordinal) == true;
}
