using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Shapes;

public class Config
{
    public int Hidden { get; set; } = 8;

    public int Heads { get; init; }

    public int HeadSize => Hidden / 2;
}

[Lora(Rank = 16)]
public partial class Net : Module<Tensor, Tensor>
{
    private const int Width = 4;
    private static readonly int Doubled = 2 * Width;
    private readonly int field = 3;
    private readonly Linear constant = Linear(Width, Doubled, false), single, named, defaulted, property, computed, written, parameter, reused, factory, unbiased, stored;
    private readonly int stored_size;
    private readonly Inner literal = new(6, 2), default_ = new();
    private readonly Linear own;
    private readonly ModuleList<Linear> counted = new(), uncounted = new();

    public Net(Config config, int size, int optional = 32, bool bias = true)
        : base("net")
    {
        var local = 5 + Width;
        var changed = 7;
        changed++;
        single = Linear(local, field);
        named = Linear(outputSize: 2, inputSize: 6L);
        defaulted = Linear(optional, 2 * optional);
        property = Linear(config.Hidden, config.HeadSize);
        computed = Linear((int)(Width * 1L), 1 << 4);
        written = Linear(config.Heads * config.Hidden,
            3 * // of them
            config.Heads);
        parameter = Linear(size, size);
        reused = Linear(changed, Width);
        factory = Make(config);
        unbiased = Linear(Width, Width, hasBias: bias);
        own = Linear(config.Heads, config.Heads);
        stored_size = 2 * Width;
        stored = Linear(stored_size, 1);
        for (var i = 0; i < config.Heads; i++)
            counted.Add(Linear(Width, Width));
        while (uncounted.Count < size)
            uncounted.Add(Linear(Width, Width));
        RegisterComponents();
    }

    private static Linear Make(Config config) => Linear(config.Hidden, config.Hidden);

    public override Tensor forward(Tensor x) => x;
}

public class Inner : Module<Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly Own own;
    private readonly ModuleList<Linear> list = new();

    public Inner(int width = 3, int depth = 1)
        : base("inner")
    {
        fc = Linear(width, 2 * width);
        own = new Own(width, width + 1);
        for (var i = 0; i < depth; i++)
            list.Add(Linear(width, 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x;
}

public sealed class Own(long inputs, long outputs) : OwnBase(inputs, rows: outputs);

public class OwnBase(long columns, long rows) : Module<Tensor, Tensor>("own")
{
    private readonly Parameter weight = Parameter(torch.zeros(rows, columns));

    public override Tensor forward(Tensor x) => functional.linear(x, weight);
}
