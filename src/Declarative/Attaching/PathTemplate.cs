namespace Declarative;

/// <summary>Layer paths in which <c>#</c> and <c>*</c> stand for the elements of a list or dictionary.</summary>
internal static class PathTemplate
{
    public static string[] Split(string path) => path.Length == 0 ? [] : path.Split('.');

    public static bool IsElement(string segment) => segment is "#" or "*";

    /// <summary>Whether <paramref name="path"/> is one of the paths that <paramref name="template"/> stands for.</summary>
    public static bool Covers(string template, string path)
    {
        var (pattern, segments) = (Split(template), Split(path));
        return pattern.Length == segments.Length
            && pattern.Zip(segments).All(static s => IsElement(s.First) || s.First == s.Second);
    }
}
