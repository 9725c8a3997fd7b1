namespace Declarative.Generators.Model;

/// <summary>Everything that is generated into one annotated class.</summary>
/// <param name="Type">The class.</param>
/// <param name="Members">Which members the class can be given without hiding another.</param>
/// <param name="Plans">One per attribute.</param>
/// <param name="Containers">One per class that owns target layers, the annotated one first.</param>
/// <param name="Adapters">One per target layer of an owner.</param>
/// <param name="Rows">The compile-time report.</param>
internal sealed record HostModel(
    HostType Type,
    HostMembers Members,
    EquatableArray<PlanModel> Plans,
    EquatableArray<ContainerModel> Containers,
    EquatableArray<AdapterModel> Adapters,
    EquatableArray<ReportRow> Rows);

/// <summary>How the class's own members stand beside those to generate.</summary>
/// <param name="HasAdapters">Whether an instance property <c>Adapters</c> can be added.</param>
/// <param name="HidesReport">Whether a base class has an <c>AdapterReport</c> that the class's own hides.</param>
internal sealed record HostMembers(bool HasAdapters, bool HidesReport);

/// <summary>One attribute's plan.</summary>
/// <param name="Name">The name to attach it by.</param>
/// <param name="Spec">The method and its values.</param>
/// <param name="Targets">The pattern; null where the attribute is on a member.</param>
/// <param name="Exclude">The pattern of layers to leave out; may be empty.</param>
/// <param name="Layers">The rows of the plan.</param>
internal sealed record PlanModel(string Name, MethodSpec Spec, string? Targets, string Exclude, EquatableArray<TargetModel> Layers);

/// <summary>One row of a plan.</summary>
/// <param name="Template">The path from the class, <c>*</c> for every element that only a run knows.</param>
/// <param name="Owner">The part of <paramref name="Template"/> that is the owning module.</param>
/// <param name="Container">The type of the owner's container.</param>
/// <param name="Adapter">The generated adapter; null where the library chooses by the layer's run-time type.</param>
internal sealed record TargetModel(string Template, string Owner, string Container, string? Adapter);

/// <summary>The typed view on the adapters of one owner.</summary>
/// <param name="Host">The annotated class that it is nested in.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerName">The owner's name, for people.</param>
/// <param name="Access">How the container of an inner owner is found; null for the annotated class's own.</param>
/// <param name="Slots">One per target layer.</param>
internal sealed record ContainerModel(HostType Host, string Name, string OwnerName, ContainerAccess? Access, EquatableArray<SlotModel> Slots);

/// <summary>The method that finds an inner owner's container.</summary>
/// <param name="OwnerType">The owner's type as the annotated class can name it.</param>
/// <param name="Accessibility">As accessible as that type.</param>
internal sealed record ContainerAccess(string OwnerType, string Accessibility);

/// <summary>One property of a container.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Hides">Whether a member of the base class has that name.</param>
/// <param name="AdapterType">The generated or library type of the adapter.</param>
/// <param name="LocalPath">The path from the owner.</param>
/// <param name="Form">Whether there is one, at most one, or any number.</param>
internal sealed record SlotModel(string Property, bool Hides, string AdapterType, string LocalPath, SlotForm Form);

/// <summary>How many adapters a slot holds.</summary>
internal enum SlotForm
{
    One,
    Optional,
    Many,
}

/// <summary>One generated adapter.</summary>
/// <param name="Host">The annotated class that it is nested in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spec">The method and its values.</param>
/// <param name="Kind">The kind of layer that it adapts.</param>
/// <param name="Shape">The layer's sizes, where the source shows them.</param>
/// <param name="Layer">The layer's path from its owner, for people.</param>
/// <param name="OwnerName">The owner's name, for people.</param>
internal sealed record AdapterModel(
    HostType Host, string Name, MethodSpec Spec, LayerKind Kind, LayerShape? Shape, string Layer, string OwnerName);

/// <summary>One row of the compile-time report.</summary>
/// <param name="Layer">The path from the class, <c>*</c> for every element that only a run knows.</param>
/// <param name="Shape">The shape of the layer's weight.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Rank">The rank.</param>
/// <param name="Count">How many layers.</param>
/// <param name="Parameters">What the adapter of one layer trains.</param>
/// <param name="LayerParameters">What one layer holds itself.</param>
/// <param name="FromDefaults">Whether a number rests on a default that a caller may change.</param>
internal sealed record ReportRow(
    string Layer, string Shape, string Method, int Rank, Size Count, Size Parameters, Size LayerParameters, bool FromDefaults);
