namespace Declarative;

/// <summary>Implemented by the generator on every class with an adapter attribute.</summary>
public interface IAdapterHost
{
    /// <summary>One plan per attribute.</summary>
    /// <remarks>A method and not a property, for <c>.to()</c> reflects over a module's properties.</remarks>
    IReadOnlyList<AdapterPlan> GetAdapterPlans();
}
