namespace TorchSharp;

public static partial class torch
{
    /// <summary>The absolute value, element by element.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>Takes the absolute value in place.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>The absolute value, element by element.</summary>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <summary>The negative, element by element.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>Negates in place.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>The negative, element by element.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>The square root, element by element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>Takes the square root in place.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>One over the square root, element by element.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>Takes one over the square root in place.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>The square, element by element.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>One over each element.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>Takes one over each element in place.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>The exponential, element by element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>Takes the exponential in place.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>Two to the power of each element.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>The exponential less one, element by element.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>The natural logarithm, element by element.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>Takes the natural logarithm in place.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>The logarithm to base 2, element by element.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>The logarithm to base 10, element by element.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>The natural logarithm of one more, element by element.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>The sine, element by element.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Takes the sine in place.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>The cosine, element by element.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Takes the cosine in place.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>The tangent, element by element.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>The hyperbolic tangent, element by element.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>Takes the hyperbolic tangent in place.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>The hyperbolic sine, element by element.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>The hyperbolic cosine, element by element.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>The inverse sine, element by element.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>The inverse cosine, element by element.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>The inverse tangent, element by element.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>The error function, element by element.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>One less the error function, element by element.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>The inverse of the error function, element by element.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>The sign (-1, 0 or 1), element by element.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>Rounded down, element by element.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Rounds down in place.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>Rounded up, element by element.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Rounds up in place.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>Rounded towards zero, element by element.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>The fractional part, element by element.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>Rounded to so many decimals, halves to even.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <summary>Rounds in place to so many decimals, halves to even.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <summary>Whether each element is not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Whether each element is infinite.</summary>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary>Whether each element is finite.</summary>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>Whether each element is zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>Every bit the other way, element by element.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>The tensor itself.</summary>
    public static Tensor positive(Tensor input) => input.positive();

    /// <summary>The logistic function, element by element.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Applies the logistic function in place.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>With numbers in place of not-a-number and the infinities.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <summary>Bounded from below and above; null is no bound.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Bounded from below and above, element by element; null is no bound.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>Bounds in place from below and above; null is no bound.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary>Bounds in place from below and above, element by element; null is no bound.</summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <summary>Bounded from below.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Bounds in place from below.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <summary>Bounded from above.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Bounds in place from above.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <summary>Bounded from below and above; null is no bound.</summary>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);
}
