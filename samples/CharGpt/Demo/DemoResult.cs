using CharGptSample.Training;
using Declarative;

namespace CharGptSample.Demo;

/// <summary>Everything the page shows.</summary>
/// <param name="Base">The domain the base model was trained on, before and after.</param>
/// <param name="New">The domain the adapters were trained on, before and after.</param>
/// <param name="Steps">The training, step by step.</param>
/// <param name="HeldOut">Held-out loss on the new domain on the way, by steps taken.</param>
/// <param name="Plan">How it was trained.</param>
/// <param name="CompileTime">The reports that the generator wrote, by the class that they are of.</param>
/// <param name="RunTime">The report of the attached adapters.</param>
/// <param name="Proofs">What was measured of merging, disabling and reloading.</param>
/// <param name="TrainedParameters">Parameters that were trained.</param>
/// <param name="ModelParameters">Parameters of the base model.</param>
/// <param name="Elapsed">How long the whole run took.</param>
/// <param name="AdapterFolder">Where the adapter is.</param>
public sealed record DemoResult(
    BeforeAndAfter Base,
    BeforeAndAfter New,
    IReadOnlyList<TrainingStep> Steps,
    IReadOnlyList<(int Step, double Loss)> HeldOut,
    TrainingPlan Plan,
    IReadOnlyList<KeyValuePair<string, AdapterReport>> CompileTime,
    AdapterReport RunTime,
    Proofs Proofs,
    long TrainedParameters,
    long ModelParameters,
    TimeSpan Elapsed,
    string AdapterFolder)
{
    /// <summary>The share that was trained, of the model and its adapters together.</summary>
    public double TrainedShare => (double)TrainedParameters / (ModelParameters + TrainedParameters);
}
