#!/usr/bin/env bash
# Compiles the bridge. Arguments: source, output, the root of a libtorch (empty: the system's), more g++ flags.
set -euo pipefail
source=$1 output=$2 root=$3
shift 3

fail() { echo "error DTN001: $1"; exit 1; }

command -v g++ >/dev/null || fail "g++ is missing: install the Debian package g++ (apt-get install g++)."

if [ -n "$root" ]; then
  [ -f "$root/include/ATen/ATen.h" ] && [ -e "$root/lib/libtorch_cpu.so" ] ||
    fail "LIBTORCH is '$root', which has no include/ATen/ATen.h or no lib/libtorch_cpu.so."
  library_folder=$(cd "$root/lib" && pwd)
  flags=("-I$root/include" "-I$root/include/torch/csrc/api/include" "-L$library_folder" "-Wl,-rpath,$library_folder")
else
  header=$(printf '#include <ATen/ATen.h>\n' | g++ -std=c++17 -E -M -xc++ - 2>/dev/null | grep -o '[^ ]*/ATen/ATen\.h' || true)
  [ -n "$header" ] ||
    fail "libtorch is missing: install the Debian package libtorch-dev (apt-get install libtorch-dev), or set LIBTORCH to the root of another libtorch."
  library_folder=$(dirname "$(g++ -print-file-name=libc10.so)")
  flags=("-I${header%/ATen/ATen.h}/torch/csrc/api/include")
fi

# A libtorch keeps one of two C++ string ABIs; its own symbols tell which.
if grep -qaE 'N3c105ErrorC[12][A-Za-z0-9_]*__cxx11' "$library_folder/libc10.so"; then abi=1; else abi=0; fi

# Libraries that only register kernels are named explicitly, or the linker would leave them out.
libraries=(-Wl,--as-needed -ltorch_cpu -lc10 -Wl,--no-as-needed)
for kernels in c10_cuda torch_cuda; do
  if [ -e "$library_folder/lib$kernels.so" ]; then libraries+=("-l$kernels"); fi
done

mkdir -p "$(dirname "$output")"
temporary=$(mktemp "$output.XXXXXX")
trap 'rm -f "$temporary"' EXIT
g++ -std=c++17 -O2 -g0 -fPIC -shared -fvisibility=hidden -Wall "-D_GLIBCXX_USE_CXX11_ABI=$abi" "$@" \
  "${flags[@]}" "$source" -o "$temporary" "${libraries[@]}"
chmod 755 "$temporary"
mv -f "$temporary" "$output"
