using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors that is looked up by index.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleByFrequency;
    private readonly bool _sparse;

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type,
        bool scale_grad_by_freq, bool sparse) : base(nameof(Embedding))
    {
        var rows = weight.shape[0];
        if (padding_idx is { } index && (index < -rows || index >= rows))
            throw new ArgumentOutOfRangeException(nameof(padding_idx), "Padding_idx must be within num_embeddings");
        _paddingIndex = padding_idx is { } padding ? (padding < 0 ? padding + rows : padding) : -1;
        _maxNorm = max_norm;
        _normType = norm_type;
        _scaleByFrequency = scale_grad_by_freq;
        _sparse = sparse;
        ConditionallyRegisterParameter(nameof(weight), (Parameter)weight.DetachFromDisposeScope());
    }

    internal static Parameter NewWeight(long rows, long columns, long? padding_idx, Device? device, ScalarType? dtype)
    {
        var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
        var weight = new Parameter(empty(rows, columns, targetType, targetDevice));
        nn.init.normal_(weight);
        if (padding_idx is not { } index || index < -rows || index >= rows) return weight;
        using (no_grad())
        {
            using var row = weight.select(0, index);
            row.zero_().Dispose();
        }
        return weight;
    }

    /// <summary>
    /// The table, [num_embeddings, embedding_dims]. Each read gives a new object for the one registered tensor;
    /// setting it registers the new parameter and leaves the old one alone.
    /// </summary>
    [DisallowNull]
    public Parameter? weight
    {
        get => Parameter.Sharing(Registered);
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    private Parameter Registered => _internal_params[nameof(weight)];

    /// <summary>Maps indices <c>[…]</c> to vectors <c>[…, embedding_dims]</c>.</summary>
    /// <param name="input">The indices, of an integral type.</param>
    public override Tensor forward(Tensor input)
    {
        var table = Registered;
        if (_maxNorm is not { } limit)
            return NeuralOperators.Embedding(table, input, _paddingIndex, _scaleByFrequency, _sparse);

        using var indices = input.contiguous();
        using (no_grad()) NeuralOperators.EmbeddingRenormalize(table, indices, limit, _normType);
        return NeuralOperators.Embedding(table, indices, _paddingIndex, _scaleByFrequency, _sparse);
    }

    /// <summary>Moves and converts the table in place: the registered parameter stays the same object.</summary>
    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        var table = Registered;
        var moved = table.to(dtype ?? table.dtype, device ?? table.device);
        if (!ReferenceEquals(moved, table)) NeuralOperators.SetData(table, moved);
        if (device is null) return;
        _deviceType = device.type;
        _deviceIndex = device.index;
    }
}
