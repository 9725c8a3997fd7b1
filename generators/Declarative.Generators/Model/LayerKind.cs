namespace Declarative.Generators.Model;

/// <summary>What a layer is to an adapter method.</summary>
internal enum LayerKind
{
    /// <summary>A module that no method adapts: an activation, a dropout.</summary>
    Other,

    /// <summary>TorchSharp's <c>Linear</c>.</summary>
    Linear,

    /// <summary>TorchSharp's <c>Embedding</c>.</summary>
    Embedding,

    /// <summary>TorchSharp's <c>Conv1d</c>.</summary>
    Conv1d,

    /// <summary>TorchSharp's <c>Conv2d</c>.</summary>
    Conv2d,

    /// <summary>Any other <c>Module&lt;Tensor, Tensor&gt;</c> with a 2-D <c>weight</c>.</summary>
    LinearLike,

    /// <summary>TorchSharp's normalisation layers, and any other <c>Module&lt;Tensor, Tensor&gt;</c> with a 1-D <c>weight</c>.</summary>
    Norm,

    /// <summary>Known at run time only: a member of type <c>Module&lt;Tensor, Tensor&gt;</c>.</summary>
    Dynamic,
}
