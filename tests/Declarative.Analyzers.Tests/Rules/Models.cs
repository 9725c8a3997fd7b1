namespace Declarative.Analyzers.Tests.Rules;

/// <summary>Small models that tests vary.</summary>
internal static class Models
{
    /// <summary>A class with one layer, <c>fc</c> of 64 × 64.</summary>
    public static string WithAttribute(string attribute) => WithField(attribute, "private readonly Linear fc = Linear(64, 64);");

    /// <summary>A class that calls the layer <c>fc</c>, declared by <paramref name="field"/>.</summary>
    public static string WithField(string attribute, string field) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public const int None = 0;
            {{field}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    /// <summary>A class with the layers q, k and v, of which q and v are targets, and a forward of these statements.</summary>
    public static string WithForward(string statements, string members = "", string elsewhere = "") =>
        $$"""
        [Lora(Targets = "q|v")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            {{members}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                {{statements}}
            }
        }
        {{elsewhere}}
        """;
}
