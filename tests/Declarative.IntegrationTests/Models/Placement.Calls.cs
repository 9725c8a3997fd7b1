using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Models;

public sealed partial class TwoFilesModel
{
    private readonly Linear fc2;

    public override Tensor forward(Tensor x)
    {
        using var h = First(x);
        using var again = fc1.forward(x);
        using var sum = h + again;
        return fc2.forward(sum);
    }
}
