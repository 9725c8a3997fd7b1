using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>
/// A semantic model without the flow analysis of nullable references. Nothing here asks for its results, and it is half of
/// what binding a constructor costs.
/// </summary>
internal static class LeanSemanticModel
{
    public static SemanticModel Of(Compilation compilation, SyntaxTree tree)
    {
        try
        {
            return WithoutNullableAnalysis(compilation, tree);
        }
        catch (MissingMemberException)
        {
            return compilation.GetSemanticModel(tree); // a compiler that has given the option up
        }
        catch (TypeLoadException)
        {
            return compilation.GetSemanticModel(tree);
        }
    }

    // A method of its own: what it calls is looked up when it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SemanticModel WithoutNullableAnalysis(Compilation compilation, SyntaxTree tree) =>
#pragma warning disable RSEXPERIMENTAL001 // The option is marked experimental; a compiler without it is provided for above.
        compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
}
