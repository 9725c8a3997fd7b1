namespace Declarative.Tests.Support;

/// <summary>Steps of training.</summary>
internal static class Training
{
    /// <summary>Holds that no tensor is left by steps, nor by merging and disabling.</summary>
    public static void LeavesNothingBehind(nn.Module<Tensor, Tensor> model, AdapterSet set, Tensor x)
    {
        using var optimizer = set.AdamW();
        Steps(3);
        using var scope = NewDisposeScope();
        Steps(30);
        for (var i = 0; i < 3; i++)
        {
            set.Merge();
            set.Disable().Dispose();
            set.Unmerge();
        }
        Assert.Equal(0, scope.DisposablesCount);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                set.Step(optimizer);
            }
        }
    }
}
