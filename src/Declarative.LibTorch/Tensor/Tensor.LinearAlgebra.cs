using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: linear algebra.
    public partial class Tensor
    {
        /// <summary>The matrix product, of batches too.</summary>
        public Tensor matmul(Tensor target) => Aten.Matmul.Call(this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.Mm.Call(this, target);

        /// <summary>The products of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Aten.Bmm.Call(this, batch2);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Aten.Mv.Call(this, target);

        /// <summary>The scalar product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.Dot.Call(this, target);

        /// <summary>The scalar product of two vectors.</summary>
        public Tensor vdot(Tensor target) => Aten.Vdot.Call(this, target);

        /// <summary>The scalar products over the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Aten.Inner.Call(this, vec2);

        /// <summary>The products of all pairs of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.Outer.Call(this, vec2);

        /// <summary>The products of all pairs of two vectors.</summary>
        public Tensor ger(Tensor vec2) => Aten.Outer.Call(this, vec2);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Aten.Kron.Call(this, other);

        /// <summary>beta times this plus alpha times the product of two matrices.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>Makes this beta times itself plus alpha times the product of two matrices.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            Aten.Addmm_.Do(this, mat1, mat2, (double)beta, (double)alpha);
            return this;
        }

        /// <summary>beta times this plus alpha times the sum of the products of two batches of matrices.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.Addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>beta times this plus alpha times the product of a matrix and a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.Addmv.Call(this, mat, vec, (double)beta, (double)alpha);

        /// <summary>Makes this beta times itself plus alpha times the product of a matrix and a vector.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1)
        {
            Aten.Addmv_.Do(this, mat, vec, (double)beta, (double)alpha);
            return this;
        }

        /// <summary>beta times this plus alpha times the outer product of two vectors.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.Addr.Call(this, vec1, vec2, (double)beta, (double)alpha);

        /// <summary>Makes this beta times itself plus alpha times the outer product of two vectors.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1)
        {
            Aten.Addr_.Do(this, vec1, vec2, (double)beta, (double)alpha);
            return this;
        }

        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Aten.Trace.Call(this);

        /// <summary>The determinant.</summary>
        public Tensor det() => Aten.Det.Call(this);

        /// <summary>The inverse of matrices.</summary>
        public Tensor inverse() => Aten.Inverse.Call(this);

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2) => Aten.Dist.Call(this, other, (double)p);
    }
}
