namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of the same shape of zeros.</summary>
    public static Tensor zeros_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        Made(input.zeros_like(dtype, device), requires_grad, names);

    /// <summary>A tensor of the same shape of ones.</summary>
    public static Tensor ones_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        Made(input.ones_like(dtype, device), requires_grad, names);

    /// <summary>A tensor of the same shape of what is in their memory.</summary>
    public static Tensor empty_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        Made(input.empty_like(dtype, device), requires_grad, names);

    /// <summary>A tensor of the same shape of random numbers, even between 0 and 1.</summary>
    public static Tensor rand_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        input.rand_like(dtype, device, requires_grad);

    /// <summary>A tensor of the same shape of random numbers from the standard normal distribution.</summary>
    public static Tensor randn_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        input.randn_like(dtype, device, requires_grad);

    /// <summary>A tensor of the same shape of one number.</summary>
    public static Tensor full_like(
        Tensor input,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        Made(input.full_like(value, dtype, device), requires_grad, names);
}
