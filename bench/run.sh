#!/usr/bin/env bash
# bench/run.sh [FILE|FOLDER...]: builds the benchmarks, runs them on the pages given (the samples if
# none) and writes bench/RESULTS.md. Leaves the machine alone for about a minute, so should you.
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

install_packages library tests
say "building into build/bench"
quietly build bench thanbai_bench -D THANBAI_TESTS=OFF -D THANBAI_EXAMPLES=OFF
say "measuring"
csv=$(mktemp)
trap 'rm -f "$csv"' EXIT
"$root/build/bench/bench/thanbai_bench" --benchmark_format=csv --benchmark_min_time=0.5 \
  "$@" >"$csv" 2>"$csv.context" || { cat "$csv.context" >&2; die "the benchmarks failed"; }

compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$root/build/bench/CMakeCache.txt")
commit=$(git -C "$root" describe --always --dirty --abbrev=12 2>/dev/null || echo unknown)
{
  printf '# Speeds\n\nWritten by bench/run.sh; what the rows are: docs/performance.md. Where the load '
  printf 'when it began exceeds the cores, only ratios\nwithin the run mean something, and threads nothing.\n\n'
  printf -- '- date: %s\n- machine: %s, %s cores, %s\n' "$(date -u +%F)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(nproc)" "$(uname -sm)"
  printf -- '- load when it began: %s\n' "$(sed -n 's/^Load Average: //p' "$csv.context")"
  printf -- '- compiler: %s, CMAKE_BUILD_TYPE=Release\n- commit: %s\n' \
    "$("$compiler" --version | head -1)" "$commit"
  printf -- "- command: bench/run.sh%s\n" "$([ $# = 0 ] || echo " FOLDER...")"
  sed -n 's/^\(text\|html\) pages: /- \1 pages: /p' "$csv.context"
  printf '\n| step | MB/s | pages/s | µs of processor |\n|---|--:|--:|--:|\n'
  awk -F, 'rows && NF > 6 { name = $1; gsub(/"/, "", name); scale = $5 == "ms" ? 1000 : 0.001
    if (sub("/manual_time", "", name)) $4 = $3
    printf "| %s | %s | %s | %.1f |\n", name, $6 == "" ? "" : sprintf("%.0f", $6 / 1e6),
      $7 == "" ? "" : sprintf("%.0f", $7), $4 * scale }
    /^name,/ { rows = 1 }' "$csv"
  printf '\nShares of the steps of one page after the other, of the sum of the steps:\n\n| step | share |\n|---|--:|\n'
  awk -F, '{ name = $1; gsub(/"/, "", name) }
    name ~ "^text/pages/[a-z_]+$" && name !~ "/extract" {
      sub("text/pages/", "", name); names[++n] = name; time[n] = $4; all += $4 }
    END { for (i = 1; i <= n; ++i) printf "| %s | %.0f %% |\n", names[i], 100 * time[i] / all }' "$csv"
} >"$root/bench/RESULTS.md"
rm -f "$csv.context"
say "wrote bench/RESULTS.md"
