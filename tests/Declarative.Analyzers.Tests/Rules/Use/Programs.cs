namespace Declarative.Analyzers.Tests.Rules.Use;

/// <summary>Code that uses a small model with adapters.</summary>
internal static class Programs
{
    /// <summary>The model.</summary>
    public const string Model = """
        [Lora(Rank = 8, Targets = "q|v")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;

    /// <summary>A method of these statements, which has a <c>model</c> and data <c>x</c>.</summary>
    public static string WithBody(string statements, string members = "") =>
        $$"""
        {{Model}}
        public partial class Program
        {
            {{members}}
            public static void Run(Net model, Tensor x, Device device, bool flag)
            {
                {{statements}}
            }
        }
        """;

    /// <summary>A class with the fields <c>model</c>, <c>adapters</c> and <c>optimizer</c> and these members.</summary>
    public static string WithFields(string members) =>
        $$"""
        {{Model}}
        public sealed class Trainer
        {
            private Net model = new();
            private AdapterSet adapters = null!;
            private optim.Optimizer optimizer = null!;
            {{members}}
        }
        """;
}
