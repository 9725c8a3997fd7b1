using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private static readonly bool[] Initialized = new bool[(int)DeviceType.META + 1];

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The device of tensors that have a shape and no data.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The current CUDA device.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA));

    /// <summary>The device that <paramref name="description"/> names: "cpu", "cuda", "cuda:1".</summary>
    public static Device device(string description) => InitializeDevice(new Device(description));

    /// <summary>The device of a kind by its name and index; index -1 is the current one.</summary>
    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    /// <summary>The device of a kind; index -1 is the current one.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    /// <summary>The CUDA device of that index.</summary>
    public static Device device(int index) => new(DeviceType.CUDA, index);

    /// <summary>Makes sure that the device can be used; null is the processor.</summary>
    /// <exception cref="InvalidOperationException">There is no such device here.</exception>
    public static Device InitializeDevice(Device? device)
    {
        if (device is null)
            return CPU;
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>Makes sure that devices of this kind can be used.</summary>
    /// <exception cref="InvalidOperationException">There are none here.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new InvalidOperationException(
                $"Torch device type {deviceType} did not initialise on the current machine.");
        }
    }

    /// <summary>Whether devices of this kind can be used here.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType)
    {
        if (deviceType is DeviceType.CPU or DeviceType.META)
            return true;
        if ((uint)deviceType >= (uint)Initialized.Length)
            return false;
        if (!Initialized[(int)deviceType])
            Initialized[(int)deviceType] = deviceType == DeviceType.CUDA && NativeMethods.dt_cuda_count() > 0;
        return Initialized[(int)deviceType];
    }

    /// <summary>Where a tensor's memory is: a kind of device and an index.</summary>
    public class Device
    {
        /// <summary>The device that <paramref name="description"/> names: "cpu", "cuda", "cuda:1".</summary>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = Parse(parts[0]);
            if (parts.Length > 1)
                index = int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        /// <summary>The device of a kind by its name and index; index -1 is the current one.</summary>
        public Device(string deviceType, int index = -1)
        {
            type = Parse(deviceType);
            this.index = index;
        }

        /// <summary>The device of a kind; index -1 is the current one.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device of that index.</summary>
        public Device(int index)
        {
            type = DeviceType.CUDA;
            this.index = index;
        }

        /// <summary>The kind of the device.</summary>
        public DeviceType type { get; }

        /// <summary>Which of its kind; -1 where that is not said.</summary>
        public int index { get; } = -1;

        /// <summary>The device that <paramref name="description"/> names.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>"cpu", "cuda", "cuda:1".</summary>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return type == DeviceType.CPU || index == -1 ? name : $"{name}:{index}";
        }

        private static DeviceType Parse(string name) => Enum.Parse<DeviceType>(name.ToUpperInvariant());
    }
}
