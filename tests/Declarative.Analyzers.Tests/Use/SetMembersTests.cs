using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Analyzers.Tests.Use;

public class SetMembersTests
{
    [Theory]
    [InlineData("using var adapters = AdapterSet.Attach(model);", true)]
    [InlineData("AdapterSet.LoadPretrained(model, path);", true)]
    [InlineData("adapters.Load(path);", true)]
    [InlineData("adapters.Merge();", true)]
    [InlineData("adapters.Unmerge(); optimizer.step();", false)]
    [InlineData("model.load(path);", false)]
    public void Only_files_with_which_something_begins_are_worth_binding(string statements, bool areNamed) =>
        Assert.Equal(areNamed, SetMembers.AreNamedIn(CSharpSyntaxTree.ParseText(statements), CancellationToken.None));
}
