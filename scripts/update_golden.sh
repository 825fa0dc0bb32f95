#!/usr/bin/env bash
# scripts/update_golden.sh: after a change of what is kept, writes PAGE.expected.new beside each
# golden page whose labels changed, and shows the difference. Review each line, then move it over.
# "share now related" in such a file: the line is share, and is at present taken for related.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

install_packages library program
quietly build extract thanbai_program -D THANBAI_TESTS=OFF -D THANBAI_BENCH=OFF
changed=0
for page in "$root"/tests/golden/*.txt; do
  expected=${page%.txt}.expected
  "$root/build/extract/examples/thanbai" extract --to labels "$page" |
    paste -d ' ' - "$expected" |
    awk '{ print $1 == $2 || $2 == "" ? $1 : $2 " now " $1 }' >"$expected.new"
  if cmp -s "$expected" "$expected.new"; then
    rm "$expected.new"
  else
    changed=$((changed + 1))
    diff --label "${expected#"$root/"}" --label "its new one" -u "$expected" "$expected.new" || true
  fi
done
say "$changed changed"
