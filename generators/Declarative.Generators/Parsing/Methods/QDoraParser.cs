using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[QDoRA]</c>.</summary>
internal sealed class QDoraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => QLoraParser.Read(attribute, new QDoraSpec());
}
