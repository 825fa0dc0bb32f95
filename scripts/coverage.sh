#!/usr/bin/env bash
# scripts/coverage.sh [PERCENT]: runs the tests with g++'s counters and prints, for each file of lib/, how many
# of its lines they ran, the least covered first. Fails if it is less than PERCENT (95) of all.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$root"
least=${1:-95}

install_packages library tests
build coverage all -D CMAKE_CXX_COMPILER=g++ -D CMAKE_BUILD_TYPE=None -D "CMAKE_CXX_FLAGS=-O0 --coverage" \
  -D THANBAI_EXAMPLES=OFF -D THANBAI_BENCH=OFF
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage -j "$(nproc)" -E '^(package|headers|layering|generated|fuzz)' --output-on-failure >&2

objects=build/coverage/lib/CMakeFiles/thanbai.dir
(cd "$objects" && gcov --no-output --source-prefix "$root" ./*.gcda) |
  awk -v least="$least" '
    /^File / { file = $2; gsub(/\x27/, "", file) }
    /^Lines executed:/ && file ~ /^lib\// {
      split($0, part, /[:% ]+/)
      percent = part[3]; lines = $NF
      if (!(file in seen)) { seen[file] = 1; all += lines; run += percent * lines / 100
        printf "%6.2f %% of %4d  %s\n", percent, lines, file | "sort -n" }
      file = ""
    }
    END {
      close("sort -n")
      if (all == 0) { print "no counters"; exit 1 }
      printf "%6.2f %% of %4d  lib/\n", 100 * run / all, all
      exit 100 * run / all < least
    }'
