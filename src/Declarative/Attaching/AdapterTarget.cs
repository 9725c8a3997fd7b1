namespace Declarative;

/// <summary>One member of a module class that an attribute may mean; a list's elements share one row.</summary>
/// <param name="template">
/// The layer's path relative to the annotated module, with <c>#</c> for the index of a list's element and <c>*</c> for any
/// element: <c>q_proj</c>, <c>blocks.#.attn.q_proj</c>, <c>net.fc1</c>.
/// </param>
/// <param name="owner">The part of <paramref name="template"/> that leads to the module owning the layer: empty, <c>blocks.#.attn</c>.</param>
/// <param name="createContainer">Makes the owner's <c>adapters</c> child; called once per owner.</param>
/// <param name="create">Makes the adapter of one layer.</param>
public sealed class AdapterTarget(
    string template,
    string owner,
    Func<AdapterContainer> createContainer,
    Func<nn.Module<Tensor, Tensor>, AdapterOptions, Adapter> create)
{
    /// <summary>The layer's path relative to the annotated module.</summary>
    public string Template { get; } = template;

    /// <summary>The part of <see cref="Template"/> that leads to the module owning the layer.</summary>
    public string Owner { get; } = owner;

    /// <summary>A member whose own parameters are trained, without an adapter.</summary>
    /// <param name="template">The layer's path relative to the annotated module.</param>
    public AdapterTarget(string template)
        : this(template, owner: "", static () => throw WithoutAdapter(), static (_, _) => throw WithoutAdapter())
    {
    }

    internal AdapterContainer CreateContainer() => createContainer();

    internal Adapter Create(nn.Module<Tensor, Tensor> layer, AdapterOptions options) => create(layer, options);

    private static InvalidOperationException WithoutAdapter() => new("This target is trained in place and has no adapter.");
}
