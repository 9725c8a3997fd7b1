using System.Runtime.InteropServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor's memory, not copied; the span must not outlive the tensor.</summary>
        /// <exception cref="InvalidOperationException">Not contiguous, or not in the processor's memory.</exception>
        /// <exception cref="ArgumentException">Larger than a span can be; or, on writing, of another size.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                CheckReadable();
                var size = NumberOfElements * ElementSize;
                return size <= int.MaxValue
                    ? new Span<byte>(DataPointer(), (int)size)
                    : throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            }

            set
            {
                CheckReadable();
                if (NumberOfElements * ElementSize != value.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(new Span<byte>(DataPointer(), value.Length));
            }
        }

        /// <summary>The elements as .NET values: of the tensor itself, or of a copy if it is on another device.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            CheckType(typeof(T));
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>The one element.</summary>
        /// <exception cref="ArgumentException">Not one element, or of another type than <typeparamref name="T"/>.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            CheckType(typeof(T));
            if (device_type == DeviceType.CPU)
            {
                var element = *(T*)DataPointer();
                GC.KeepAlive(this);
                return element;
            }

            using var copy = cpu();
            return *(T*)copy.DataPointer();
        }

        /// <summary>The one element, converted.</summary>
        /// <exception cref="ExternalException">Not one element.</exception>
        public Scalar ToScalar() => Aten.Item.CallScalar(this);

        /// <summary>Writes the tensor's memory.</summary>
        /// <exception cref="InvalidOperationException">Not contiguous, or not in the processor's memory.</exception>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            CheckReadable();
            var data = (byte*)DataPointer();
            for (long left = NumberOfElements * ElementSize; left > 0;)
            {
                var count = (int)Math.Min(left, Math.Max(bufferSize, 1 << 20));
                stream.Write(new ReadOnlySpan<byte>(data, count));
                data += count;
                left -= count;
            }

            GC.KeepAlive(this);
        }

        /// <summary>Reads the tensor's memory.</summary>
        /// <exception cref="InvalidOperationException">Not contiguous, or not in the processor's memory.</exception>
        /// <exception cref="EndOfStreamException">The stream ended first.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            CheckReadable();
            var data = (byte*)DataPointer();
            for (long left = NumberOfElements * ElementSize; left > 0;)
            {
                var count = stream.Read(new Span<byte>(data, (int)Math.Min(left, Math.Max(bufferSize, 1 << 20))));
                if (count == 0)
                    throw new EndOfStreamException();
                data += count;
                left -= count;
            }

            GC.KeepAlive(this);
        }

        /// <summary>Where the first element is, in the processor's memory or a device's.</summary>
        internal unsafe void* DataPointer()
        {
            void* data;
            Errors.Check(NativeMethods.dt_data(Handle, &data));
            return data;
        }

        private void CheckReadable()
        {
            if (!is_contiguous())
                throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            }
        }

        private void CheckType(Type type)
        {
            if (type != NetType(dtype))
                throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
        }
    }

    internal static Type NetType(ScalarType type) => type switch
    {
        ScalarType.Byte => typeof(byte),
        ScalarType.Int8 => typeof(sbyte),
        ScalarType.Int16 => typeof(short),
        ScalarType.Int32 => typeof(int),
        ScalarType.Int64 => typeof(long),
        ScalarType.Float16 => typeof(Half),
        ScalarType.BFloat16 => typeof(BFloat16),
        ScalarType.Float32 => typeof(float),
        ScalarType.Float64 => typeof(double),
        ScalarType.Bool => typeof(bool),
        ScalarType.ComplexFloat32 => typeof((float, float)),
        ScalarType.ComplexFloat64 => typeof(System.Numerics.Complex),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No .NET type holds its elements."),
    };
}
