using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>The types of TorchSharp's API that a model is read by, whichever engine they come from.</summary>
internal sealed class TorchTypes
{
    private readonly INamedTypeSymbol linear, embedding, conv1d, conv2d, layerNorm, groupNorm, normBase, moduleList, moduleDict;

    private TorchTypes(Compilation compilation, INamedTypeSymbol module)
    {
        INamedTypeSymbol Type(string name) =>
            compilation.GetTypeByMetadataName("TorchSharp." + name) ?? compilation.GetSpecialType(SpecialType.System_Void);

        Module = module;
        Tensor = Type("torch+Tensor");
        TensorModule = Construct(Type("torch+nn+Module`2"));
        TensorInterface = Construct(Type("torch+nn+IModule`2"));
        linear = Type("Modules.Linear");
        embedding = Type("Modules.Embedding");
        conv1d = Type("Modules.Conv1d");
        conv2d = Type("Modules.Conv2d");
        layerNorm = Type("Modules.LayerNorm");
        groupNorm = Type("Modules.GroupNorm");
        normBase = Type("Modules.NormBase");
        Sequential = Type("Modules.Sequential");
        moduleList = Type("Modules.ModuleList`1");
        moduleDict = Type("Modules.ModuleDict`1");

        INamedTypeSymbol Construct(INamedTypeSymbol open) => open.Arity == 2 ? open.Construct(Tensor, Tensor) : open;
    }

    /// <summary><c>torch.nn.Module</c>.</summary>
    public INamedTypeSymbol Module { get; }

    /// <summary><c>torch.Tensor</c>.</summary>
    public INamedTypeSymbol Tensor { get; }

    /// <summary><c>torch.nn.Module&lt;Tensor, Tensor&gt;</c>.</summary>
    public INamedTypeSymbol TensorModule { get; }

    /// <summary><c>torch.nn.IModule&lt;Tensor, Tensor&gt;</c>.</summary>
    public INamedTypeSymbol TensorInterface { get; }

    /// <summary><c>Sequential</c> of layers from tensor to tensor.</summary>
    public INamedTypeSymbol Sequential { get; }

    /// <summary>The types, or null where the compilation has no TorchSharp.</summary>
    public static TorchTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is { } module ? new TorchTypes(compilation, module) : null;

    public bool IsModule(ITypeSymbol type) => DerivesFrom(type, Module) || IsTensorInterface(type);

    public bool IsTensorModule(ITypeSymbol type) => DerivesFrom(type, TensorModule);

    public bool IsSequential(ITypeSymbol type) => DerivesFrom(type, Sequential);

    public bool IsTensorInterface(ITypeSymbol type) => Same(type, TensorInterface);

    /// <summary>Whether <paramref name="type"/> is part of the engine and so has no model source.</summary>
    public bool IsTorch(ITypeSymbol type) => Same(type.ContainingAssembly, Module.ContainingAssembly);

    /// <summary>The element type of a <c>ModuleList</c>, else null.</summary>
    public ITypeSymbol? ListElement(ITypeSymbol type) => Argument(type, moduleList);

    /// <summary>The value type of a <c>ModuleDict</c>, else null.</summary>
    public ITypeSymbol? DictElement(ITypeSymbol type) => Argument(type, moduleDict);

    /// <summary>The kind of TorchSharp's own layers; <see cref="Model.LayerKind.Other"/> for every other type.</summary>
    public Model.LayerKind KindOf(ITypeSymbol type) =>
        Same(type, linear) ? Model.LayerKind.Linear
        : Same(type, embedding) ? Model.LayerKind.Embedding
        : Same(type, conv1d) ? Model.LayerKind.Conv1d
        : Same(type, conv2d) ? Model.LayerKind.Conv2d
        : Same(type, layerNorm) || Same(type, groupNorm) || DerivesFrom(type, normBase) ? Model.LayerKind.Norm
        : Same(type, TensorModule) || IsTensorInterface(type) ? Model.LayerKind.Dynamic
        : Model.LayerKind.Other;

    private static ITypeSymbol? Argument(ITypeSymbol type, INamedTypeSymbol open)
    {
        for (var t = type as INamedTypeSymbol; t is not null; t = t.BaseType)
        {
            if (Same(t.OriginalDefinition, open))
                return t.TypeArguments[0];
        }
        return null;
    }

    private static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol ancestor)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(t => DerivesFrom(t, ancestor));
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (Same(t, ancestor))
                return true;
        }
        return false;
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
