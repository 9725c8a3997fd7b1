namespace Declarative.Generators.Model;

/// <summary>Everything that is generated into one annotated class, in the parts that are written to files of their own.</summary>
/// <param name="Class">The class's own part.</param>
/// <param name="Containers">One per class that owns target layers, the annotated one first.</param>
/// <param name="Adapters">One per target layer of an owner.</param>
/// <param name="Report">The compile-time report.</param>
internal sealed record HostModel(
    ClassModel Class, EquatableArray<ContainerModel> Containers, EquatableArray<AdapterModel> Adapters, ReportModel Report);

/// <summary>What the annotated class itself is given: its plans and the ways to its containers.</summary>
/// <param name="Host">The class.</param>
/// <param name="Plans">One per attribute.</param>
/// <param name="Accesses">One per container that the class can name the owner of.</param>
/// <param name="OwnContainer">
/// The type of a property <c>Adapters</c>; null where there cannot be one. Below an annotated base class there cannot:
/// TorchSharp's <c>to()</c> throws on two properties of one name.
/// </param>
internal sealed record ClassModel(
    HostType Host, EquatableArray<PlanModel> Plans, EquatableArray<ContainerAccess> Accesses, string? OwnContainer);

/// <summary>A method that finds the container of an owner.</summary>
/// <param name="Method">Its name: <c>AdaptersOf</c>.</param>
/// <param name="Container">The container's type.</param>
/// <param name="OwnerType">The owner's type as the annotated class can name it.</param>
/// <param name="Accessibility">As accessible as that type.</param>
internal sealed record ContainerAccess(string Method, string Container, string OwnerType, string Accessibility);

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
/// <param name="Container">The type of the owner's container; null for a member whose own parameters are trained.</param>
/// <param name="Adapter">The generated adapter; null where the library chooses by the layer's run-time type.</param>
internal sealed record TargetModel(string Template, string Owner, string? Container, string? Adapter);

/// <summary>The typed view on the adapters of one owner.</summary>
/// <param name="Host">The annotated class that it is nested in.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerName">The owner's name, for people.</param>
/// <param name="Slots">One per target layer.</param>
internal sealed record ContainerModel(HostType Host, string Name, string OwnerName, EquatableArray<SlotModel> Slots);

/// <summary>One property of a container.</summary>
/// <param name="Property">Its name.</param>
/// <param name="AdapterType">The generated or library type of the adapter.</param>
/// <param name="LocalPath">The path from the owner.</param>
/// <param name="Layer">The same, for people.</param>
/// <param name="Form">Whether there is one, at most one, or any number.</param>
internal sealed record SlotModel(string Property, string AdapterType, string LocalPath, string Layer, SlotForm Form);

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
/// <param name="HasNoBias">Whether the layer surely has no bias.</param>
/// <param name="Layer">The layer's path from its owner, for people.</param>
/// <param name="OwnerName">The owner's name, for people.</param>
internal sealed record AdapterModel(
    HostType Host, string Name, MethodSpec Spec, LayerKind Kind, LayerShape? Shape, bool HasNoBias, string Layer, string OwnerName);

/// <summary>The compile-time report of an annotated class.</summary>
/// <param name="Host">The class.</param>
/// <param name="Member">How the class is given it.</param>
/// <param name="Rows">One per row of a plan.</param>
internal sealed record ReportModel(HostType Host, ReportMember Member, EquatableArray<ReportRow> Rows);

/// <summary>The property <c>AdapterReport</c> of a class.</summary>
internal enum ReportMember
{
    /// <summary>It is generated.</summary>
    New,

    /// <summary>It is generated and hides that of a base class.</summary>
    Hiding,

    /// <summary>The class has a member of that name.</summary>
    None,
}

/// <summary>One row of the compile-time report.</summary>
/// <param name="Layer">The path from the class, <c>*</c> for every element that only a run knows.</param>
/// <param name="Shape">The shape of the layer's weight.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Rank">The rank.</param>
/// <param name="Count">How many layers.</param>
/// <param name="Parameters">What the adapter of one layer trains.</param>
/// <param name="LayerParameters">What one layer holds itself.</param>
/// <param name="FromDefaults">Whether a number rests on a default that a caller may change.</param>
/// <param name="IsInPlace">Whether the trained parameters are the layer's own.</param>
internal sealed record ReportRow(
    string Layer, string Shape, string Method, int Rank, Size Count, Size Parameters, Size LayerParameters, bool FromDefaults, bool IsInPlace = false);
