namespace Declarative.Generators;

/// <summary>The pipeline's steps, by which tests follow what an edit re-runs.</summary>
internal static class Steps
{
    public const string Annotated = nameof(Annotated);
    public const string Classes = nameof(Classes);
    public const string Containers = nameof(Containers);
    public const string Adapters = nameof(Adapters);
    public const string Reports = nameof(Reports);
    public const string Pages = nameof(Pages);
    public const string Targets = nameof(Targets);
    public const string Calls = nameof(Calls);
    public const string Intercepted = nameof(Intercepted);
}
