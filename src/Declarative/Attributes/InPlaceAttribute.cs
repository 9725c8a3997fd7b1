namespace Declarative;

/// <summary>
/// What the attributes have in common that train parameters of the model itself: <see cref="AdapterAttribute.Targets"/> are the
/// modules that have them, and by default all.
/// </summary>
public abstract class InPlaceAttribute : AdapterAttribute
{
    private protected InPlaceAttribute() => Targets = "**";
}
