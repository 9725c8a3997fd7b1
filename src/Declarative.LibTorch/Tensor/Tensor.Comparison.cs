using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: comparisons.
    public partial class Tensor
    {
        /// <summary>Whether equal, element by element.</summary>
        public Tensor eq(Tensor target) => Aten.EqTensor.Call(this, target);

        /// <summary>Whether each element equals a number.</summary>
        public Tensor eq(Scalar target) => Aten.EqScalar.Call(this, target);

        /// <summary>Whether different, element by element.</summary>
        public Tensor ne(Tensor target) => Aten.NeTensor.Call(this, target);

        /// <summary>Whether each element differs from a number.</summary>
        public Tensor ne(Scalar target) => Aten.NeScalar.Call(this, target);

        /// <summary>Whether less, element by element.</summary>
        public Tensor lt(Tensor target) => Aten.LtTensor.Call(this, target);

        /// <summary>Whether each element is less than a number.</summary>
        public Tensor lt(Scalar target) => Aten.LtScalar.Call(this, target);

        /// <summary>Whether less or equal, element by element.</summary>
        public Tensor le(Tensor target) => Aten.LeTensor.Call(this, target);

        /// <summary>Whether each element is at most a number.</summary>
        public Tensor le(Scalar target) => Aten.LeScalar.Call(this, target);

        /// <summary>Whether greater, element by element.</summary>
        public Tensor gt(Tensor target) => Aten.GtTensor.Call(this, target);

        /// <summary>Whether each element is greater than a number.</summary>
        public Tensor gt(Scalar target) => Aten.GtScalar.Call(this, target);

        /// <summary>Whether greater or equal, element by element.</summary>
        public Tensor ge(Tensor target) => Aten.GeTensor.Call(this, target);

        /// <summary>Whether each element is at least a number.</summary>
        public Tensor ge(Scalar target) => Aten.GeScalar.Call(this, target);

        /// <summary>Whether close, element by element: apart by at most atol + rtol times the other.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) =>
            Aten.Isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether every element is close: apart by at most atol + rtol times the other.</summary>
        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
            Aten.Allclose.CallBool(this, target, rtol, atol, equal_nan);

        /// <summary>Whether each element is among the others.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Aten.IsinTensorTensor.Call(this, test_elements, assumeUnique, invert);
    }
}
