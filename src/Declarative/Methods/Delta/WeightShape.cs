namespace Declarative;

/// <summary>The sides of a weight for which a method makes an update.</summary>
/// <param name="Out">Output features or channels.</param>
/// <param name="In">Input features, or channels of one group.</param>
/// <param name="Kernel">The sides of a convolution's kernel; empty for a matrix.</param>
internal sealed record WeightShape(long Out, long In, long[] Kernel)
{
    /// <summary>Elements of one kernel; 1 for a matrix.</summary>
    public long KernelArea => Kernel.Aggregate(1L, static (area, side) => area * side);

    /// <summary>The kernel's sides as two, as PEFT has the core of a Tucker form.</summary>
    public (long Height, long Width) Sides => (Kernel[0], Kernel.Length > 1 ? Kernel[1] : 1);

    /// <summary>The shape of the weight of <paramref name="layer"/>.</summary>
    /// <exception cref="AdapterException">The method adapts no layer of this type.</exception>
    public static WeightShape Of(nn.Module<Tensor, Tensor> layer, string method)
    {
        var weight = BaseTensor.Find(layer, BaseTensor.WeightName);
        var fits = layer switch
        {
            Conv1d or Conv2d => true,
            Embedding or Convolution => false,
            _ => BaseTensor.FindMatrix(layer) is not null,
        };
        if (!fits)
            throw new AdapterException(
                $"{method} cannot adapt a {layer.GetType().Name}. It adapts Linear, Conv1d, Conv2d and any Module<Tensor, Tensor> "
                + "with a 2-D parameter or buffer named 'weight'. Leave the layer out with Exclude.");
        var shape = weight!.shape;
        return new WeightShape(shape[0], shape[1], shape[2..]);
    }
}
