using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Emission;

/// <summary>Writes the report of what is known at compile time.</summary>
internal static class ReportEmitter
{
    public static void Emit(SourceProductionContext context, ReportModel model)
    {
        if (model.Member != ReportMember.None)
            SourceFile.Add(context, model.Host, "AdapterReport", writer => Write(writer, model));
    }

    private static void Write(SourceWriter writer, ReportModel model)
    {
        writer.Line($"""
            /// <summary>The adapted layers as far as they are known at compile time: numbers where constant, else the expressions of the source.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Open($"public {(model.Member == ReportMember.Hiding ? "new " : "")}static global::Declarative.AdapterReport AdapterReport {{ get; }} = new(", "[", "]);"))
        {
            foreach (var row in model.Rows)
            {
                var flag = row.FromDefaults ? ", FromDefaults: true" : "";
                writer.Line(
                    $"new({Literals.Of(row.Layer)}, {Literals.Of(row.Shape)}, {Literals.Of(row.Method)}, {row.Rank}, "
                    + $"Count: {Literals.Of(row.Count)}, Parameters: {Literals.Of(row.Parameters)}, LayerParameters: {Literals.Of(row.LayerParameters)}{flag}){(row.IsInPlace ? " { IsInPlace = true }" : "")},");
            }
        }
    }
}
