#!/usr/bin/env bash
# The front door of the repository. Every verb does its own set-up; `./build.sh` alone says what there is.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'USAGE'
usage: ./build.sh VERB [options] [-- arguments for the program that the verb runs]

  demo       fine-tune the sample's base model on this repository's own C#, print what changed, write an HTML page
  test       build everything, run every test, end with the line `N passed, M failed`
  bench      measure dispatch, fused kernels, memory, the generator and the analyzers
  mutate     change the analyzers in small ways, run their tests on each, and fail where too few changes are noticed
  pretrain   train samples/CharGpt/base.safetensors anew (some ten minutes)
  pack       write the NuGet packages to artifacts/packages
  clean      delete every build output

options
  --engine NAME          the tensor engine: LibTorch (default; this repository's, over the system's libtorch) or the
                         name of a TorchSharp package, such as TorchSharp-cpu or TorchSharp-cuda-linux
  --source URL_OR_DIR    one more NuGet source to restore from (may be given several times)

environment
  LIBTORCH               a libtorch of your own (the folder that holds include/ and lib/) instead of the system's
  DOTNET_ROOT            a .NET SDK that is not on the PATH

examples
  ./build.sh demo -- --steps 200 --text ~/notes/*.txt
  ./build.sh test --engine TorchSharp-cpu
  ./build.sh mutate -- --mutate "Rules/Values/*.cs"
USAGE
}

fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
step() { printf '\n── %s\n' "$*" >&2; }

# ---- what was asked for -------------------------------------------------------------------------------------------

verb=${1:-help}
[[ $# -gt 0 ]] && shift
engine=LibTorch
sources=()
arguments=()

while [[ $# -gt 0 ]]; do
  case $1 in
    --engine | --source)
      [[ -n ${2:-} ]] || fail "$1 needs a value; './build.sh' alone prints the usage"
      if [[ $1 == --engine ]]; then engine=$2; else sources+=("$2"); fi
      shift 2 ;;
    --engine=*) engine=${1#*=}; shift ;;
    --source=*) sources+=("${1#*=}"); shift ;;
    --) shift; arguments=("$@"); break ;;
    *) fail "unknown option '$1'; the program's own arguments come after '--'" ;;
  esac
done

configuration=Release
properties=("-p:TorchEngine=$engine")
if [[ ${#sources[@]} -gt 0 ]]; then
  for i in "${!sources[@]}"; do
    if [[ -d ${sources[i]} ]]; then sources[i]=$(realpath "${sources[i]}"); fi
  done
  # %3B is MSBuild's escape for the semicolon, which would end the property on its command line.
  properties+=("-p:RestoreAdditionalProjectSources=$(IFS='|'; joined="${sources[*]}"; printf '%s' "${joined//|/%3B}")")
fi

# ---- set-up -------------------------------------------------------------------------------------------------------

use_dotnet() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
  export MSBUILDDISABLENODEREUSE=1 # no build process outlives this script
  export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-PASSIVE} # idle threads of libtorch sleep: spinning, they starve the BLAS's
  if [[ -n ${DOTNET_ROOT:-} && -x $DOTNET_ROOT/dotnet ]]; then
    PATH=$DOTNET_ROOT:$PATH
  elif ! command -v dotnet > /dev/null && [[ -x $HOME/.dotnet/dotnet ]]; then
    PATH=$HOME/.dotnet:$PATH
  fi
  command -v dotnet > /dev/null ||
    fail "the .NET SDK 10 or newer is needed and 'dotnet' is not on the PATH; see https://dot.net/download"

  local version
  version=$(dotnet --version) || fail "'dotnet --version' failed: the .NET SDK 10 or newer is needed"
  [[ ${version%%.*} -ge 10 ]] ||
    fail "the .NET SDK 10 or newer is needed, this is $version; see https://dot.net/download"
}

# Files tell what is there on every distribution; the names in the messages are Debian's and Ubuntu's.
has_compiler() { command -v g++ > /dev/null; }
has_libtorch() { [[ -e /usr/include/ATen/ATen.h ]] && compgen -G '/usr/lib*/*/libtorch_cpu.so' > /dev/null; }
has_fast_blas() { compgen -G '/usr/lib*/*/openblas-pthread/libopenblas.so.0' > /dev/null; }

explain() {
  case $1 in
    g++) echo "g++: compiles the engine's bridge to libtorch" ;;
    libtorch-dev) echo "libtorch-dev: libtorch and its headers, which the engine computes with (or set LIBTORCH to one)" ;;
    libopenblas0-pthread) echo "libopenblas0-pthread: multi-threaded matrix products, twenty times the default BLAS" ;;
  esac
}

missing_packages() {
  has_compiler || echo g++
  if [[ -z ${LIBTORCH:-} ]]; then # a libtorch of one's own brings its own BLAS
    has_libtorch || echo libtorch-dev
    has_fast_blas || echo libopenblas0-pthread
  fi
}

