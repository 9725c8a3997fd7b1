namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How the losses of elements are joined.</summary>
        public enum Reduction : long
        {
            /// <summary>They are not.</summary>
            None = 0,

            /// <summary>By their mean.</summary>
            Mean = 1,

            /// <summary>By their sum.</summary>
            Sum = 2,
        }
    }
}
