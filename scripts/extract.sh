#!/usr/bin/env bash
# scripts/extract.sh [FILE...]: prints the article of each page, of a sample if none is named.
# Installs and builds what is missing first; takes any option of `thanbai extract`.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

install_packages library program
[ -e "$root/build/extract/complete" ] || say "building into build/extract"
quietly build extract thanbai_program -D THANBAI_TESTS=OFF -D THANBAI_BENCH=OFF

if [ $# = 0 ]; then
  samples=("$root"/tests/data/samples/*.txt)
  set -- "${samples[0]}"
  say "the article of ${1#"$root/"}:"
fi
exec "$root/build/extract/examples/thanbai" extract "$@"
