using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: element by element.
    public partial class Tensor
    {
        /// <summary>The absolute value, element by element.</summary>
        public Tensor abs() => Aten.Abs.Call(this);

        /// <summary>Takes the absolute value in place.</summary>
        public Tensor abs_()
        {
            Aten.Abs_.Do(this);
            return this;
        }

        /// <summary>The absolute value, element by element.</summary>
        public Tensor absolute() => abs();

        /// <summary>The negative, element by element.</summary>
        public Tensor neg() => Aten.Neg.Call(this);

        /// <summary>Negates in place.</summary>
        public Tensor neg_()
        {
            Aten.Neg_.Do(this);
            return this;
        }

        /// <summary>The negative, element by element.</summary>
        public Tensor negative() => neg();

        /// <summary>The square root, element by element.</summary>
        public Tensor sqrt() => Aten.Sqrt.Call(this);

        /// <summary>Takes the square root in place.</summary>
        public Tensor sqrt_()
        {
            Aten.Sqrt_.Do(this);
            return this;
        }

        /// <summary>One over the square root, element by element.</summary>
        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        /// <summary>Takes one over the square root in place.</summary>
        public Tensor rsqrt_()
        {
            Aten.Rsqrt_.Do(this);
            return this;
        }

        /// <summary>The square, element by element.</summary>
        public Tensor square() => Aten.Square.Call(this);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Aten.Reciprocal.Call(this);

        /// <summary>Takes one over each element in place.</summary>
        public Tensor reciprocal_()
        {
            Aten.Reciprocal_.Do(this);
            return this;
        }

        /// <summary>The exponential, element by element.</summary>
        public Tensor exp() => Aten.Exp.Call(this);

        /// <summary>Takes the exponential in place.</summary>
        public Tensor exp_()
        {
            Aten.Exp_.Do(this);
            return this;
        }

        /// <summary>Two to the power of each element.</summary>
        public Tensor exp2() => Aten.Exp2.Call(this);

        /// <summary>The exponential less one, element by element.</summary>
        public Tensor expm1() => Aten.Expm1.Call(this);

        /// <summary>The natural logarithm, element by element.</summary>
        public Tensor log() => Aten.Log.Call(this);

        /// <summary>Takes the natural logarithm in place.</summary>
        public Tensor log_()
        {
            Aten.Log_.Do(this);
            return this;
        }

        /// <summary>The logarithm to base 2, element by element.</summary>
        public Tensor log2() => Aten.Log2.Call(this);

        /// <summary>The logarithm to base 10, element by element.</summary>
        public Tensor log10() => Aten.Log10.Call(this);

        /// <summary>The natural logarithm of one more, element by element.</summary>
        public Tensor log1p() => Aten.Log1p.Call(this);

        /// <summary>The sine, element by element.</summary>
        public Tensor sin() => Aten.Sin.Call(this);

        /// <summary>Takes the sine in place.</summary>
        public Tensor sin_()
        {
            Aten.Sin_.Do(this);
            return this;
        }

        /// <summary>The cosine, element by element.</summary>
        public Tensor cos() => Aten.Cos.Call(this);

        /// <summary>Takes the cosine in place.</summary>
        public Tensor cos_()
        {
            Aten.Cos_.Do(this);
            return this;
        }

        /// <summary>The tangent, element by element.</summary>
        public Tensor tan() => Aten.Tan.Call(this);

        /// <summary>The hyperbolic tangent, element by element.</summary>
        public Tensor tanh() => Aten.Tanh.Call(this);

        /// <summary>Takes the hyperbolic tangent in place.</summary>
        public Tensor tanh_()
        {
            Aten.Tanh_.Do(this);
            return this;
        }

        /// <summary>The hyperbolic sine, element by element.</summary>
        public Tensor sinh() => Aten.Sinh.Call(this);

        /// <summary>The hyperbolic cosine, element by element.</summary>
        public Tensor cosh() => Aten.Cosh.Call(this);

        /// <summary>The inverse sine, element by element.</summary>
        public Tensor asin() => Aten.Asin.Call(this);

        /// <summary>The inverse cosine, element by element.</summary>
        public Tensor acos() => Aten.Acos.Call(this);

        /// <summary>The inverse tangent, element by element.</summary>
        public Tensor atan() => Aten.Atan.Call(this);

        /// <summary>The error function, element by element.</summary>
        public Tensor erf() => Aten.Erf.Call(this);

        /// <summary>One less the error function, element by element.</summary>
        public Tensor erfc() => Aten.Erfc.Call(this);

        /// <summary>The inverse of the error function, element by element.</summary>
        public Tensor erfinv() => Aten.Erfinv.Call(this);

        /// <summary>The sign (-1, 0 or 1), element by element.</summary>
        public Tensor sign() => Aten.Sign.Call(this);

        /// <summary>Rounded down, element by element.</summary>
        public Tensor floor() => Aten.Floor.Call(this);

        /// <summary>Rounds down in place.</summary>
        public Tensor floor_()
        {
            Aten.Floor_.Do(this);
            return this;
        }

        /// <summary>Rounded up, element by element.</summary>
        public Tensor ceil() => Aten.Ceil.Call(this);

        /// <summary>Rounds up in place.</summary>
        public Tensor ceil_()
        {
            Aten.Ceil_.Do(this);
            return this;
        }

        /// <summary>Rounded towards zero, element by element.</summary>
        public Tensor trunc() => Aten.Trunc.Call(this);

        /// <summary>The fractional part, element by element.</summary>
        public Tensor frac() => Aten.Frac.Call(this);

        /// <summary>Rounded to so many decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) =>
            decimals == 0 ? Aten.Round.Call(this) : Aten.RoundDecimals.Call(this, decimals);

        /// <summary>Rounds in place to so many decimals, halves to even.</summary>
        public Tensor round_(long decimals = 0) => InPlaceRound(decimals);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Aten.Isnan.Call(this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Aten.Isinf.Call(this);

        /// <summary>Whether each element is finite.</summary>
        public Tensor isfinite() => Aten.Isfinite.Call(this);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Aten.LogicalNot.Call(this);

        /// <summary>Every bit the other way, element by element.</summary>
        public Tensor bitwise_not() => Aten.BitwiseNot.Call(this);

        /// <summary>The tensor itself.</summary>
        public Tensor positive() => Aten.Positive.Call(this);

        /// <summary>The logistic function, element by element.</summary>
        public Tensor sigmoid() => Aten.Sigmoid.Call(this);

        /// <summary>Applies the logistic function in place.</summary>
        public Tensor sigmoid_()
        {
            Aten.Sigmoid_.Do(this);
            return this;
        }

        /// <summary>The element, or zero where it is negative.</summary>
        public Tensor relu() => Aten.Relu.Call(this);

        /// <summary>Sets negative elements to zero.</summary>
        public Tensor relu_()
        {
            Aten.Relu_.Do(this);
            return this;
        }

        /// <summary>Each element times its logistic function.</summary>
        public Tensor silu() => Aten.Silu.Call(this);

        /// <summary>Multiplies each element by its logistic function.</summary>
        public Tensor silu_()
        {
            Aten.Silu_.Do(this);
            return this;
        }

        /// <summary>The Gaussian error linear unit, exact, element by element.</summary>
        public Tensor gelu() => Aten.Gelu.Call(this);

        /// <summary>The element, or the slope times it where it is negative.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.LeakyRelu.Call(this, negative_slope);

        /// <summary>The logarithm of one plus the exponential, element by element.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.Softplus.Call(this, beta, threshold);

        /// <summary>The element, or alpha (eˣ - 1) where it is negative.</summary>
        public Tensor elu(double alpha = 1) => Aten.Elu.Call(this, alpha);

        /// <summary>The logarithm of the logistic function, element by element.</summary>
        public Tensor log_sigmoid() => Aten.LogSigmoid.Call(this);

        /// <summary>With numbers in place of not-a-number and the infinities.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.NanToNum.Call(this, nan, posinf, neginf);

        /// <summary>Bounded from below and above; null is no bound.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        /// <summary>Bounded from below and above, element by element; null is no bound.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.ClampTensor.Call(this, min, max);

        /// <summary>Bounds in place from below and above; null is no bound.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Aten.Clamp_.Do(this, min, max);
            return this;
        }

        /// <summary>Bounds in place from below and above, element by element; null is no bound.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            Aten.ClampTensor_.Do(this, min, max);
            return this;
        }

        /// <summary>Bounded from below.</summary>
        public Tensor clamp_min(Scalar min) => Aten.ClampMin.Call(this, min);

        /// <summary>Bounds in place from below.</summary>
        public Tensor clamp_min_(Scalar min)
        {
            Aten.ClampMin_.Do(this, min);
            return this;
        }

        /// <summary>Bounded from above.</summary>
        public Tensor clamp_max(Scalar max) => Aten.ClampMax.Call(this, max);

        /// <summary>Bounds in place from above.</summary>
        public Tensor clamp_max_(Scalar max)
        {
            Aten.ClampMax_.Do(this, max);
            return this;
        }

        /// <summary>Bounded from below and above; null is no bound.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        private Tensor InPlaceRound(long decimals)
        {
            if (decimals == 0)
                Aten.Round_.Do(this);
            else
                Aten.RoundDecimals_.Do(this, decimals);
            return this;
        }
    }
}
