namespace Declarative;

/// <summary>A parameter of the base model.</summary>
/// <param name="Path">Its path from the model: <c>blocks.0.attn.q_proj.bias</c>.</param>
/// <param name="Owner">The module that has it.</param>
/// <param name="Name">Its name in that module.</param>
/// <param name="Parameter">The parameter, until <c>.to()</c> replaces it.</param>
internal sealed record BaseParameter(string Path, nn.Module Owner, string Name, Parameter Parameter)
{
    /// <summary>The path of <see cref="Owner"/>; empty for the model itself.</summary>
    public string Module => Path.Length == Name.Length ? "" : Path[..^(Name.Length + 1)];
}
