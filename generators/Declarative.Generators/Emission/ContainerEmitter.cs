using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Emission;

/// <summary>Writes the typed view on the adapters of one owner.</summary>
internal static class ContainerEmitter
{
    public static void Emit(SourceProductionContext context, ContainerModel model) =>
        SourceFile.Add(context, model.Host, model.Name, writer => Write(writer, model));

    private static void Write(SourceWriter writer, ContainerModel model)
    {
        writer.Line($"""
            /// <summary>The adapters of the layers of one <c>{model.OwnerName}</c>.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Open($"public sealed class {model.Name} : global::Declarative.AdapterContainer"))
        {
            for (var i = 0; i < model.Slots.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                WriteSlot(writer, model.Slots[i]);
            }
        }
    }

    private static void WriteSlot(SourceWriter writer, SlotModel slot)
    {
        var path = Literals.Of(slot.LocalPath);
        var layer = Literals.Xml(slot.Layer);
        writer.Line(slot.Form switch
        {
            SlotForm.One => $"""
                /// <summary>The adapter of <c>{layer}</c>.</summary>
                public {slot.AdapterType} {slot.Property} => Get<{slot.AdapterType}>({path});
                """,
            SlotForm.Optional => $"""
                /// <summary>The adapter of <c>{layer}</c>; <see langword="null"/> where the layer has none.</summary>
                public {slot.AdapterType}? {slot.Property} => Find<{slot.AdapterType}>({path});
                """,
            _ => $"""
                /// <summary>The adapters of <c>{layer}</c>, in order.</summary>
                public global::System.Collections.Generic.IReadOnlyList<{slot.AdapterType}> {slot.Property} => All<{slot.AdapterType}>({path});
                """,
        });
    }
}
