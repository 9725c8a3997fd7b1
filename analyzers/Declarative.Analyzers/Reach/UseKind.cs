namespace Declarative.Analyzers.Reach;

/// <summary>What one use of a target does to its adapter.</summary>
internal enum UseKind
{
    /// <summary>The adapter is reached, or the layer is not computed with.</summary>
    Fine,

    /// <summary>The weight is used in a computation.</summary>
    WeightRead,

    /// <summary>The layer is an argument of code that is not intercepted.</summary>
    Passed,

    /// <summary>A method of the layer becomes a delegate.</summary>
    MethodGroup,

    /// <summary>The layer leaves its class.</summary>
    Exposed,

    /// <summary>The layer is called in a class without interceptors.</summary>
    CalledOutsideReach,

    /// <summary>The call is in reach, but no interceptor can be written for it.</summary>
    NotNameable,

    /// <summary>The layer computes through a method that no adapter stands in for.</summary>
    OtherMethod,

    /// <summary>No code calls the layer.</summary>
    Never,
}
