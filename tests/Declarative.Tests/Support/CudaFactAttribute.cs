namespace Declarative.Tests.Support;

/// <summary>A test that needs a CUDA device.</summary>
internal sealed class CudaFactAttribute : FactAttribute
{
    public CudaFactAttribute() => Skip = cuda.is_available() ? null : "There is no CUDA device here.";
}
