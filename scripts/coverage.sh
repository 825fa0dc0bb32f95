#!/usr/bin/env bash
# scripts/coverage.sh [PERCENT]: runs the tests with clang's counters and prints, for each file of lib/, how many
# of its lines and branches they took, the least covered first, and each branch of the files in `labels`
# that none took. Fails if there is such a branch, or if they ran less than PERCENT (95) of all lines.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$root"
least=${1:-95}
dir=$root/build/coverage

install_packages library tests ci coverage
build coverage all -D CMAKE_CXX_COMPILER=clang++ -D CMAKE_BUILD_TYPE=None \
  -D "CMAKE_CXX_FLAGS=-O1 -fprofile-instr-generate -fcoverage-mapping" -D THANBAI_EXAMPLES=OFF -D THANBAI_BENCH=OFF
rm -rf "$dir/profiles"
LLVM_PROFILE_FILE="$dir/profiles/%4m" ctest --test-dir "$dir" -j "$(nproc)" --output-on-failure \
  -E '^(package|headers|layering|generated|fuzz)' >&2
llvm-profdata merge "$dir"/profiles/* -o "$dir/profile"

# show COMMAND ARGUMENT...: what llvm-cov says of all tests together.
tests=("$dir"/tests/*_test)
show() {
  llvm-cov "$1" "${tests[0]}" "${tests[@]/#/-object=}" -instr-profile="$dir/profile" "${@:2}" \
    2> >(grep -v 'mismatched data' >&2)  # inline functions that nobody calls
}

status=0
show report lib/*.cc lib/*.h | awk -v least="$least" '
  function told(name) {
    return sprintf("%6.2f %% of %4d lines, %4d of %4d branches  lib/%s", $10, $8, $11 - $12, $11, name)
  }
  $1 ~ /\.(cc|h)$/ { print told($1) | "sort -n" }
  $1 == "TOTAL" { all = told(""); percent = $10 + 0 }
  END { close("sort -n"); print all; exit all == "" || percent < least }' || status=1
labels="label context neighbours page_cut photo_story title_choice"  # what makes a line's label
if show show -show-branches=count $(printf 'lib/%s.cc ' $labels) | grep -E 'Branch.*: 0[],]'; then
  say "these branches of $labels are not tested"
  status=1
fi
exit $status
