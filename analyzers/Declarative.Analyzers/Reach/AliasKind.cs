namespace Declarative.Analyzers.Reach;

/// <summary>What an expression or a local gives of a target.</summary>
internal enum AliasKind
{
    /// <summary>The target itself.</summary>
    Layer,

    /// <summary>Something that holds layers, all of them targets: the member that is a list, an array of targets.</summary>
    List,

    /// <summary>Something that holds a target, perhaps among other layers: a tuple, a list made on the way, a lambda that returns it.</summary>
    Mix,

    /// <summary>The weight of a target.</summary>
    Weight,
}
