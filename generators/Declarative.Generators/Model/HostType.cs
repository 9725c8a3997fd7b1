namespace Declarative.Generators.Model;

/// <summary>Where generated code goes: an annotated class and the types around it.</summary>
/// <param name="Namespace">Null for the global namespace.</param>
/// <param name="Path">The types from the outermost to the class itself.</param>
internal sealed record HostType(string? Namespace, EquatableArray<TypeHeader> Path)
{
    public string Name => Path[Path.Count - 1].Name;

    /// <summary>The class as code inside it and around it can name it: <c>Block&lt;T&gt;</c>.</summary>
    public string NameWithParameters => Path[Path.Count - 1].NameWithParameters;

    /// <summary>The class from anywhere, for people: <c>Models.Gpt.Block&lt;T&gt;</c>.</summary>
    public string FullName =>
        (Namespace is null ? "" : Namespace + ".") + string.Join(".", Path.Select(static t => t.NameWithParameters));

    /// <summary>The start of the class's file names, different for every class: namespace, nesting and arity included.</summary>
    public string HintName =>
        (Namespace is null ? "" : Namespace + ".")
        + string.Join(".", Path.Select(static t => t.TypeParameters.Count == 0 ? t.Name : $"{t.Name}-{t.TypeParameters.Count}"));
}

/// <summary>One type declaration to re-open: <c>partial class Block&lt;T&gt;</c>.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name as written in code.</param>
/// <param name="TypeParameters">The names of the type parameters.</param>
internal sealed record TypeHeader(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    public string NameWithParameters => TypeParameters.Count == 0 ? Name : $"{Name}<{string.Join(", ", TypeParameters)}>";

    public override string ToString() => $"partial {Keyword} {NameWithParameters}";
}
