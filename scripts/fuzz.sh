#!/usr/bin/env bash
# [seed=N] scripts/fuzz.sh [SECONDS [TARGET...]]: runs each fuzz target of fuzz/, or those named, for so long (60),
# one for each processor at a time. What it learns stays in build/corpus/TARGET for the next time; an
# input that breaks a law is left in build/findings. Repair it, and put it into fuzz/seeds/TARGET. With a
# seed, runs from the same beginnings try the same inputs; without, each run tries others.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$root"
seconds=${1:-60}
targets=("${@:2}")
[ ${#targets[@]} != 0 ] || targets=(text html charset pack jsonl warc)

install_packages library program tests ci
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz

fuzz() {
  local target=$1 more=() log=build/findings/$1.log
  case $target in
    text) more=(tests/data/samples tests/golden) ;;
    pack) more=(lib/packs) ;;
  esac
  mkdir -p "build/corpus/$target"
  "build/fuzz/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=2500 -seed="$seed" \
    -dict="fuzz/dictionaries/$target.dict" -artifact_prefix="build/findings/$target-" -print_final_stats=1 \
    "build/corpus/$target" "fuzz/seeds/$target" "${more[@]}" >"$log" 2>&1 ||
    { tail -n 60 "$log" >&2; die "fuzz_$target: an input in build/findings breaks a law"; }
  say "fuzz_$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
}

mkdir -p build/findings
export -f fuzz say die
export seconds root seed=${seed:-0}
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -n 1 bash -c 'set -euo pipefail; fuzz "$0"'
