using System.Runtime.CompilerServices;
using TorchSharp;

namespace Declarative.Generators.Tests.Verification;

internal static class DoublePrecision
{
    // Models are made in float64: TorchSharp's ModuleDict cannot be converted afterwards.
    [ModuleInitializer]
    internal static void Initialize() => torch.set_default_dtype(torch.ScalarType.Float64);
}
