using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of the methods that train the layers' own parameters: they have no values that could be wrong.</summary>
internal abstract class InPlaceRules : MethodRules
{
    public override ImmutableArray<AttributeRule> Rules => [];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context) => [];

    public override string? Conflict(MethodSpec first, MethodSpec second) => null;
}
