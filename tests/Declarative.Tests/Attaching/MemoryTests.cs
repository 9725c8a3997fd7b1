using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Attaching;

public sealed class MemoryTests
{
    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using var model = new Stack(2, Plans.Of("all-linear", new LoraOptions { Rank = 4, Dropout = 0.1 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using var x = randn(4, 3, 8);
        Train(3);
        using var scope = NewDisposeScope();
        Train(30);
        Assert.Equal(0, scope.DisposablesCount);

        // A set made, merged and disabled again and again keeps nothing either.
        for (var i = 0; i < 3; i++)
        {
            set.Merge();
            set.Disable().Dispose();
            set.Unmerge();
        }
        Assert.Equal(0, scope.DisposablesCount);

        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                optimizer.step();
            }
        }
    }
}
