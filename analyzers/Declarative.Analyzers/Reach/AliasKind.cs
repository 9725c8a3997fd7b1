namespace Declarative.Analyzers.Reach;

/// <summary>What a local is another name of.</summary>
internal enum AliasKind
{
    /// <summary>What the member holds: a target, or a list of targets.</summary>
    Member,

    /// <summary>One target of the list that the member holds.</summary>
    Element,

    /// <summary>The weight of a target.</summary>
    Weight,
}
