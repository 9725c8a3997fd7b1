using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A multi-dimensional array of libtorch's. The memory is freed when the last tensor that shares it is disposed or
    /// collected; a tensor made inside a <see cref="DisposeScope"/> is disposed with that.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long totalCount;
        private static long peakCount;

        private nint handle;

        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount)
                peakCount = count;
            if (register)
                OwningDisposeScope = DisposeScopeManager.OfThread.Register(this);
        }

        /// <summary>Releases the native tensor of one that was never disposed.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>How many tensors are alive, of all threads.</summary>
        public static long TotalCount => totalCount;

        /// <summary>The most tensors that were ever alive at a time.</summary>
        public static long PeakCount => peakCount;

        /// <summary>A name to know the tensor by; libtorch does not see it.</summary>
        public string? name { get; set; }

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        /// <summary>Whether the tensor was disposed or its native tensor moved to another.</summary>
        public bool IsInvalid => handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Makes a tensor the owner of a native one.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives the native tensor to the caller; this one is invalid from now on.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint DecoupleFromNativeHandle()
        {
            var decoupled = Handle;
            Interlocked.Decrement(ref totalCount);
            handle = 0;
            return decoupled;
        }

        /// <summary>Releases the native tensor. Disposing twice is harmless.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Moves the tensor from its dispose scope to the one around that.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its dispose scope: it lives until it is disposed.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Moves the tensor to the dispose scope that owns <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Moves the tensor to another dispose scope; null takes it out of its own.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } owner)
                owner.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Gives the native tensor away; this one is invalid and disposing it does nothing.</summary>
        internal nint MoveHandle()
        {
            var moved = Handle;
            Interlocked.Decrement(ref totalCount);
            handle = 0;
            return moved;
        }

        /// <summary>Releases the native tensor.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0)
                return;
            DisposeScopeManager.OfThread.CountDisposal(this);
            if (disposing)
                OwningDisposeScope?.MarkAsDisposed(this);
            Interlocked.Decrement(ref totalCount);
            NativeMethods.dt_release(handle);
            handle = 0;
        }
    }
}
