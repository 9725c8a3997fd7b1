using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.Cat.Call(Arg.List([.. tensors]), dim);

    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.Cat.Call(Arg.List(tensors), dim);

    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Aten.Cat.Call(Arg.List(tensors.ToArray()), dim);

    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape side by side, in a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.Stack.Call(Arg.List([.. tensors]), dim);

    /// <summary>Tensors one below another.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.Vstack.Call(Arg.List([.. tensors]));

    /// <summary>Tensors one beside another.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Aten.Hstack.Call(Arg.List([.. tensors]));

    /// <summary>The sum of products that an equation such as "bij,bjk->bik" names.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.Einsum.Call(equation, Arg.List(tensors));
}
