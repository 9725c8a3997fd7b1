namespace Declarative;

/// <summary>What the attributes have in common whose layers' frozen weights are stored in four or eight bits an element.</summary>
public abstract class QuantizedAttribute : LowRankAttribute
{
    private protected QuantizedAttribute()
    {
    }

    /// <summary>How an element is stored. Default: NF4.</summary>
    public QuantizationType Type { get; set; }

    /// <summary>How many elements share a scale, a power of two of at least 16. Default: 64.</summary>
    public int BlockSize { get; set; } = 64;

    /// <summary>Whether the scales are quantised too, to eight bits each. Default: yes.</summary>
    public bool DoubleQuantization { get; set; } = true;
}
