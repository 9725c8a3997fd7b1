using System.Text;
using Declarative.Patterns;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Generators.Parsing;

/// <summary>Makes C# names of layer paths.</summary>
internal static class Names
{
    /// <summary>A type's name: <c>q_proj</c> → <c>QProj</c>, <c>net.0</c> → <c>Net0</c>, <c>heads.#</c> → <c>Heads</c>.</summary>
    public static string Pascal(string path)
    {
        var name = new StringBuilder();
        foreach (var segment in Segments(path))
        {
            var upper = true;
            foreach (var c in segment)
            {
                if (char.IsLetterOrDigit(c))
                    name.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = !char.IsLetterOrDigit(c);
            }
        }
        return name.Length == 0 || char.IsDigit(name[0]) ? "Layer" + name : name.ToString();
    }

    /// <summary>A property's name: <c>q_proj</c>, <c>net.0</c> → <c>net_0</c>, <c>heads.#</c> → <c>heads</c>.</summary>
    public static string Property(string path)
    {
        var name = new StringBuilder(string.Join("_", Segments(path)));
        for (var i = 0; i < name.Length; i++)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(name[i]))
                name[i] = '_';
        }
        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>The name with an <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static IEnumerable<string> Segments(string path) =>
        path.Split('.').Where(static s => s is not (TargetPattern.AnyElement or TargetPattern.AnyIndex)).Select(TargetPattern.MemberName);
}
