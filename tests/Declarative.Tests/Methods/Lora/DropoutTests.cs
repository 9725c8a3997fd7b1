using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>Dropout with the random numbers that it draws.</summary>
[Collection(SeededCollection.Name)]
public sealed class DropoutTests
{
    [Fact]
    public void Dropout_is_on_the_adapter_s_input_while_training_only()
    {
        var layer = nn.Linear(64, 4, hasBias: false, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, new LoraOptions { Rank = 2, Alpha = 3, Dropout = 0.5 });
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.normal_(0, 0.5);
        }
        using var x = randn(8, 64, ScalarType.Float64);
        var delta = set.Adapters[0].Delta();
        using var full = layer.forward(x) + x.matmul(delta.t());

        model.eval();
        Near.Equal(full, model.forward(x), 1e-12);

        model.train();
        manual_seed(7);
        using var y = model.forward(x);
        manual_seed(7);
        using var dropped = nn.functional.dropout(x, 0.5, training: true);
        using var expected = layer.forward(x) + dropped.matmul(delta.t());
        Near.Equal(expected, y, 1e-12);
        Near.Different(full, y);
    }
}
