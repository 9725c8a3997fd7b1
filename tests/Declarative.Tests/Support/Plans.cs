namespace Declarative.Tests.Support;

/// <summary>Plans as the generator writes them.</summary>
internal static class Plans
{
    /// <summary>A plan for the given members; an owner is what stands before <c>/</c>: <c>blocks.#/attn.q_proj</c>.</summary>
    public static AdapterPlan Lora(string? targets, LoraOptions options, params string[] members) =>
        Lora(AdapterPlan.DefaultName, targets, "", options, members);

    public static AdapterPlan Lora(string name, string? targets, string exclude, LoraOptions options, params string[] members) =>
        new(name, options, targets, exclude, [.. members.Select(Target)]);

    private static AdapterTarget Target(string member)
    {
        var slash = member.IndexOf('/', StringComparison.Ordinal);
        var owner = slash < 0 ? "" : member[..slash];
        return new AdapterTarget(
            member.Replace('/', '.'),
            owner,
            static () => new TestContainer(),
            static (layer, options) => LoraAdapters.Create(layer, (LoraOptions)options));
    }
}
