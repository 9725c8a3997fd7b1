namespace Declarative.Generators.Model;

/// <summary>The values of an attribute that trains the layers' own parameters: there are none beside which layers.</summary>
internal abstract record InPlaceSpec : MethodSpec
{
    public sealed override int Rank { get; init; }

    public sealed override bool TrainsLayerBias => false;

    public sealed override bool HasModules => false;

    public sealed override string DefaultTargets => "**";
}
