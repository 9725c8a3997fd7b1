using System.Reflection;

namespace Declarative.LibTorch.Tests.Surface;

/// <summary>
/// The engine is a part of TorchSharp's API: what it shows is in <c>Surface/torchsharp-0.107.txt</c>, and what is in that
/// file is in TorchSharp. The first half is tested on the engine, the second when the tests run on TorchSharp itself.
/// </summary>
public class SubsetRuleTests
{
    private static readonly Assembly Engine = typeof(TorchSharp.torch.Tensor).Assembly;

#if ENGINE_LIBTORCH
    [Fact]
    public void EveryPublicMemberIsTorchSharps()
    {
        var listed = ReadList();
        var added = ApiText.Of(Engine).Where(line => !listed.Contains(line) && !IsInheritedOverride(line, listed)).ToList();
        Assert.True(added.Count == 0,
            "Not in TorchSharp 0.107 as far as the list knows. Make it internal, or if TorchSharp has exactly this " +
            "member, add its line to Surface/torchsharp-0.107.txt:\n" + string.Join("\n", added));
    }

    [Fact]
    public void TheListHasNothingThatIsNotUsed()
    {
        var shown = ApiText.Of(Engine).ToHashSet();
        Assert.Empty(ReadList().Except(shown));
    }

    // Overriding a visible member changes nothing that a program can see: only the implementation is another.
    private static bool IsInheritedOverride(string line, HashSet<string> listed)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var member = line[(colon + 2)..];
        if (!member.Contains("override ", StringComparison.Ordinal)) return false;
        return new[] { "virtual ", "abstract ", "override " }
            .Select(kind => ": " + member.Replace("override ", kind, StringComparison.Ordinal))
            .Any(end => listed.Any(other => other.EndsWith(end, StringComparison.Ordinal))) ||
            member is "override string ToString()" or "override int GetHashCode()" or "override bool Equals(object obj)";
    }
#else
    [Fact]
    public void EveryLineOfTheListIsTorchSharps()
    {
        var shown = ApiText.Of(Engine).ToHashSet();
        Assert.Empty(ReadList().Except(shown));
    }
#endif

    [Theory]
    [InlineData("torch: static class")]
    [InlineData("Modules.Linear: override torch.Tensor forward(torch.Tensor tensor)")]
    [InlineData("torch.nn: static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, torch.Device device = null, torch.ScalarType? dtype = null)")]
    [InlineData("torch.nn.init: static (long fanIn, long fanOut) CalculateFanInAndFanOut(torch.Tensor tensor)")]
    public void MembersAreWrittenAsExpected(string line) => Assert.Contains(line, ApiText.Of(Engine));

    private static HashSet<string> ReadList()
    {
        using var stream = typeof(SubsetRuleTests).Assembly.GetManifestResourceStream("torchsharp-0.107.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new HashSet<string>();
        var type = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ') type = line;
            else lines.Add($"{type}: {line.TrimStart()}");
        }
        return lines;
    }
}
