namespace Declarative.Generators.Model;

/// <summary>The values that <c>[Lora]</c> and the methods built on it have in common.</summary>
internal abstract record LowRankSpec : MethodSpec
{
    /// <summary>The start that takes the weight's largest singular values out of it.</summary>
    public const string Pissa = "PiSSA";

    /// <summary>The start that takes the first rows of the weight's triangular factor out of it.</summary>
    public const string Olora = "OLoRA";

    /// <summary>The start that takes the directions of a layer's inputs.</summary>
    public const string Eva = "Eva";

    /// <summary>The start that gives each half of the rank its own rows.</summary>
    public const string Orthogonal = "Orthogonal";

    /// <summary>The biases of the adapted layers are trained along.</summary>
    public const string LayerBias = "LoraOnly";

    /// <summary>Every bias of the model is trained along.</summary>
    public const string EveryBias = "All";

    public override string AdapterType => "LoraAdapter";

    public override int Rank { get; init; } = 8;

    public double Alpha { get; init; } = 8;

    public double Dropout { get; init; }

    public string Bias { get; init; } = "None";

    public bool RankStabilized { get; init; }

    public string Init { get; init; } = "KaimingUniform";

    public double LearningRateRatio { get; init; } = 1;

    public bool FreezeA { get; init; }

    public bool ProjectGradient { get; init; }

    /// <summary>The start, where it changes the weight of a linear layer; null for others.</summary>
    public string? ChangingStart => Init is Pissa or Olora ? Init : null;

    public double Scaling => RankStabilized ? Alpha / Math.Sqrt(Rank) : Alpha / Rank;

    /// <summary>Whether the weight is split into direction and magnitude, as DoRA does.</summary>
    public virtual bool Decomposes => false;

    public override bool TrainsLayerBias => Bias is LayerBias or EveryBias;

    public override bool Adapts(LayerKind kind) => kind is not (LayerKind.Other or LayerKind.Norm);

    // A is [r, in, kernel], B is [out, r] and grouped as the layer is.
    public override Size CountParameters(LayerKind kind, LayerShape shape)
    {
        var (rank, inputs) = (Size.Of(Rank), Formula.Product(shape.In, shape.KernelArea));
        var isGrouped = shape.Groups is not (null or { Value: 1 });
        var b = isGrouped ? Formula.Product(shape.Out, Formula.Quotient(rank, shape.Groups!)) : Formula.Product(rank, shape.Out);
        if (FreezeA)
            return b;
        return isGrouped ? Formula.Sum(Formula.Product(rank, inputs), b) : Formula.Product(rank, Formula.Sum(inputs, shape.Out));
    }
}
