#!/usr/bin/env bash
# scripts/test.sh [CMAKE_ARGUMENT...]: installs what is missing, builds everything, runs every test.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

install_packages library program tests
say "building into build/test"
build test all "$@" </dev/null
ctest --test-dir "$root/build/test" -j "$(nproc)" --output-on-failure --no-tests=error </dev/null
