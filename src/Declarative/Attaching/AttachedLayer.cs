namespace Declarative;

/// <summary>One adapter in its place.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Owner">The module that has the <c>adapters</c> child.</param>
/// <param name="LocalPath">The layer's path from the owner.</param>
/// <param name="Sequences">The sequences through which a call reaches the layer, nearest first.</param>
internal sealed record AttachedLayer(
    Adapter Adapter, nn.Module Owner, string LocalPath, IReadOnlyList<Sequential> Sequences);
