namespace Declarative;

/// <summary>A parameter of the base model that a plan trains in place, found in the model.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Place">Where it is.</param>
internal sealed record ResolvedParameter(AdapterPlan Plan, BaseParameter Place);
