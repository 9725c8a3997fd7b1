namespace Declarative.Tests.Support;

/// <summary>Plans as the generator writes them.</summary>
internal static class Plans
{
    /// <summary>A plan for the given members; an owner is what stands before <c>/</c>: <c>blocks.#/attn.q_proj</c>.</summary>
    public static AdapterPlan Of(string? targets, AdapterOptions options, params string[] members) =>
        Of(AdapterPlan.DefaultName, targets, "", options, members);

    public static AdapterPlan Of(string name, string? targets, string exclude, AdapterOptions options, params string[] members) =>
        new(name, options, targets, exclude, [.. members.Select(Target)]);

    private static AdapterTarget Target(string member)
    {
        var slash = member.IndexOf('/', StringComparison.Ordinal);
        var owner = slash < 0 ? "" : member[..slash];
        return new AdapterTarget(
            member.Replace('/', '.'),
            owner,
            static () => new TestContainer(),
            static (layer, options) => options.CreateAdapter(layer));
    }
}
