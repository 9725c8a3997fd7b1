using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: of two operands.
    public partial class Tensor
    {
        /// <summary>The sum; shapes are broadcast.</summary>
        public Tensor add(Tensor target) => Aten.AddTensor.Call(this, target);

        /// <summary>The sum with alpha times the other; shapes are broadcast.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.AddTensor.Call(this, target, alpha);

        /// <summary>The sum with a number.</summary>
        public Tensor add(Scalar scalar) => Aten.AddScalar.Call(this, scalar);

        /// <summary>The sum with alpha times a number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.AddScalar.Call(this, scalar, alpha);

        /// <summary>Adds in place.</summary>
        public Tensor add_(Tensor target)
        {
            Aten.AddTensor_.Do(this, target);
            return this;
        }

        /// <summary>Adds alpha times the other in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            Aten.AddTensor_.Do(this, target, alpha);
            return this;
        }

        /// <summary>Adds a number in place.</summary>
        public Tensor add_(Scalar scalar)
        {
            Aten.AddScalar_.Do(this, scalar);
            return this;
        }

        /// <summary>Adds alpha times a number in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            Aten.AddScalar_.Do(this, scalar, alpha);
            return this;
        }

        /// <summary>The difference; shapes are broadcast.</summary>
        public Tensor sub(Tensor target) => Aten.SubTensor.Call(this, target);

        /// <summary>The difference from a number.</summary>
        public Tensor sub(Scalar target) => Aten.SubScalar.Call(this, target);

        /// <summary>Subtracts in place.</summary>
        public Tensor sub_(Tensor target)
        {
            Aten.SubTensor_.Do(this, target);
            return this;
        }

        /// <summary>Subtracts a number in place.</summary>
        public Tensor sub_(Scalar target)
        {
            Aten.SubScalar_.Do(this, target);
            return this;
        }

        /// <summary>The difference; shapes are broadcast.</summary>
        public Tensor subtract(Tensor target) => Aten.SubTensor.Call(this, target);

        /// <summary>The difference from a number.</summary>
        public Tensor subtract(Scalar target) => Aten.SubScalar.Call(this, target);

        /// <summary>The product; shapes are broadcast.</summary>
        public Tensor mul(Tensor target) => Aten.MulTensor.Call(this, target);

        /// <summary>The product with a number.</summary>
        public Tensor mul(Scalar target) => Aten.MulScalar.Call(this, target);

        /// <summary>Multiplies in place.</summary>
        public Tensor mul_(Tensor target)
        {
            Aten.MulTensor_.Do(this, target);
            return this;
        }

        /// <summary>Multiplies by a number in place.</summary>
        public Tensor mul_(Scalar target)
        {
            Aten.MulScalar_.Do(this, target);
            return this;
        }

        /// <summary>The product; shapes are broadcast.</summary>
        public Tensor multiply(Tensor target) => Aten.MulTensor.Call(this, target);

        /// <summary>The product with a number.</summary>
        public Tensor multiply(Scalar target) => Aten.MulScalar.Call(this, target);

        /// <summary>The quotient; shapes are broadcast.</summary>
        public Tensor div(
            Tensor target,
            RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.DivTensor.Call(this, target)
                : Aten.DivTensorMode.Call(this, target, rounding_mode.ToString());

        /// <summary>The quotient by a number.</summary>
        public Tensor div(
            Scalar target,
            RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.DivScalar.Call(this, target)
                : Aten.DivScalarMode.Call(this, target, rounding_mode.ToString());

        /// <summary>Divides in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            InPlaceDiv(target, rounding_mode);

        /// <summary>Divides by a number in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            InPlaceDiv(target, rounding_mode);

        /// <summary>The quotient; shapes are broadcast.</summary>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            div(target, rounding_mode);

        /// <summary>The quotient by a number.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            div(target, rounding_mode);

        /// <summary>The quotient; shapes are broadcast.</summary>
        public Tensor true_divide(Tensor other) => Aten.DivTensor.Call(this, other);

        /// <summary>The quotient by a number.</summary>
        public Tensor true_divide(Scalar other) => Aten.DivScalar.Call(this, other);

        /// <summary>The quotient rounded down; shapes are broadcast.</summary>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        /// <summary>The quotient by a number, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        /// <summary>The remainder with the sign of the divisor; shapes are broadcast.</summary>
        public Tensor remainder(Tensor target) => Aten.RemainderTensor.Call(this, target);

        /// <summary>The remainder by a number, with its sign.</summary>
        public Tensor remainder(Scalar scalar) => Aten.RemainderScalar.Call(this, scalar);

        /// <summary>Takes the remainder by a number in place.</summary>
        public Tensor remainder_(Scalar scalar)
        {
            Aten.RemainderScalar_.Do(this, scalar);
            return this;
        }

        /// <summary>The remainder with the sign of the dividend; shapes are broadcast.</summary>
        public Tensor fmod(Tensor target) => Aten.FmodTensor.Call(this, target);

        /// <summary>The remainder by a number, with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Aten.FmodScalar.Call(this, scalar);

        /// <summary>The power; shapes are broadcast.</summary>
        public Tensor pow(Tensor exponent) => Aten.PowTensorTensor.Call(this, exponent);

        /// <summary>The power by a number.</summary>
        public Tensor pow(Scalar exponent) => Aten.PowTensorScalar.Call(this, exponent);

        /// <summary>Takes the power in place.</summary>
        public Tensor pow_(Tensor exponent)
        {
            Aten.PowTensor_.Do(this, exponent);
            return this;
        }

        /// <summary>Takes the power by a number in place.</summary>
        public Tensor pow_(Scalar exponent)
        {
            Aten.PowScalar_.Do(this, exponent);
            return this;
        }

        /// <summary>The angle of the point with these coordinates, element by element.</summary>
        public Tensor atan2(Tensor other) => Aten.Atan2.Call(this, other);

        /// <summary>The root of the sum of the squares, element by element.</summary>
        public Tensor hypot(Tensor other) => Aten.Hypot.Call(this, other);

        /// <summary>The greater, element by element.</summary>
        public Tensor maximum(Tensor other) => Aten.Maximum.Call(this, other);

        /// <summary>The lesser, element by element.</summary>
        public Tensor minimum(Tensor other) => Aten.Minimum.Call(this, other);

        /// <summary>Whether both are not zero, element by element.</summary>
        public Tensor logical_and(Tensor other) => Aten.LogicalAnd.Call(this, other);

        /// <summary>Whether one is not zero, element by element.</summary>
        public Tensor logical_or(Tensor other) => Aten.LogicalOr.Call(this, other);

        /// <summary>Whether just one is not zero, element by element.</summary>
        public Tensor logical_xor(Tensor other) => Aten.LogicalXor.Call(this, other);

        /// <summary>The bits that both have, element by element.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.BitwiseAndTensor.Call(this, other);

        /// <summary>The bits that one has, element by element.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.BitwiseOrTensor.Call(this, other);

        /// <summary>The bits that just one has, element by element.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.BitwiseXorTensor.Call(this, other);

        /// <summary>The bits moved up, element by element.</summary>
        public Tensor bitwise_left_shift(Tensor other) => Aten.BitwiseLeftShiftTensor.Call(this, other);

        /// <summary>The bits moved down, element by element.</summary>
        public Tensor bitwise_right_shift(Tensor other) => Aten.BitwiseRightShiftTensor.Call(this, other);

        /// <summary>This plus weight times the way to the end, element by element.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.LerpTensor.Call(this, end, weight);

        /// <summary>Goes weight times the way to the end in place, element by element.</summary>
        public Tensor lerp_(Tensor end, Tensor weight)
        {
            Aten.LerpTensor_.Do(this, end, weight);
            return this;
        }

        /// <summary>The sum with value times the product of two tensors, element by element.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.Addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>Adds value times the product of two tensors in place, element by element.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcmul_.Do(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>The sum with value times the quotient of two tensors, element by element.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.Addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>The sum with the quotient of two tensors, element by element.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.Addcdiv.Call(this, tensor1, tensor2);

        /// <summary>Adds value times the quotient of two tensors in place, element by element.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcdiv_.Do(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>Adds the quotient of two tensors in place, element by element.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2)
        {
            Aten.Addcdiv_.Do(this, tensor1, tensor2);
            return this;
        }

        private Tensor InPlaceDiv(Tensor target, RoundingMode mode)
        {
            if (mode == RoundingMode.None)
                Aten.DivTensor_.Do(this, target);
            else
                Aten.DivTensorMode_.Do(this, target, mode.ToString());
            return this;
        }

        private Tensor InPlaceDiv(Scalar target, RoundingMode mode)
        {
            if (mode == RoundingMode.None)
                Aten.DivScalar_.Do(this, target);
            else
                Aten.DivScalarMode_.Do(this, target, mode.ToString());
            return this;
        }
    }
}
