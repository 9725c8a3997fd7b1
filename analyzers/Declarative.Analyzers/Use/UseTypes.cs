using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>What a body that uses adapters is read by: sets, models, optimizers, and the calls that matter. Made once per compilation.</summary>
internal sealed class UseTypes
{
    private readonly KnownTypes types;
    private readonly INamedTypeSymbol set, optimizer, parameter;
    private readonly INamedTypeSymbol? moves;

    private UseTypes(KnownTypes types, INamedTypeSymbol set, INamedTypeSymbol optimizer, INamedTypeSymbol parameter, INamedTypeSymbol? moves)
    {
        this.types = types;
        this.set = set;
        this.optimizer = optimizer;
        this.parameter = parameter;
        this.moves = moves;
    }

    /// <summary>The types; null where the compilation does not refer to both the library and TorchSharp.</summary>
    public static UseTypes? Find(Compilation compilation) =>
        KnownTypes.Find(compilation) is { } types
        && compilation.GetTypeByMetadataName("Declarative.AdapterSet") is { } set
        && compilation.GetTypeByMetadataName("TorchSharp.torch+optim+Optimizer") is { } optimizer
        && compilation.GetTypeByMetadataName("TorchSharp.Modules.Parameter") is { } parameter
            ? new UseTypes(types, set, optimizer, parameter, compilation.GetTypeByMetadataName("TorchSharp.ModuleExtensionMethods"))
            : null;

    /// <summary>The types that the other rules go by.</summary>
    public KnownTypes Known => types;

    /// <summary>Whether the operation uses a member of <c>AdapterSet</c>.</summary>
    public bool IsOfSet(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsSet(call.TargetMethod.ContainingType),
        IPropertyReferenceOperation property => IsSet(property.Property.ContainingType),
        _ => false,
    };

    /// <summary>Whether the type is <c>AdapterSet</c>.</summary>
    public bool IsSet(ITypeSymbol? type) => Same(type, set);

    /// <summary>Whether the type is an optimizer's.</summary>
    public bool IsOptimizer(ITypeSymbol? type) => DerivesFrom(type, optimizer);

    /// <summary>Whether a value of the type is followed from place to place.</summary>
    public bool IsFollowed(ITypeSymbol? type) =>
        type is { IsReferenceType: true, SpecialType: SpecialType.None } && !types.IsTensor(type);

    /// <summary>Whether the call makes a set: <c>Attach</c> or <c>LoadPretrained</c>.</summary>
    public bool Attaches(IInvocationOperation call) => IsSet(call.TargetMethod.ContainingType) && call.TargetMethod is { IsStatic: true, Name: "Attach" or "LoadPretrained" };

    /// <summary>Whether the call gives the parameters of a module.</summary>
    public bool GivesParameters(IInvocationOperation call) =>
        call.TargetMethod.Name is "parameters" or "named_parameters" && IsOfModule(call.TargetMethod);

    /// <summary>Whether the call may replace the parameters of a module: <c>to</c>, <c>cuda</c>, <c>half</c>.</summary>
    public bool Moves(IInvocationOperation call) => Same(call.TargetMethod.ContainingType, moves);

    /// <summary>Whether the call writes or reads a file of a module.</summary>
    public bool UsesFile(IInvocationOperation call) => call.TargetMethod.Name is "save" or "load" && IsOfModule(call.TargetMethod);

    /// <summary>Whether the call is a step of an optimizer.</summary>
    public bool Steps(IInvocationOperation call) => call.TargetMethod.Name == "step" && IsOptimizer(call.TargetMethod.ContainingType);

    /// <summary>Whether the call is a backward pass.</summary>
    public bool GoesBackward(IInvocationOperation call) => call.TargetMethod.Name == "backward" && types.IsTorch(call.TargetMethod);

    /// <summary>Whether the value is a sequence of parameters, with or without their names.</summary>
    public bool IsParameters(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsParameter(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: 1 } items } => IsParameter(items[0]),
        _ => false,
    };

    private bool IsParameter(ITypeSymbol type) =>
        Same(type, parameter) || type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(e => Same(e.Type, parameter));

    private bool IsOfModule(IMethodSymbol method) => DerivesFrom(method.ContainingType, types.Torch.Module);

    private static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Same(type, ancestor))
                return true;
        }
        return false;
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
