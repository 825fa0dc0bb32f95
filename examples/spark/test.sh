#!/usr/bin/env bash
# examples/spark/test.sh [THANBAI]: installs PySpark (300 MB) into build/spark, once, and runs test.py.
# Needs Java 17 or 11.
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"

if [ $# -eq 0 ]; then
  install_packages library program
  build program thanbai_program -D THANBAI_TESTS=OFF -D THANBAI_BENCH=OFF
  set -- "$root/build/program/examples/thanbai"
fi
if [ ! -x "$root/build/spark/bin/python" ]; then
  say "installing PySpark into build/spark"
  quietly python3 -m venv "$root/build/spark"
fi
quietly "$root/build/spark/bin/pip" install 'pyspark>=3.5,<3.6'
"$root/build/spark/bin/python" "$root/examples/spark/test.py" "$1"
