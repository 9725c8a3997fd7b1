using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Says what the code around an expression does with the target that the expression gives.</summary>
/// <param name="types">The types of the library and of TorchSharp.</param>
/// <param name="index">The targets of the compilation.</param>
/// <param name="weights">Judges uses of a target's weight.</param>
/// <param name="depth">How many helpers lie between this body and the one that names the target.</param>
internal sealed class LayerUses(KnownTypes types, TargetIndex index, WeightUses weights, int depth)
{
    /// <summary>Judges the use of <paramref name="reference"/>; a local that becomes another name of it is handed to <paramref name="alias"/>.</summary>
    public TargetUse? Judge(IOperation reference, TargetMember target, bool isElement, ISymbol owner, Action<ILocalSymbol, AliasKind> alias)
    {
        var value = ValueFlow.Outermost(reference);
        switch (value.Parent)
        {
            case IInvocationOperation call when call.Instance == value:
                return isElement || !target.HoldsElements || call.TargetMethod.Name is "forward" or "call" ? Called(call, target, owner) : null;

            case IMethodReferenceOperation { Method: var method } captured:
                return Computes(method) ? Use(UseKind.MethodGroup, target, captured.Syntax, method.Name) : null;

            case IPropertyReferenceOperation { Arguments.Length: > 0 } indexer when indexer.Instance == value && target.HoldsElements && !isElement:
                return Judge(indexer, target, isElement: true, owner, alias);

            case IArrayElementReferenceOperation element when element.ArrayReference == value && target.HoldsElements && !isElement:
                return Judge(element, target, isElement: true, owner, alias);

            case IMemberReferenceOperation member when member.Instance == value:
                return member.Member.Name == "weight" && types.IsTensor(member.Type) ? weights.Judge(member, target, owner, alias) : null;

            case IDynamicMemberReferenceOperation { MemberName: "forward" or "call" or "weight" } member:
                return Use(UseKind.OtherMethod, target, member.Syntax, member.MemberName);

            case IArgumentOperation argument when !(target.HoldsElements && !isElement && IsHarmless(argument)):
                return Passed(argument, reference, target, isElement);

            case IReturnOperation { Kind: OperationKind.Return }:
                return Returned(reference, target, owner);

            case IForEachLoopOperation loop when loop.Collection == value && target.HoldsElements && !isElement:
                foreach (var local in loop.Locals)
                    alias(local, AliasKind.Element);
                return null;

            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                alias(local, Kind(isElement));
                return null;

            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return Assigned(assignment, reference, target, isElement, alias);

            case IIsPatternOperation { Pattern: var pattern }:
                if (Declared(pattern) is { } declared)
                    alias(declared, Kind(isElement));
                return null;

            default:
                return null;
        }
    }

    private static AliasKind Kind(bool isElement) => isElement ? AliasKind.Element : AliasKind.Member;

    private static TargetUse Use(UseKind kind, TargetMember target, SyntaxNode syntax, string detail, string reason = "") =>
        new(kind, target, syntax.GetLocation(), detail, reason);

    private TargetUse? Called(IInvocationOperation call, TargetMember target, ISymbol owner)
    {
        var method = call.TargetMethod;
        if (method.Name is not ("forward" or "call"))
            return Computes(method) ? Use(UseKind.OtherMethod, target, CallSyntax.Name(call), method.Name) : null;

        return index.Intercept(call, owner.ContainingType) switch
        {
            { IsIntercepted: true } => null,
            { Obstacle: { } obstacle } => Use(UseKind.NotNameable, target, CallSyntax.Name(call), method.ContainingType.Name, obstacle),
            _ when !index.IsInReach(owner.ContainingType) =>
                Use(UseKind.CalledOutsideReach, target, CallSyntax.Receiver(call), owner.ContainingType.Name),
            _ => Use(UseKind.OtherMethod, target, CallSyntax.Name(call), method.Name),
        };
    }

    /// <summary>Whether the method makes a tensor with the layer: its own methods do, those that TorchSharp gives every module do not.</summary>
    private bool Computes(IMethodSymbol method) =>
        method.Name is "forward" or "call"
        || (!types.IsTorch(method) && method.ContainingType.SpecialType == SpecialType.None && types.GivesTensor(method.ReturnType));

    private TargetUse? Passed(IArgumentOperation argument, IOperation reference, TargetMember target, bool isElement)
    {
        if (IsHarmless(argument) && !(argument.Parameter is { } parameter && HelperUses.Bypasses(parameter, target, isElement, index, depth)))
            return null;
        var name = argument.Parent switch
        {
            IInvocationOperation call => call.TargetMethod.Name,
            IObjectCreationOperation creation => creation.Constructor?.ContainingType.Name,
            IPropertyReferenceOperation property => property.Property.ContainingType.Name,
            _ => null,
        };
        return name is null ? null : Use(UseKind.Passed, target, reference.Syntax, name);
    }

    private bool IsHarmless(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => SeesInto(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => SeesInto(constructor),
        IPropertyReferenceOperation property => SeesInto(property.Property),
        _ => true,
    };

    /// <summary>
    /// Whether the member cannot bypass the adapter: TorchSharp's register and initialise, the framework's know no
    /// layers, the library's know adapters, and the calls in classes in reach are intercepted.
    /// </summary>
    private bool SeesInto(ISymbol member) =>
        types.IsTorch(member)
        || types.IsLibrary(member)
        || KnownTypes.IsFramework(member.ContainingAssembly)
        || index.IsInReach(member.ContainingType);

    private static TargetUse? Returned(IOperation reference, TargetMember target, ISymbol owner)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
        }
        var member = owner is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : owner;
        return Visibility.LeavesClass(member) ? Use(UseKind.Exposed, target, reference.Syntax, member.Name) : null;
    }

    private TargetUse? Assigned(
        ISimpleAssignmentOperation assignment, IOperation reference, TargetMember target, bool isElement, Action<ILocalSymbol, AliasKind> alias)
    {
        switch (assignment.Target)
        {
            case ILocalReferenceOperation { Local: var local }:
                alias(local, Kind(isElement));
                return null;
            case IMemberReferenceOperation { Member: var member } when index.Find(member) is null && Visibility.LeavesClass(member):
                return Use(UseKind.Exposed, target, reference.Syntax, member.Name);
            default:
                return null;
        }
    }

    private static ILocalSymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
        INegatedPatternOperation negated => Declared(negated.Pattern),
        _ => null,
    };
}
