using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>A diagnostic that a test expects, at a place its markup names.</summary>
internal sealed record DiagnosticResult(string Id, int? Key = null, string? Message = null)
{
    private readonly DiagnosticDescriptor? descriptor;

    public DiagnosticResult(DiagnosticDescriptor descriptor) : this(descriptor.Id) => this.descriptor = descriptor;

    /// <summary>A compiler's diagnostic, by its id.</summary>
    public static DiagnosticResult Compiler(string id) => new(id);

    /// <summary>The place marked <c>{|#key:…|}</c>.</summary>
    public DiagnosticResult WithLocation(int key) => this with { Key = key };

    /// <summary>The whole message, made of the rule's format and these arguments.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) => this with
    {
        Message = string.Format(
            CultureInfo.InvariantCulture,
            (descriptor ?? throw new InvalidOperationException("Name the rule by its descriptor.")).MessageFormat.ToString(CultureInfo.InvariantCulture),
            arguments),
    };

    /// <summary>The whole message, in words.</summary>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };
}
