namespace Declarative.Tests.Support;

/// <summary>Tests that draw the same random numbers twice: nothing else may draw between.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SeededCollection
{
    public const string Name = "Seeded";
}
