using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on matrices and batches of them.</summary>
    public static partial class linalg
    {
        /// <summary>Which factors of a QR decomposition are computed.</summary>
        public enum QRMode
        {
            /// <summary>Q of shape (m, k) and R of shape (k, n), k the smaller of m and n.</summary>
            Reduced = 0,

            /// <summary>Q of shape (m, m) and R of shape (m, n).</summary>
            Complete = 1,

            /// <summary>R alone.</summary>
            R = 2,
        }

        /// <summary>The singular value decomposition U·diag(S)·Vh.</summary>
        /// <param name="input">Matrices of shape (..., m, n).</param>
        /// <param name="fullMatrices">Whether U and Vh are square, or have as many columns and rows as S.</param>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Aten.LinalgSvd.Call3(input, fullMatrices);

        /// <summary>The singular values, the greatest first.</summary>
        public static Tensor svdvals(Tensor input) => Aten.LinalgSvdvals.Call(input);

        /// <summary>The decomposition Q·R with orthonormal Q and upper triangular R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Aten.LinalgQr.Call2(input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });

        /// <summary>The lower triangular L with L·Lᴴ the input.</summary>
        public static Tensor cholesky(Tensor input) => Aten.LinalgCholesky.Call(input);

        /// <summary>Eigenvalues, the least first, and eigenvectors of symmetric matrices.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Aten.LinalgEigh.Call2(input, UPLO.ToString());

        /// <summary>Eigenvalues of symmetric matrices, the least first.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.LinalgEigvalsh.Call(input, UPLO.ToString());

        /// <summary>The determinants.</summary>
        public static Tensor det(Tensor input) => Aten.LinalgDet.Call(input);

        /// <summary>The inverses.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">A matrix is singular.</exception>
        public static Tensor inv(Tensor input) => Aten.LinalgInv.Call(input);

        /// <summary>The X with A·X = B; with X·A = B if not <paramref name="left"/>.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">A matrix is singular.</exception>
        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            if (left)
                return Aten.LinalgSolve.Call(A, B);
            using var transposedA = A.transpose(-2, -1);
            using var transposedB = B.transpose(-2, -1);
            using var solution = Aten.LinalgSolve.Call(transposedA, transposedB);
            return solution.transpose(-2, -1);
        }

        /// <summary>The p-norm over dimensions, or of all elements.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.LinalgVectorNorm.Call(input, ord, dims, keepdim);

        /// <summary>A vector's or a matrix's norm; the 2-norm of all elements where no dimensions are named.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.LinalgNorm.Call(input, Arg.None, dims, keepdim);

        /// <summary>A vector's or a matrix's norm of an order.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.LinalgNorm.Call(input, ord, dims, keepdim);

        /// <summary>A vector's or a matrix's norm of an order.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.LinalgNorm.Call(input, (double)ord, dims, keepdim);

        /// <summary>A matrix's Frobenius ("fro") or nuclear ("nuc") norm.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Aten.LinalgNormOrdStr.Call(input, ord, dims, keepdim);
    }
}
