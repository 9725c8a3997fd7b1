using System.Runtime.CompilerServices;
using TorchSharp;

namespace Declarative.LibTorch.Tests;

internal static class OneThread
{
    [ModuleInitializer]
    internal static void Set() => torch.set_num_threads(1);
}
