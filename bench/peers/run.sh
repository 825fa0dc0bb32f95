#!/usr/bin/env bash
# bench/peers/run.sh [--rounds N] [--sample N] [--only NAME,...] [FOLDER...]: installs the peers of
# requirements.txt and package.json into build/peers, builds our side, runs all of them on the pages
# of the folders (the samples if none is named) and prints accuracy and speed side by side.
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"
here=$root/bench/peers
home=$root/build/peers

# try NAME COMMAND...: if it fails, its last error becomes the reason why the peer NAME is missing.
try() {
  local name=$1 log=$home/install.log
  shift
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$home/missing/$name"
    return 0
  fi
  grep -iE 'error' "$log" | grep -v 'complete log' | tail -1 >"$home/missing/$name"
  [ -s "$home/missing/$name" ] || tail -1 "$log" >"$home/missing/$name"
  say "$name: $(cat "$home/missing/$name")"
  return 1
}

# installed FILE: whether all that FILE lists was installed before.
installed() { cmp -s "$here/$1" "$home/$1.installed"; }

install_from_pypi() {
  ! installed requirements.txt || return 0
  say "installing Python peers into build/peers/venv"
  try venv python3 -m venv --clear "$home/venv" || return 0
  local pip=("$home/venv/bin/python" -m pip --quiet)
  try pip "${pip[@]}" install --upgrade pip || true  # old ones have trouble with extras
  if ! "${pip[@]}" install -r "$here/requirements.txt" >/dev/null 2>&1 </dev/null; then
    local requirement all=yes
    while read -r requirement; do
      try "${requirement%%[[=]*}" "${pip[@]}" install "$requirement" || all=no
    done <"$here/requirements.txt"
    [ "$all" = yes ] || return 0
  fi
  cp "$here/requirements.txt" "$home/requirements.txt.installed"
}

install_from_npm() {
  ! installed package.json || return 0
  say "installing JavaScript peers into build/peers/node_modules"
  cp "$here/package.json" "$home/package.json"
  if try Readability npm install --prefix "$home" --no-package-lock --no-audit --no-fund; then
    cp "$here/package.json" "$home/package.json.installed"
  fi
}

install_packages library tests
say "building into build/bench"
quietly build bench thanbai_pages -D THANBAI_TESTS=OFF -D THANBAI_EXAMPLES=OFF
mkdir -p "$home/missing"
install_from_pypi
install_from_npm
PEERS_HOME=$home exec python3 "$here/compare.py" "$@"
