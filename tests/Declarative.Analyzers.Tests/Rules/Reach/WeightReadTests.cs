using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class WeightReadTests
{
    [Fact]
    public Task A_computation_with_the_weight() => Verify.AnalyzerAsync(
        Models.WithForward("return functional.linear(v.forward(x), {|#0:q.weight|});"),
        Verify.Diagnostic(DiagnosticDescriptors.WeightRead).WithLocation(0).WithArguments("q", "q.weight", "Lora"));

    [Theory]
    [InlineData("return x.matmul({|DCL0301:q.weight|}.t()) + v.forward(x);")]
    [InlineData("return v.forward(x) * {|DCL0301:this.q.weight|};")]
    [InlineData("return -{|DCL0301:q.weight|}! + v.forward(x);")]
    [InlineData("return v.forward(x) + {|DCL0301:q.weight|}.sum();")]
    [InlineData("return v.forward(x).matmul({|DCL0301:q.weight|}[0]);")]
    [InlineData("return functional.linear(v.forward(x), ({|DCL0301:q.weight|}));")]
    [InlineData("using var all = cat(new Tensor[] { {|DCL0301:q.weight|}, k.weight!, {|DCL0301:v.weight|} }); return functional.linear(x, all);")]
    [InlineData("using var all = cat([{|DCL0301:q.weight|}, k.weight!]); return functional.linear(v.forward(x), all);")]
    [InlineData("var w = x.size(0) > 1 ? {|DCL0301:q.weight|}.clone() : k.weight!; return functional.linear(v.forward(x), w);")]
    [InlineData("return {|DCL0301:q.weight|}.mul_(2) + v.forward(x);")]
    [InlineData("{|DCL0301:q.weight|}!.mul(2); return v.forward(x);")]
    [InlineData("var pair = ({|DCL0301:q.weight|}!, x); return v.forward(x) * pair.Item1;")]
    [InlineData("return v.forward(x) + new Parameter({|DCL0301:q.weight|}!);")]
    [InlineData("return v.forward(x[{|DCL0301:q.weight|}!]);")]
    [InlineData("Func<Tensor> t = {|DCL0301:q.weight|}!.t; return v.forward(x) * t();")]
    [InlineData("var w = {|DCL0301:q.weight|}!.mul_(2); return v.forward(x) * w;")]
    [InlineData("Func<Tensor> get = () => {|DCL0301:q.weight|}!; return v.forward(x) * get();")]
    [InlineData("Tensor[] kept = new Tensor[1]; kept[0] = {|DCL0301:q.weight|}!; return v.forward(x) * kept[0];")]
    [InlineData("var parts = {|DCL0301:q.weight|}!.chunk(2); return v.forward(x) * parts[0];")]
    public Task Other_computations(string forward) => Verify.AnalyzerAsync(Models.WithForward(forward));

    [Theory]
    [InlineData("var w = q.weight!; return functional.linear(v.forward(x), {|#0:w|});", "w")]
    [InlineData("Tensor w; w = q.weight!; return v.forward(x) * {|#0:w|};", "w")]
    [InlineData("var layer = q; return functional.linear(v.forward(x), {|#0:layer.weight|});", "layer.weight")]
    [InlineData("var a = q; var b = a; return functional.linear(v.forward(x), {|#0:b.weight|});", "b.weight")]
    [InlineData("if (q is { } l) return functional.linear(v.forward(x), {|#0:l.weight|}); return x;", "l.weight")]
    [InlineData("if (q is Module m && m is Linear l) return functional.linear(v.forward(x), {|#0:l.weight|}); return x;", "l.weight")]
    [InlineData("if (q is not { } l) return x; return functional.linear(v.forward(x), {|#0:l.weight|});", "l.weight")]
    [InlineData("Linear l; l = q; return functional.linear(v.forward(x), {|#0:l.weight|});", "l.weight")]
    [InlineData("Linear l; return functional.linear(v.forward(x), {|#0:(l = q).weight|});", "(l = q).weight")]
    [InlineData("return Local(k); Tensor Local(Linear l) { l = q; return v.forward(x) * {|#0:l.weight|}; }", "l.weight")]
    public Task Through_locals(string forward, string read) => Verify.AnalyzerAsync(
        Models.WithForward(forward),
        Verify.Diagnostic(DiagnosticDescriptors.WeightRead).WithLocation(0).WithArguments("q", read, "Lora"));

    [Theory]
    [InlineData("return v.forward(x) * {|#0:(maybe ?? k).weight|};", "(maybe ?? k).weight")]
    [InlineData("return v.forward(x) * {|#0:(k ?? maybe)!.weight|};", "(k ?? maybe)!.weight")]
    [InlineData("return v.forward(x) * (x.size(0) switch { 1 => {|#0:maybe!.weight|}, _ => x });", "maybe!.weight")]
    [InlineData("return v.forward(x) * {|#0:(x.size(0) switch { 1 => maybe!, _ => k }).weight|};", "(x.size(0) switch { 1 => maybe!, _ => k }).weight")]
    [InlineData("return v.forward(x) * (maybe?{|#0:.weight|}?.t() ?? x);", ".weight")]
    public Task Through_branches(string forward, string read) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "maybe|v")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear? maybe = Linear(64, 64);
            private readonly Linear k = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                {{forward}}
            }
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.WeightRead).WithLocation(0).WithArguments("maybe", read, "Lora"));

    [Fact]
    public Task Elements_of_lists_and_loops() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "heads.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads = new(Linear(16, 16), Linear(16, 16));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                foreach (var head in heads)
                    x = head.forward(x) + functional.linear(x, {|DCL0301:head.weight|});
                for (var i = 0; i < heads.Count; i++)
                    x = heads[i].call(x) + functional.linear(x, {|DCL0301:heads[i].weight|});
                return x;
            }
        }
        """);

    [Theory]
    [InlineData("heads.ToList().ForEach(h => x = x.matmul({|DCL0301:h.weight|}));")]
    [InlineData("Linear[] all = [.. heads, q]; x *= {|DCL0301:all[1].weight|};")]
    [InlineData("var w = heads.Select(h => {|DCL0301:h.weight|}).ToArray();")]
    [InlineData("var w = heads.Where(h => h.in_features > 1).Skip(1).Reverse().Select((h, i) => {|DCL0301:h.weight|} * i).ToArray();")]
    [InlineData("var w = heads.Zip(new[] { 1, 2 }, (h, n) => {|DCL0301:h.weight|} * n).ToArray();")]
    [InlineData("var w = new[] { 1, 2 }.Zip(heads, (n, h) => {|DCL0301:h.weight|} * n).ToArray();")]
    [InlineData("foreach (var (h, n) in heads.Zip(new[] { 1, 2 })) x *= {|DCL0301:h.weight|} * n;")]
    [InlineData("x = heads.Aggregate(x, (y, h) => y.matmul({|DCL0301:h.weight|}));")]
    [InlineData("var w = (from h in heads where h.in_features > 1 select {|DCL0301:h.weight|}).ToArray();")]
    [InlineData("foreach (var h in heads.ToList()) x *= {|DCL0301:h.weight|};")]
    [InlineData("x *= {|DCL0301:heads.First().weight|};")]
    [InlineData("x *= {|DCL0301:heads.ToArray()[^1].weight|};")]
    [InlineData("Array.ForEach(heads.ToArray(), h => x *= {|DCL0301:h.weight|});")]
    [InlineData("foreach (var (name, layer) in map) x *= {|DCL0301:layer.weight|};")]
    [InlineData("foreach (var pair in (IEnumerable<(string, Linear)>)map) x *= {|DCL0301:pair.Item2.weight|};")]
    [InlineData("foreach (var layer in map.Values) x *= {|DCL0301:layer.weight|};")]
    [InlineData("x *= {|DCL0301:map[\"a\"].weight|};")]
    [InlineData("var first = map[0]; x *= {|DCL0301:first.Item2.weight|};")]
    [InlineData("var (key, value) = map[0]; x *= {|DCL0301:value.weight|};")]
    [InlineData("foreach (var m in net.children()) if (m is Linear l) x *= {|DCL0301:l.weight|};")]
    [InlineData("using var all = map.items(); while (all.MoveNext()) x *= {|DCL0301:all.Current.Item2.weight|};")]
    [InlineData("foreach (var h in new[] { q, k }) x *= {|DCL0301:h.weight|};")]
    [InlineData("Linear[] all = [q, v]; x *= {|DCL0301:all[1].weight|};")]
    [InlineData("var all = new List<Linear> { q, k }; foreach (var h in all) x *= {|DCL0301:h.weight|};")]
    [InlineData("foreach (var h in (Linear[])[k, .. heads]) x *= {|DCL0301:h.weight|};")]
    [InlineData("if (heads.ToArray() is [var first, ..]) x *= {|DCL0301:first.weight|};")]
    public Task Elements_in_lambdas_loops_and_pairs(string statements) => Verify.AnalyzerAsync(Lists(statements));

    [Theory]
    [InlineData("heads.AsEnumerable()")]
    [InlineData("new List<Linear>(heads).AsReadOnly()")]
    [InlineData("heads.Cast<Linear>()")]
    [InlineData("heads.Distinct()")]
    [InlineData("heads.OrderBy(h => h.in_features)")]
    [InlineData("heads.OrderByDescending(h => h.in_features)")]
    [InlineData("heads.Reverse()")]
    [InlineData("heads.Shuffle()")]
    [InlineData("heads.OrderBy(h => h.in_features).ThenBy(h => h.out_features)")]
    [InlineData("heads.OrderBy(h => h.in_features).ThenByDescending(h => h.out_features)")]
    [InlineData("heads.ToArray()")]
    [InlineData("heads.ToHashSet()")]
    [InlineData("System.Collections.Immutable.ImmutableArray.ToImmutableArray(heads)")]
    [InlineData("heads.ToList()")]
    [InlineData("map.values()")]
    [InlineData("heads.Append(k)")]
    [InlineData("heads.Concat([k])")]
    [InlineData("new[] { k }.Concat(heads)")]
    [InlineData("heads.Prepend(k)")]
    [InlineData("heads.Union([k])")]
    [InlineData("heads.Except([k])")]
    [InlineData("new List<Linear>(heads).FindAll(h => true)")]
    [InlineData("new List<Linear>(heads).GetRange(0, 1)")]
    [InlineData("heads.OfType<Linear>()")]
    [InlineData("heads.Skip(1)")]
    [InlineData("heads.SkipLast(1)")]
    [InlineData("heads.SkipWhile(h => h.in_features > 1)")]
    [InlineData("heads.Take(1)")]
    [InlineData("heads.TakeLast(1)")]
    [InlineData("heads.TakeWhile(h => h.in_features > 1)")]
    [InlineData("heads.Where(h => h.in_features > 1)")]
    public Task Elements_of_what_a_query_gives(string query) =>
        Verify.AnalyzerAsync(Lists($"foreach (var h in {query}) x *= {{|DCL0301:h.weight|}};"));

    [Theory]
    [InlineData("var (_, h) in heads.Index()")]
    [InlineData("var (h, _) in heads.Zip(new[] { 1, 2 })")]
    public Task Pairs_of_what_a_query_gives(string loop) =>
        Verify.AnalyzerAsync(Lists($"foreach ({loop}) x *= {{|DCL0301:h.weight|}};"));

    [Theory]
    [InlineData("children()", "var m")]
    [InlineData("named_children()", "var (_, m)")]
    public Task Children_of_a_sequence(string children, string variable) =>
        Verify.AnalyzerAsync(Lists($"foreach ({variable} in net.{children}) if (m is Linear l) x *= {{|DCL0301:l.weight|}};"));

    [Theory]
    [InlineData("new List<Linear>()", "all.Add(q)")]
    [InlineData("new List<Linear>()", "all.AddRange(heads)")]
    [InlineData("new List<Linear>()", "all.AddRange([k, q])")]
    [InlineData("new List<Linear>()", "all.Insert(0, q)")]
    [InlineData("new List<Linear>()", "all.InsertRange(0, heads)")]
    [InlineData("new LinkedList<Linear>()", "all.AddFirst(q)")]
    [InlineData("new LinkedList<Linear>()", "all.AddLast(q)")]
    [InlineData("new Queue<Linear>()", "all.Enqueue(q)")]
    [InlineData("new Stack<Linear>()", "all.Push(q)")]
    [InlineData("new HashSet<Linear>()", "all.UnionWith(heads)")]
    public Task Elements_of_a_collection_that_a_layer_was_put_into(string collection, string put) =>
        Verify.AnalyzerAsync(Lists($"var all = {collection}; {put}; foreach (var h in all) x *= {{|DCL0301:h.weight|}};"));

    [Theory]
    [InlineData("all.Add(\"q\", q)")]
    [InlineData("all.TryAdd(\"q\", q)")]
    [InlineData("all[\"q\"] = q")]
    public Task Values_of_a_dictionary_that_a_layer_was_put_into(string put) =>
        Verify.AnalyzerAsync(Lists($"var all = new Dictionary<string, Linear>(); {put}; foreach (var (_, h) in all) x *= {{|DCL0301:h.weight|}};"));

    [Theory]
    [InlineData("all.AddOrUpdate(\"q\", q, (_, old) => old)")]
    [InlineData("all.GetOrAdd(\"q\", q)")]
    public Task Values_of_a_shared_dictionary_that_a_layer_was_put_into(string put) => Verify.AnalyzerAsync(Lists(
        $"var all = new System.Collections.Concurrent.ConcurrentDictionary<string, Linear>(); {put}; foreach (var (_, h) in all) x *= {{|DCL0301:h.weight|}};"));

    [Theory]
    [InlineData("heads.ElementAt(0)")]
    [InlineData("heads.ElementAtOrDefault(0)!")]
    [InlineData("new List<Linear>(heads).Find(h => true)!")]
    [InlineData("new List<Linear>(heads).FindLast(h => true)!")]
    [InlineData("heads.First()")]
    [InlineData("heads.FirstOrDefault()!")]
    [InlineData("heads.Last()")]
    [InlineData("heads.LastOrDefault()!")]
    [InlineData("heads.MaxBy(h => h.in_features)!")]
    [InlineData("heads.MinBy(h => h.in_features)!")]
    [InlineData("heads.Single()")]
    [InlineData("heads.SingleOrDefault()!")]
    public Task The_element_that_a_query_picks(string query) =>
        Verify.AnalyzerAsync(Lists($"x *= {{|DCL0301:{query}.weight|}};"));

    [Theory]
    [InlineData("switch (layer) { case Linear l: return {|DCL0301:l.weight|} * x; }")]
    [InlineData("switch (layer) { case Linear { in_features: > 1 } l when l.bias is null: return {|DCL0301:l.weight|} * x; }")]
    [InlineData("return layer switch { Linear l => {|DCL0301:l.weight|} * x, _ => x };")]
    [InlineData("if (layer is not Linear l) return x; return {|DCL0301:l.weight|} * x;")]
    [InlineData("if (q is { weight: { } w }) return {|DCL0301:w|} * x;")]
    [InlineData("if (this is { q: { } l }) return {|DCL0301:l.weight|} * x;")]
    [InlineData("if (q is { weight: var w } && w.numel() > 1) return {|DCL0301:w|} * x;")]
    [InlineData("if (q.weight is { } w) return {|DCL0301:w|} * x;")]
    [InlineData("if (new[] { q, v } is [var first, ..]) return {|DCL0301:first.weight|} * x;")]
    [InlineData("if (new[] { q, v } is [_, .. var rest]) return {|DCL0301:rest[0].weight|} * x;")]
    [InlineData("if (q is { in_features: var n }) return x * n;")]
    [InlineData("if (new[] { q, k } is [_, var last]) return last.weight! * x;")]
    [InlineData("if (layer is Linear { in_features: > 1 } and var l) return {|DCL0301:((Linear)l).weight|} * x;")]
    public Task Through_patterns(string statements) => Verify.AnalyzerAsync(
        Models.WithForward($"Module layer = q; if (x.numel() > 1) {{ {statements} }} return v.forward(x) + (layer is null ? 1 : 0);"));

    [Theory]
    [InlineData("return v.forward(x) * {|DCL0301:q?.weight|}!;")]
    [InlineData("return v.forward(x) + {|DCL0301:q!.weight|};")]
    [InlineData("ref readonly var l = ref q; return v.forward(x) * {|DCL0301:l.weight|};")]
    [InlineData("using var l = q; return v.forward(x) * {|DCL0301:l.weight|};")]
    [InlineData("using var w = q.weight; return v.forward(x) * {|DCL0301:w|};")]
    [InlineData("Tensor w; return functional.linear(v.forward(x), w = {|DCL0301:q.weight|}) * {|DCL0301:w|};")]
    [InlineData("x = v.forward(x); x += {|DCL0301:q.weight|}; return x;")]
    [InlineData("Linear l; (l = q).train(); return v.forward(x) * {|DCL0301:(l = q).weight|} * {|DCL0301:l.weight|};")]
    [InlineData("Func<Tensor> f = () => {|DCL0301:q.weight|}.t(); return v.forward(f());")]
    [InlineData("Tensor Local() { return {|DCL0301:q.weight|}; } return v.forward(Local());")]
    [InlineData("var (a, b) = (k, q); return v.forward(x) * a.weight! * {|DCL0301:b.weight|};")]
    public Task In_other_expressions(string forward) => Verify.AnalyzerAsync(Models.WithForward(forward));

    [Theory]
    [InlineData("var w = heads.Select(h => h.in_features).Sum(); foreach (var h in heads) x = h.forward(x);")]
    [InlineData("heads.ToList().ForEach(h => init.normal_(h.weight!)); heads.ToList().ForEach(h => h.weight!.mul_(2));")]
    [InlineData("var all = heads.All(h => h.weight!.requires_grad);")]
    [InlineData("Linear[] all = [q, k]; x *= all[1].weight!;")]
    [InlineData("Linear[] all = [.. heads, k]; x *= all[1].weight!;")]
    [InlineData("Linear[] some = [q, k]; Linear[] all = [.. some]; x *= all[1].weight!;")]
    [InlineData("var pair = (q, k); x *= pair.Item2.weight!;")]
    [InlineData("foreach (var (a, b) in heads.Zip(new[] { k })) x *= b.weight!;")]
    [InlineData("var w = heads.Zip(new[] { k }, (a, b) => b.weight! * 2).ToArray();")]
    [InlineData("foreach (var other in heads.Select(h => k)) x *= other.weight!;")]
    [InlineData("x *= new[] { q, k }.Last().weight!;")]
    [InlineData("foreach (var other in new[] { q, k }.Skip(1)) x *= other.weight!;")]
    [InlineData("foreach (var m in net.children()) if (m is Conv2d c) x *= c.weight!;")]
    [InlineData("foreach (var (name, layer) in map) x = layer.forward(x) * name.Length;")]
    [InlineData("x = heads.Aggregate(x, (y, h) => h.forward(y));")]
    public Task Elements_that_are_called_or_looked_at_and_other_layers_are_fine(string statements) => Verify.AnalyzerAsync(Lists(statements));

    [Fact]
    public Task In_an_inner_class_that_needs_no_attribute() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Block block = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => block.forward(x);
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, {|DCL0301:fc.weight|});
        }
        """);

    [Fact]
    public Task A_parameter_of_a_primary_constructor() => Verify.AnalyzerAsync(
        """
        public abstract class Base : Module<Tensor, Tensor>
        {
            protected Base() : base("net") => RegisterComponents();
        }

        [Lora]
        public sealed partial class Net(Linear fc) : Base
        {
            public override Tensor forward(Tensor x) => functional.linear(fc.forward(x), {|DCL0301:fc.weight|});
        }
        """);

    [Fact]
    public Task In_top_level_statements() => new AnalyzerTest
    {
        IsProgram = true,
        Sources =
        {
            ("Program.cs", """
                var net = new Net();
                Console.WriteLine({|DCL0301:net.fc.weight|}.norm());
                """),
            ("Net.cs", """
                [Lora]
                public sealed partial class Net : Module<Tensor, Tensor>
                {
                    public readonly Linear fc = Linear(16, 16);
                    public Net() : base("net") => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
                """),
        },
    }.RunAsync();

    [Fact]
    public Task In_what_a_primary_constructor_gives_its_base_class() => Verify.AnalyzerAsync(
        """
        public abstract class Base(Func<Base, Tensor> read) : Module<Tensor, Tensor>("base")
        {
            protected Tensor Read() => read(this);
        }

        [Lora(Targets = "fc")]
        public sealed partial class Net() : Base(static net => {|DCL0301:((Net)net).fc.weight|}!)
        {
            private readonly Linear fc = Linear(16, 16);
            public override Tensor forward(Tensor x) => fc.forward(x) * Read();
        }
        """);

    [Fact]
    public Task In_a_base_class_and_in_another_class() => Verify.AnalyzerAsync(
        """
        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            public readonly Linear fc = Linear(16, 16);
            protected Tensor Tied(Tensor x) => functional.linear(x, {|DCL0301:fc.weight|});
        }

        [Lora(Targets = "fc")]
        public sealed partial class Net : Base
        {
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(Tied(x));
        }

        public static class Probe
        {
            public static Tensor Norm(Net net) => {|DCL0301:net.fc.weight|}.norm();
        }
        """);

    [Fact]
    public Task A_custom_layer_with_its_weight_in_a_buffer() => Verify.AnalyzerAsync(
        """
        public sealed class Frozen : Module<Tensor, Tensor>
        {
            public readonly Tensor weight = zeros(16, 16);
            public Frozen() : base("frozen") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }

        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Frozen fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(fc.forward(x), {|DCL0301:fc.weight|});
        }
        """);

    [Theory]
    [InlineData("if (layer is Scaled s) x *= {|DCL0301:s.weight|};")]
    [InlineData("if (layer is Weighted w) x *= {|DCL0301:w.weight|};")]
    [InlineData("if (layer is Shifted s) x *= {|DCL0301:s.weight|};")]
    [InlineData("if (layer is Tied t) x *= t.weight;")]
    [InlineData("if (layer is Linear l) x *= l.weight!;")]
    [InlineData("if (layer is Other o) x *= o.weight;")]
    public Task A_pattern_that_a_custom_layer_can_or_cannot_match(string statement) => Verify.AnalyzerAsync(
        $$"""
        public abstract class Weighted(string name) : Module<Tensor, Tensor>(name)
        {
            public readonly Parameter weight = new(zeros(16, 16));
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }
        public class Scaled() : Weighted("scaled");
        public sealed class Shifted : Scaled;
        public sealed class Tied() : Weighted("tied");
        public sealed class Other() : Module("other") { public readonly Parameter weight = new(zeros(16, 16)); }

        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Scaled fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                Module layer = fc;
                {{statement}}
                return fc.call(x);
            }
        }
        """);

    [Fact]
    public Task A_pattern_that_another_target_of_the_member_can_match() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "net.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Sequential net = Sequential(("fc", Linear(64, 64)), ("conv", Conv2d(64, 64, 3)));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                foreach (var layer in net.children())
                {
                    if (layer is Conv2d conv)
                        x *= {|DCL0301:conv.weight|};
                    if (layer is Linear fc)
                        x *= {|DCL0301:fc.weight|};
                    if (layer is Embedding tokens)
                        x *= tokens.weight!;
                }
                return net.forward(x);
            }
        }
        """);

    [Theory]
    [InlineData("Module<Tensor, Tensor>")]
    [InlineData("IModule<Tensor, Tensor>")]
    public Task A_pattern_that_a_layer_known_to_a_run_alone_can_match(string type) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "any")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly {{type}} any;
            public Net({{type}} any) : base("net")
            {
                this.any = any;
                RegisterComponents();
            }
            public override Tensor forward(Tensor x)
            {
                if (any is Linear l)
                    x *= {|DCL0301:l.weight|}!;
                return any.call(x);
            }
        }
        """);

    [Fact]
    public Task Initialisation_in_constructors_is_fine_but_not_what_outlives_it() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            private readonly Func<Tensor, Tensor> late;
            public Net() : base("net")
            {
                init.kaiming_uniform_(fc.weight);
                using (no_grad())
                    fc.weight.copy_(fc.weight / 2);
                late = x => functional.linear(x, {|DCL0301:fc.weight|});
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => fc.forward(late(x));
        }
        """);

    [Theory]
    [InlineData("return functional.linear(q.forward(v.forward(x)), k.weight!);")]
    [InlineData("return q.forward(v.forward(x)) + q.weight!.shape[0] + q.weight.numel();")]
    [InlineData("if (q.weight is null || q.weight.device_type != x.device_type) throw new InvalidOperationException(nameof(q.weight)); return q.forward(v.forward(x));")]
    [InlineData("var n = q.weight!.shape; return q.forward(v.forward(x)) * n[0];")]
    [InlineData("using (no_grad()) { q.weight!.mul_(0.5); v.weight!.fill_(0); } return q.forward(v.forward(x));")]
    [InlineData("init.normal_(q.weight!); var w = v.weight!; init.zeros_(w); return q.forward(v.forward(x));")]
    [InlineData("return functional.linear(q.forward(v.forward(x)), k.weight!, q.bias);")]
    [InlineData("q.weight!.requires_grad = false; Console.WriteLine(q.weight); return q.forward(v.forward(x));")]
    [InlineData("return q.forward(v.forward(x)) * q.weight!.grad!.norm();")]
    [InlineData("_ = q.weight!.mul_(2); return q.forward(v.forward(x));")]
    [InlineData("using var l = Linear(64, 64); l.weight = q.weight; return q.forward(v.forward(x));")]
    [InlineData("register_buffer(\"shared\", q.weight!); return q.forward(v.forward(x));")]
    [InlineData("register_parameter(\"shared\", q.weight!); return q.forward(v.forward(x));")]
    [InlineData("x = q.weight is null ? x : k.forward(x); return q.forward(v.forward(x));")]
    public Task Looking_at_a_weight_changing_it_and_other_layers_are_fine(string forward) =>
        Verify.AnalyzerAsync(Models.WithForward(forward));

    private static string Lists(string statements) =>
        $$"""
        [Lora(Targets = "q|v|heads.*|map.*|fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            private readonly ModuleList<Linear> heads = new(Linear(64, 64));
            private readonly ModuleDict<Linear> map = new() { ("a", Linear(64, 64)) };
            private readonly Sequential net = Sequential(("fc", Linear(64, 64)), ("conv", Conv2d(1, 1, 1)));
            public Net() : base("net") => RegisterComponents();
            public Tensor Rest(Tensor x) => heads[0].forward(map["a"].forward(x));
            public override Tensor forward(Tensor x)
            {
                {{statements}}
                return v.forward(q.forward(net.forward(k.forward(x))));
            }
        }
        """;
}
