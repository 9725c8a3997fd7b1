using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Use.Checkpoints;

namespace Declarative.Analyzers.Use;

/// <summary>What all bodies of a compilation have in common.</summary>
/// <param name="Types">The types.</param>
/// <param name="Hosts">The annotated classes.</param>
/// <param name="Checkpoints">The configurations among the additional files.</param>
/// <param name="CancellationToken">Stops the analysis.</param>
internal sealed record UseContext(UseTypes Types, Hosts Hosts, CheckpointFiles Checkpoints, CancellationToken CancellationToken);
