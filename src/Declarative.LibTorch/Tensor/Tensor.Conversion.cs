using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor on another device; itself shared if it is there already.</summary>
        /// <param name="device">"cpu", "cuda", "cuda:1".</param>
        /// <param name="copy">Whether a copy is made in any case.</param>
        /// <param name="disposeAfter">Whether this tensor is disposed then.</param>
        /// <param name="non_blocking">Whether the copy may still be in progress on return.</param>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device; itself shared if it is there already.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(device.type, device.index, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device; itself shared if it is there already.</summary>
        public Tensor to(
            DeviceType deviceType,
            int deviceIndex = -1,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false)
        {
            InitializeDeviceType(deviceType);
            return Converted(
                Aten.ToDevice.Call(this, new Device(deviceType, deviceIndex), dtype, non_blocking, copy), disposeAfter);
        }

        /// <summary>The tensor with elements of another type, on another device; itself shared if nothing changes.</summary>
        public Tensor to(
            ScalarType type,
            Device device,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false) =>
            Converted(Aten.ToDevice.Call(this, InitializeDevice(device), type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor with elements of another type; itself shared if they are that already.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with the type and on the device of <paramref name="other"/>.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking);

        /// <summary>The tensor with elements of another type; itself shared if they are that already.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(Aten.ToDtype.Call(this, type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor with elements of the type of <paramref name="tensor"/>'s.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>The tensor with elements of another type.</summary>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The tensor in the processor's memory; itself shared if it is there already.</summary>
        public Tensor cpu() => Aten.ToDevice.Call(this, CPU, dtype);

        /// <summary>The tensor in a CUDA device's memory; the current device where none is named.</summary>
        /// <exception cref="ArgumentException"><paramref name="device"/> is no CUDA device.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            device is null || device.type == DeviceType.CUDA
                ? to(device ?? CUDA, non_blocking: non_blocking)
                : throw new ArgumentException("Not a CUDA device.", nameof(device));

        /// <summary>As single-precision numbers.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As double-precision numbers.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>As half-precision numbers.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>As brain floating-point numbers.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>As 64-bit integers.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As 32-bit integers.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>As 16-bit integers.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>As 8-bit unsigned integers.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>As 8-bit signed integers.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>As truth values: whether not zero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
