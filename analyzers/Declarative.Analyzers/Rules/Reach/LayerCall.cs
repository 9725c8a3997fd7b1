using System.Collections.Immutable;
using Declarative.Analyzers.Reach;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>What a diagnostic says about a call of the layer in the place of what is reported; code fixes read it.</summary>
internal static class LayerCall
{
    /// <summary>The property that is there where such a call reaches the adapter.</summary>
    public const string ReachesAdapter = nameof(ReachesAdapter);

    /// <summary>The property that is there where the layer surely has no bias.</summary>
    public const string HasNoBias = nameof(HasNoBias);

    /// <summary>The properties of a use.</summary>
    public static ImmutableDictionary<string, string?> Properties(TargetUse use)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (use.CanCall)
            properties = properties.Add(ReachesAdapter, null);
        return use.Target.HasNoBias ? properties.Add(HasNoBias, null) : properties;
    }
}
