using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class LayerExposedTests
{
    [Fact]
    public Task Returned_by_a_public_property() => Verify.AnalyzerAsync(
        Model("public Linear Query => {|#0:q|};"),
        Verify.Diagnostic(DiagnosticDescriptors.LayerExposed).WithLocation(0).WithArguments("q", "Query", "Lora"));

    [Theory]
    [InlineData("public Linear Query() => {|DCL0304:q|};")]
    [InlineData("internal Module Query { get { return {|DCL0304:this.q|}; } }")]
    [InlineData("public Linear Query { get => {|DCL0304:q|}; }")]
    [InlineData("public Module<Tensor, Tensor> Pick(bool first) => first ? {|DCL0304:q|} : k;")]
    [InlineData("public Linear Query() { var layer = q; return {|DCL0304:layer|}; }")]
    [InlineData("public Linear? Last; public void Keep() => Last = {|DCL0304:q|};")]
    [InlineData("public Linear? Last { get; private set; } public void Keep() => Last = {|DCL0304:q|};")]
    public Task In_other_forms(string member) => Verify.AnalyzerAsync(Model(member));

    [Theory]
    [InlineData("public (Linear, Linear) Both() => ({|DCL0304:q|}, {|DCL0304:v|});")]
    [InlineData("public (string Name, Linear Layer) Named => (nameof(q), {|DCL0304:q|});")]
    [InlineData("public Linear[] All() => [{|DCL0304:q|}, k];")]
    [InlineData("public IEnumerable<Linear> All() => new[] { {|DCL0304:q|}, {|DCL0304:v|} };")]
    [InlineData("public List<Module> All() => new() { k, {|DCL0304:q|} };")]
    [InlineData("public Dictionary<string, Linear> All() => new() { [\"k\"] = k, [\"q\"] = {|DCL0304:q|} };")]
    [InlineData("public Dictionary<string, Linear> All() => new() { { \"k\", k }, { \"q\", {|DCL0304:q|} } };")]
    [InlineData("public IEnumerable<Linear> All() { yield return k; yield return {|DCL0304:q|}; }")]
    [InlineData("public IEnumerable<(int, Linear)> All() { yield return (0, {|DCL0304:q|}); }")]
    [InlineData("public object Anonymous() => new { Layer = {|DCL0304:q|}, k };")]
    [InlineData("public System.Threading.Tasks.Task<Linear> Later() => System.Threading.Tasks.Task.FromResult({|DCL0304:q|});")]
    [InlineData("public KeyValuePair<string, Linear> Pair() => new(\"q\", {|DCL0304:q|});")]
    [InlineData("public Func<Linear> Get() => () => {|DCL0304:q|};")]
    [InlineData("public Func<Linear>? Getter; public void Open() => Getter = () => { return {|DCL0304:q|}; };")]
    [InlineData("public Linear Pick(int i) => i switch { 0 => {|DCL0304:q|}, _ => k };")]
    [InlineData("public Linear? Maybe(object o) => o as Linear ?? {|DCL0304:q|};")]
    [InlineData("public static readonly Func<Net, Linear> Get = net => {|DCL0304:net.q|};")]
    [InlineData("public static Func<Net, Linear> Get { get; } = net => {|DCL0304:net.q|};")]
    public Task Inside_something_else(string member) => Verify.AnalyzerAsync(Model(member));

    [Theory]
    [InlineData("public (Linear, int) Pair() { var pair = (q, 1); return {|DCL0304:pair|}; }")]
    [InlineData("public Linear[] All() { var all = new Linear[2]; all[0] = q; all[1] = k; return {|DCL0304:all|}; }")]
    [InlineData("public List<Linear> All() { var all = new List<Linear>(); all.Add(k); all.Add(q); return {|DCL0304:all|}; }")]
    [InlineData("public List<Linear> All() { Linear[] some = [q, k]; var all = new List<Linear>(some); return {|DCL0304:all|}; }")]
    [InlineData("public Linear Second() { var (a, b) = (k, q); return a ?? {|DCL0304:b|}; }")]
    [InlineData("public Linear Second() { Linear a, b; (a, b) = (q, k); return b ?? {|DCL0304:a|}; }")]
    [InlineData("public Linear Chained() { Linear a, b; a = b = q; return a is null ? {|DCL0304:b|} : {|DCL0304:a|}; }")]
    [InlineData("public Linear? Last; public void Keep() { var layer = q; Last = {|DCL0304:layer|}; }")]
    [InlineData("public Linear? Last; private Linear? last; public void Keep() => Last = last = {|DCL0304:q|};")]
    [InlineData("public Linear? Last; public void Keep() => Last ??= {|DCL0304:q|};")]
    [InlineData("public Linear Query() { ref readonly var layer = ref q; return {|DCL0304:layer|}; }")]
    [InlineData("public Func<Linear> Get() { var get = () => q; return {|DCL0304:get|}; }")]
    public Task Through_locals(string member) => Verify.AnalyzerAsync(Model(member));

    [Theory]
    [InlineData("public void Get(out Linear layer) => layer = {|DCL0304:q|};")]
    [InlineData("public void Get(ref Linear layer) { layer = {|DCL0304:q|}; }")]
    [InlineData("public bool TryGet(out Linear? layer) { var found = q; layer = {|DCL0304:found|}; return true; }")]
    [InlineData("public void Collect(List<Linear> into) => into.Add({|DCL0304:q|});")]
    [InlineData("public void Fill(Linear[] into) => into[0] = {|DCL0304:q|};")]
    [InlineData("public void Visit(Action<Linear> visitor) => visitor({|DCL0304:q|});")]
    [InlineData("public event Action<Linear>? Made; public void Raise() => Made?.Invoke({|DCL0304:q|});")]
    [InlineData("public static readonly List<Module> Registry = new(); public void Join() => Registry.Add({|DCL0304:q|});")]
    [InlineData("public readonly Dictionary<string, Linear> Map = new(); public void Join() => Map[\"q\"] = {|DCL0304:q|};")]
    [InlineData("public void Join() => Registry.All.Add({|DCL0304:q|});")]
    [InlineData("public Record Join() => new() { Layer = {|DCL0304:q|}, Others = { {|DCL0304:v|} } };")]
    public Task Through_parameters_events_and_collections(string member) => Verify.AnalyzerAsync(
        Model(member) + """

        public static class Registry { public static readonly List<Linear> All = new(); }
        public sealed record Record { public Linear? Layer { get; init; } public List<Linear> Others { get; } = new(); }
        """);

    [Fact]
    public Task An_operator_is_called_as_it_is_declared() => Verify.AnalyzerAsync(
        Model("public static implicit operator Linear(Net net) => {|#0:net.q|};"),
        Verify.Diagnostic(DiagnosticDescriptors.LayerExposed).WithLocation(0).WithArguments("q", "implicit operator Linear", "Lora"));

    [Theory]
    [InlineData("public Linear this[int i] => i == 0 ? {|DCL0304:q|} : k;")]
    [InlineData("public static Linear operator !(Net net) => {|DCL0304:net.q|};")]
    [InlineData("public Linear Copy { get; init; } = null!; public Net(int n) : base(\"net\") { Copy = {|DCL0304:q|}; RegisterComponents(); }")]
    [InlineData("public IEnumerable<Linear> Heads => {|DCL0304:heads|}.Where(h => h is not null).ToList();")]
    [InlineData("public IEnumerable<Linear> Heads => heads.Select(h => {|DCL0304:h|});")]
    [InlineData("public Linear First() => {|DCL0304:heads.First()|};")]
    [InlineData("public Linear First() => {|DCL0304:heads[0]|};")]
    public Task Through_other_members_and_out_of_lists(string member) => Verify.AnalyzerAsync(Model(
        member + " private readonly ModuleList<Linear> heads = new(Linear(64, 64)); public Tensor Rest(Tensor x) => heads[0].forward(x);").Replace("\"q|v\"", "\"q|v|heads.*\"", StringComparison.Ordinal));

    [Fact]
    public Task By_an_interface_that_is_implemented_explicitly() => Verify.AnalyzerAsync(
        """
        public interface IHasQuery { Linear Query { get; } }

        [Lora(Targets = "q")]
        public sealed partial class Net : Module<Tensor, Tensor>, IHasQuery
        {
            private readonly Linear q = Linear(16, 16);
            public Net() : base("net") => RegisterComponents();
            Linear IHasQuery.Query => {|DCL0304:q|};
            public override Tensor forward(Tensor x) => q.forward(x);
        }
        """);

    [Theory]
    [InlineData("private Linear Query => q; public Tensor Run(Tensor x) => Query.forward(x);")]
    [InlineData("public Linear Key => k;")]
    [InlineData("private Linear? last; public void Keep() => last = q; public bool Kept => last is not null;")]
    [InlineData("public Func<Tensor, Tensor> Query() => x => q.forward(x);")]
    [InlineData("public int Count() { Linear Local() => q; return Local() is null ? 0 : 1; }")]
    [InlineData("public (Linear, int) Key() => (k, nameof(q).Length);")]
    [InlineData("private IEnumerable<Linear> All() { yield return q; } public int Count() => All().Count();")]
    [InlineData("private readonly Dictionary<string, Linear> map = new(); public void Keep() => map[\"q\"] = q;")]
    [InlineData("private readonly List<Linear> list = new(); public void Keep() => list.Add(q);")]
    [InlineData("public int Count() { var all = new { q, n = 2 }; return all.n; }")]
    [InlineData("public int Count() { Linear[] all = [q, v]; var (a, b) = (q, k); return all.Length + (a is null ? 0 : 1) + (b is null ? 0 : 1); }")]
    [InlineData("public Linear Second() { var (a, b) = (q, k); return a is null ? k : b; }")]
    [InlineData("private void Get(out Linear layer) => layer = q; public long Width() { Get(out var l); return l.weight!.shape[0]; }")]
    [InlineData("public Linear Same(Linear layer) => layer; public Tensor Run(Tensor x) => Same(q).forward(x);")]
    [InlineData("private sealed class Cache { public Linear? Last; } private readonly Cache cache = new(); public void Keep() => cache.Last = q;")]
    [InlineData("private event Action<Linear>? Made; public void Raise() => Made?.Invoke(q);")]
    [InlineData("public List<long> Widths() { var widths = new List<long>(); widths.Add(q.weight!.shape[0]); return widths; }")]
    [InlineData("public IEnumerable<string> Names() { foreach (var l in new[] { q, v }) yield return l.GetName(); }")]
    public Task Private_members_other_layers_and_lambdas_are_fine(string member) => Verify.AnalyzerAsync(Model(member));

    private static string Model(string member) => Models.WithForward("return q.forward(v.forward(x));", member);
}
