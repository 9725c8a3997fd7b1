using Declarative.Patterns;

namespace Declarative.Generators.Model;

/// <summary>What one attribute says about its method: the method's own values, as written or by default.</summary>
internal abstract record MethodSpec
{
    /// <summary>The method's name in types and reports: <c>Lora</c>.</summary>
    public abstract string Method { get; }

    /// <summary>The library's type that every adapter of the method is of: <c>LoraAdapter</c>.</summary>
    public virtual string AdapterType => $"{Method}Adapter";

    /// <summary>The rank of the update; 0 for a method without one.</summary>
    public abstract int Rank { get; init; }

    /// <summary>The attribute's property that says it.</summary>
    public virtual string RankProperty => nameof(Rank);

    /// <summary>Whether the method adds modules, which intercepted calls reach; false for one that trains the layers' own parameters.</summary>
    public virtual bool HasModules => true;

    /// <summary><c>Targets</c> where the attribute gives none.</summary>
    public virtual string DefaultTargets => TargetPattern.AllLinear;

    /// <summary>Whether the biases of the adapted layers are trained along.</summary>
    public abstract bool TrainsLayerBias { get; }

    /// <summary>The values of one layer; a method that treats layers differently by their place says so here.</summary>
    /// <param name="template">The layer's path from the annotated class, <c>#</c> and <c>*</c> for what only a run knows.</param>
    /// <param name="isLinear">Whether <c>all-linear</c> means it, as far as its kind goes.</param>
    public virtual MethodSpec For(string template, bool isLinear) => this;

    /// <summary>Whether the method can adapt layers of the kind.</summary>
    public abstract bool Adapts(LayerKind kind);

    /// <summary>Whether the method can adapt such a layer.</summary>
    /// <param name="kind">The layer's kind.</param>
    /// <param name="shape">Its sizes, where the source shows them.</param>
    public virtual bool Adapts(LayerKind kind, LayerShape? shape) => Adapts(kind);

    /// <summary>Whether the method may find something to adapt in such a layer, though only a run knows it.</summary>
    public virtual bool MayAdapt(LayerKind kind, LayerShape? shape) => Adapts(kind);

    /// <summary>The largest rank that such a layer can have; null where there is none, or the sides are not known.</summary>
    public virtual long? LargestRank(LayerShape shape) => shape.SmallerSide;

    /// <summary>How many parameters the method trains for one such layer.</summary>
    public abstract Size CountParameters(LayerKind kind, LayerShape shape);
}
