using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Emission;

/// <summary>Writes the adapter module of one layer.</summary>
internal static class AdapterEmitter
{
    public static void Emit(SourceProductionContext context, AdapterModel model) =>
        SourceFile.Add(context, model.Host, model.Name, writer => AdapterMethod.Of(model.Spec).Emitter.WriteAdapter(writer, model));
}
