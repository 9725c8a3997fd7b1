using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Bodies;

/// <summary>The code of one member: of a method or an accessor, or an initialiser.</summary>
/// <param name="Owner">The method; of an initialiser, the field or property.</param>
/// <param name="Operation">The code, bound.</param>
internal readonly record struct Body(ISymbol Owner, IOperation Operation);
