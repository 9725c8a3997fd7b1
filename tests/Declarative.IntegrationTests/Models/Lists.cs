using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>A list of layers, walked in every usual way.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class LinearListModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> looped, indexed, selected, folded;

    public LinearListModel() : base(nameof(LinearListModel))
    {
        looped = new ModuleList<Linear>(Linear(4, 4), Linear(4, 4));
        indexed = new ModuleList<Linear>();
        for (var i = 0; i < 2; i++)
            indexed.Add(Linear(4, 4));
        selected = ModuleList(Linear(4, 4), Linear(4, 4));
        folded = new ModuleList<Linear>(Linear(4, 4), Linear(4, 4, hasBias: false));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = x;
        foreach (var layer in looped)
            h = layer.forward(h);
        for (var i = 0; i < indexed.Count; i++)
            h = indexed[i].call(h);
        h = selected.Select(layer => layer.forward(h)).Aggregate((a, b) => a * b);
        return folded.Aggregate(h, (state, layer) => layer.forward(state));
    }
}

/// <summary>One part of a block.</summary>
public sealed class ListAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, v_proj;

    public ListAttention(long width) : base(nameof(ListAttention))
    {
        q_proj = Linear(width, width, hasBias: false);
        v_proj = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var q = q_proj.forward(x);
        using var v = v_proj.forward(x);
        using var weights = functional.softmax(q, -1);
        return weights * v;
    }
}

/// <summary>An element of a list: neither annotated nor partial.</summary>
public sealed class ListBlock : Module<Tensor, Tensor>
{
    private readonly ListAttention attn;
    private readonly Linear fc;

    public ListBlock(long width) : base(nameof(ListBlock))
    {
        attn = new ListAttention(width);
        fc = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = attn.forward(x);
        using var sum = x + h;
        return fc.forward(sum);
    }
}

/// <summary>Blocks in a list, two levels down to the layers, and a head that all-linear leaves alone.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class BlockListModel : Module<Tensor, Tensor>
{
    public readonly ModuleList<ListBlock> blocks;
    private readonly Linear lm_head;

    public BlockListModel() : this(2)
    {
    }

    public BlockListModel(int depth) : base(nameof(BlockListModel))
    {
        blocks = new ModuleList<ListBlock>();
        for (var i = 0; i < depth; i++)
            blocks.Add(new ListBlock(4));
        lm_head = Linear(4, 6);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = x;
        foreach (var block in blocks)
            h = block.forward(h);
        return lm_head.forward(h);
    }
}

/// <summary>The same shape with a target named by index.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "blocks.0.attn.q_proj")]
public sealed partial class IndexedTargetModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<ListBlock> blocks = new(new ListBlock(4), new ListBlock(4));

    public IndexedTargetModel() : base(nameof(IndexedTargetModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = x;
        for (var i = 0; i < blocks.Count; i++)
            h = blocks[i].forward(h);
        return h;
    }
}

/// <summary>Targets by a path with a wildcard over several segments.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "blocks.**.v_proj|blocks.1.fc")]
public sealed partial class DeepPatternModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<ListBlock> blocks = new(new ListBlock(4), new ListBlock(4));

    public DeepPatternModel() : base(nameof(DeepPatternModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => blocks.Aggregate(x, (h, block) => block.forward(h));
}

/// <summary>All linear layers but those excluded.</summary>
[Lora(Rank = 2, Alpha = 4, Exclude = "blocks.1.**|attn.q_proj")]
public sealed partial class ExcludeModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<ListBlock> blocks = new(new ListBlock(4), new ListBlock(4));
    private readonly Linear score = Linear(4, 3);

    public ExcludeModel() : base(nameof(ExcludeModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = blocks.Aggregate(x, (h, block) => block.forward(h));
        return score.forward(h);
    }
}

/// <summary>
/// Layers by key. <c>ModuleDict.to</c> throws in TorchSharp, so the layers are made in the type they are wanted in.
/// </summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class DictionaryModel : Module<Tensor, Tensor>
{
    private readonly ModuleDict<Linear> tasks = new();
    private readonly ModuleDict<Linear> more = new();

    public DictionaryModel(ScalarType dtype) : base(nameof(DictionaryModel))
    {
        tasks.Add("left", Linear(4, 4, dtype: dtype));
        tasks.Add("right", Linear(4, 4, dtype: dtype));
        more.Add("up", Linear(4, 4, dtype: dtype));
        more.Add("down", Linear(4, 4, hasBias: false, dtype: dtype));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var left = tasks["left"].forward(x);
        using var right = tasks["right"].call(x);
        var h = left * right;
        foreach (var layer in more.values())
            h = layer.forward(h);
        return h;
    }
}