use_libtorch() {
  if [[ -n ${LIBTORCH:-} && ! -d $LIBTORCH/include ]]; then
    fail "LIBTORCH is '$LIBTORCH', which has no include/ folder: it must be the root of a libtorch"
  fi

  local packages=() reason=""
  mapfile -t packages < <(missing_packages)
  [[ ${#packages[@]} -gt 0 ]] || return 0

  if ! command -v apt-get > /dev/null; then
    reason="there is no apt-get here to install them with"
  elif [[ $(id -u) -ne 0 ]]; then
    reason="installing them needs root"
  else
    step "installing ${packages[*]}"
    if apt-get update -qq >&2 &&
      DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${packages[@]}" >&2; then
      mapfile -t packages < <(missing_packages)
      [[ ${#packages[@]} -gt 0 ]] || return 0
      reason="apt-get installed them, and their files are still not where they are looked for"
    else
      reason="apt-get could not install them"
    fi
  fi

  {
    printf 'build.sh: system packages are missing, and %s:\n' "$reason"
    for package in "${packages[@]}"; do printf '  %s\n' "$(explain "$package")"; done
    printf 'On Debian or Ubuntu: sudo apt-get install %s\n' "${packages[*]}"
    printf 'Elsewhere: install their likes, or set LIBTORCH, or use --engine TorchSharp-cpu (a NuGet package).\n'
  } >&2
  exit 1
}

set_up() {
  use_dotnet
  if [[ $engine == LibTorch ]]; then use_libtorch; fi
}

# ---- verbs --------------------------------------------------------------------------------------------------------

build() { # PROJECT: restores and builds it, quietly unless something is wrong
  dotnet build "$1" -c "$configuration" -v quiet -clp:NoSummary "${properties[@]}" >&2
}

sample() { # ARGUMENTS: builds the sample and becomes it, so that signals, paths and the exit code are its own
  step "building the sample (engine $engine)"
  build samples/CharGpt/CharGpt.csproj
  local program=$PWD/samples/CharGpt/bin/$configuration/net10.0/CharGpt.dll
  cd "$called_from"
  exec dotnet "$program" "$@"
}

test_projects() {
  local project
  for project in tests/*/*.csproj; do
    grep -q '<IsTestProject>true' "$project" || continue
    printf '%s\n' "$project"
  done
}

run_tests() {
  local results=artifacts/test-results projects=() project name trx failed_projects=()
  mapfile -t projects < <(test_projects)
  rm -rf "$results"

  step "building (engine $engine)"
  if [[ $engine == LibTorch ]]; then
    build Declarative.sln
  else
    for project in "${projects[@]}"; do build "$project"; done
  fi

  for project in "${projects[@]}"; do
    name=$(basename "$project" .csproj)
    trx=$results/$name.trx
    step "$name"
    if ! dotnet test "$project" --no-build -c "$configuration" "${properties[@]}" \
      --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
      "${arguments[@]}"; then
      failed_projects+=("$name")
    fi
    [[ -s $trx ]] || printf '%s left no results: the test process ended early\n' "$name"
  done

  # One <Counters …/> in each results file. A test run that ended early counts as one failure more than it lists.
  local passed=0 failed=0 skipped=0 counted
  for project in "${projects[@]}"; do
    trx=$results/$(basename "$project" .csproj).trx
    if [[ -s $trx ]]; then
      counted=$(counter passed "$trx"); passed=$((passed + counted))
      counted=$(($(counter total "$trx") - $(counter executed "$trx"))); skipped=$((skipped + counted))
      counted=$(counter failed "$trx"); failed=$((failed + counted))
      if [[ $counted -eq 0 && " ${failed_projects[*]:-} " == *" $(basename "$project" .csproj) "* ]]; then
        failed=$((failed + 1))
      fi
    else
      failed=$((failed + 1))
    fi
  done

  printf '\n'
  if [[ ${#failed_projects[@]} -gt 0 ]]; then printf 'failed: %s\n' "${failed_projects[*]}"; fi
  if [[ $skipped -gt 0 ]]; then
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%d passed, %d failed\n' "$passed" "$failed"
  fi
  [[ $failed -eq 0 && $passed -gt 0 && ${#failed_projects[@]} -eq 0 ]]
}

counter() { # NAME FILE
  sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1
}

run_bench() {
  step "building the benchmarks (engine $engine)"
  build tests/Declarative.Benchmarks/Declarative.Benchmarks.csproj
  exec dotnet run --no-build -c "$configuration" --project tests/Declarative.Benchmarks "${properties[@]}" \
    -- "${arguments[@]}"
}

# The projects that have a stryker-config.json, which says what is changed and how much of it must be noticed. Left out are
# the descriptors alone: words, whose ids and pages DocumentationTests.cs compares with the rest of the repository.
run_mutate() {
  local config output failed=0
  step "restoring the mutation tester"
  dotnet tool restore >&2
  for config in tests/*/stryker-config.json; do
    output=$PWD/artifacts/mutation/$(basename "$(dirname "$config")")
    step "$(basename "$(dirname "$config")")"
    (cd "$(dirname "$config")" && dotnet stryker --output "$output" "${arguments[@]}") || failed=1
    printf 'report: %s\n' "$output/reports/mutation-report.md"
  done
  return $failed
}

pack() {
  local project
  for project in src/*/*.csproj generators/*/*.csproj analyzers/*/*.csproj; do
    grep -q '<IsPackable>true' "$project" || continue
    # On TorchSharp's packages, the engine of this repository is not part of the product.
    if [[ $engine != LibTorch && $project == *LibTorch.csproj ]]; then continue; fi
    step "packing $(basename "$project" .csproj)"
    dotnet pack "$project" -c "$configuration" -v quiet -o artifacts/packages "${properties[@]}" "${arguments[@]}" >&2
  done
  ls -1 artifacts/packages
}

clean() {
  find . \( -name .git -prune \) -o -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
  rm -rf artifacts
}

case $verb in
  help | -h | --help) usage ;;
  demo) set_up; sample demo "${arguments[@]}" ;;
  pretrain) set_up; sample pretrain "${arguments[@]}" ;;
  test) set_up; run_tests ;;
  bench) set_up; run_bench ;;
  mutate) set_up; run_mutate ;;
  pack) set_up; pack ;;
  clean) clean ;;
  *) usage >&2; fail "unknown verb '$verb'" ;;
esac
