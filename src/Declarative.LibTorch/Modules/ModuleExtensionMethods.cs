namespace TorchSharp;

/// <summary>Moving and converting modules; each method returns the module that it was called on.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="type">The element type, floating point or complex.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(type, non_blocking);

    /// <summary>Moves and converts the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="type">The element type, floating point or complex.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device, type, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The type of the device.</param>
    /// <param name="deviceIndex">Its index, for CUDA.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device, as in <c>cuda:0</c>.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(new torch.Device(device), non_blocking);

    /// <summary>Moves and converts the parameters and buffers to a tensor's device and element type.</summary>
    /// <param name="module">The module.</param>
    /// <param name="other">The tensor.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(other.device, other.dtype, non_blocking);

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves the parameters and buffers to a CUDA device.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">The device's index, or -1 for the current one.</param>
    /// <param name="non_blocking">Without effect.</param>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.BFloat16"/>.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Bool"/>.</summary>
    public static T @bool<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Bool, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Byte"/>.</summary>
    public static T @byte<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Byte, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.ComplexFloat64"/>.</summary>
    public static T cdouble<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.ComplexFloat64, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.ComplexFloat32"/>.</summary>
    public static T cfloat<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.ComplexFloat32, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Int8"/>.</summary>
    public static T @char<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Int8, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Float64"/>.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float64, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Float32"/>.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float32, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Float16"/>.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Int32"/>.</summary>
    public static T @int<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Int32, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Int64"/>.</summary>
    public static T @long<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Int64, non_blocking);

    /// <summary>Converts the parameters and buffers to <see cref="torch.ScalarType.Int16"/>.</summary>
    public static T @short<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Int16, non_blocking);
}
