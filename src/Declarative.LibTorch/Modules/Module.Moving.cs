using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts the parameters and buffers.</summary>
            /// <param name="device">The target device.</param>
            /// <param name="dtype">The target element type, floating point or complex.</param>
            /// <param name="non_blocking">Without effect.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The element type is neither floating point nor complex.</exception>
            /// <exception cref="InvalidOperationException">CUDA is asked for and not available.</exception>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloating(dtype);
                if (device.type != DeviceType.CUDA) device = new Device(device.type, -1);
                RequireAvailable(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            /// <summary>Moves the parameters and buffers, unless the module was last moved to that very device.</summary>
            /// <param name="deviceType">The type of the target device.</param>
            /// <param name="deviceIndex">Its index; it counts for CUDA only.</param>
            /// <param name="non_blocking">Without effect.</param>
            /// <returns>This module.</returns>
            /// <exception cref="InvalidOperationException">CUDA is asked for and not available.</exception>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                if (deviceType != DeviceType.CUDA) deviceIndex = -1;
                RequireAvailable(deviceType);
                if (deviceType != _deviceType || deviceIndex != _deviceIndex)
                    _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            /// <summary>Converts the parameters and buffers.</summary>
            /// <param name="dtype">The target element type, floating point or complex.</param>
            /// <param name="non_blocking">Without effect.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The element type is neither floating point nor complex.</exception>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloating(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            /// <summary>Converts and moves the parameters and buffers to those of a tensor.</summary>
            /// <param name="other">The tensor.</param>
            /// <param name="non_blocking">Without effect.</param>
            /// <returns>This module.</returns>
            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            /// <summary>Converts; see <see cref="_toEpilog(ScalarType?, Device?, bool)"/>.</summary>
            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            /// <summary>Moves and converts; see <see cref="_toEpilog(ScalarType?, Device?, bool)"/>.</summary>
            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) =>
                _toEpilog(dtype, device, non_blocking);

            /// <summary>Moves; see <see cref="_toEpilog(ScalarType?, Device?, bool)"/>.</summary>
            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>
            /// Moves and converts the children, then replaces what has to change here: through the public property of
            /// the component's name where there is one, else in the registration and in the field of that name.
            /// </summary>
            /// <param name="dtype">The target element type, or null to keep it.</param>
            /// <param name="device">The target device, or null to stay.</param>
            /// <param name="non_blocking">Without effect.</param>
            /// <exception cref="ArgumentException">
            /// Two fields or two public properties share a name, or the property of a component has no setter.
            /// </exception>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is null && device is null)
                    throw new ArgumentNullException(nameof(dtype), "Neither an element type nor a device is given.");

                foreach (var (_, child) in named_children())
                {
                    if (device is null) child._to(dtype!.Value, non_blocking);
                    else if (dtype is null) child._to(device.type, device.index, non_blocking);
                    else child._to(device, dtype.Value, non_blocking);
                }

                var fields = ComponentFields(GetType()).ToDictionary(field => field.ComponentName());
                var properties = GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .ToDictionary(property => property.Name);

                foreach (var (component, parameter) in named_parameters(false).ToList())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out var replacement)) continue;
                    if (properties.TryGetValue(component, out var property))
                    {
                        property.SetValue(this, replacement);
                        continue;
                    }

                    parameter.Dispose();
                    ConditionallyRegisterParameter(component, replacement);
                    if (fields.TryGetValue(component, out var field)) field.SetValue(this, replacement);
                }

                foreach (var (component, buffer) in named_buffers(false).ToList())
                {
                    if (!ReplaceBuffer(dtype, device, buffer, out var replacement)) continue;
                    if (properties.TryGetValue(component, out var property))
                    {
                        property.SetValue(this, replacement);
                        continue;
                    }

                    ConditionallyRegisterBuffer(component, replacement);
                    if (fields.TryGetValue(component, out var field)) field.SetValue(this, replacement);
                }

                if (device is null) return;
                _deviceType = device.type;
                _deviceIndex = device.index;
            }

            /// <summary>Makes the tensor that takes a buffer's place, if it has to change; the old one is disposed.</summary>
            /// <param name="dtype">The target element type (of floating point and complex buffers), or null.</param>
            /// <param name="device">The target device, or null.</param>
            /// <param name="buffer">The buffer.</param>
            /// <param name="result">The replacement, in no dispose scope.</param>
            /// <returns>Whether there is a replacement.</returns>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                if (!WillCopy(buffer, dtype, device)) return false;
                result = buffer.to(TypeFor(buffer, dtype), device ?? buffer.device, disposeAfter: true)
                    .DetachFromDisposeScope();
                return true;
            }

            /// <summary>Makes the parameter, with its gradient, that takes another's place, if it has to change.</summary>
            /// <param name="dtype">The target element type (of floating point and complex parameters), or null.</param>
            /// <param name="device">The target device, or null.</param>
            /// <param name="param">The parameter; it is not disposed.</param>
            /// <param name="p">The replacement, in no dispose scope.</param>
            /// <returns>Whether there is a replacement.</returns>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                p = null;
                var grad = param.grad;
                if (!WillCopy(param, dtype, device) && (grad is null || !WillCopy(grad, dtype, device))) return false;

                var (type, target) = (TypeFor(param, dtype), device ?? param.device);
                using (no_grad())
                {
                    p = new Parameter(param.to(type, target), param.requires_grad);
                    p.DetachFromDisposeScope();
                    if (grad is null) return true;
                    using var moved = grad.to(type, target).with_requires_grad(grad.requires_grad);
                    p.grad = moved;
                }
                return true;
            }

            // What a layer's property of that name is set to, or null to leave it as it is.
            private protected static Parameter? Moved(Parameter? parameter, ScalarType? dtype, Device? device) =>
                parameter is not null && ReplaceParameter(dtype, device, parameter, out var moved) ? moved : null;

            private protected static Tensor? Moved(Tensor? buffer, ScalarType? dtype, Device? device) =>
                buffer is not null && ReplaceBuffer(dtype, device, buffer, out var moved) ? moved : null;

            private static bool WillCopy(Tensor tensor, ScalarType? dtype, Device? device) =>
                (dtype is { } type && tensor.dtype != type) ||
                (device is not null && (tensor.device_type != device.type || tensor.device_index != device.index));

            private static ScalarType TypeFor(Tensor tensor, ScalarType? dtype) =>
                dtype is { } type && IsFloating(tensor.dtype) ? type : tensor.dtype;

            private static bool IsFloating(ScalarType type) => is_floating_point(type) || is_complex(type);

            private static void RequireFloating(ScalarType dtype)
            {
                if (!IsFloating(dtype))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }

            private static void RequireAvailable(DeviceType type)
            {
                if (type == DeviceType.CUDA && !cuda.is_available())
                    throw new InvalidOperationException("CUDA is not available.");
            }
        }
    }
}
