using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>What a model was before anything was attached: its keys, the bits behind them, the trainable flags.</summary>
internal sealed class BaseModel
{
    private readonly Dictionary<string, double[]> values;
    private readonly Dictionary<string, bool> trainable;

    private BaseModel(nn.Module model)
    {
        values = model.state_dict().ToDictionary(entry => entry.Key, entry => Numbers.Of(entry.Value));
        trainable = model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.requires_grad);
    }

    /// <summary>Remembers a model.</summary>
    public static BaseModel Of(nn.Module model) => new(model);

    /// <summary>Holds when the base's keys and bits are in the model, whatever adapters add to it.</summary>
    public void IsWithin(nn.Module model)
    {
        var now = model.state_dict();
        Assert.Equal(values.Keys, now.Keys.Where(key => !IsAdapterKey(key)));
        foreach (var (key, expected) in values)
            Assert.True(expected.SequenceEqual(Numbers.Of(now[key])), $"{key} changed");
    }

    /// <summary>Holds when the model is what it was: no key more, the same bits, the same trainable flags.</summary>
    public void Is(nn.Module model)
    {
        Assert.Equal(values.Keys, model.state_dict().Keys);
        IsWithin(model);
        Assert.Equal(trainable, model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.requires_grad));
    }

    public static bool IsAdapterKey(string key) => key.Split('.').Contains("adapters");
}
