# What the scripts share: installing packages and building. Sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# With ccache, if it is there, only what changed since any build is compiled.
! command -v ccache >/dev/null || export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}

say() { printf 'thanbai: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# quietly COMMAND...: shows what it printed only if it fails, and then ends the script.
quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    die "failed: $*"
  fi
  rm -f "$log"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update || true  # what it lacks, the next line says
  "${apt[@]}" install -y --no-install-recommends "$@"
}

# install_packages GROUP...: the packages of these groups of packages.txt that are not there yet.
install_packages() {
  local groups=" $* " group package _ wanted=() missing=()
  while read -r group package _; do
    [[ $groups != *" $group "* ]] || wanted+=("$package")
  done <"$root/scripts/packages.txt"

  if ! command -v apt-get >/dev/null; then
    ! has_build_tools || return 0
    say "no apt-get here; install these (by Debian's names) in this system's way, then try again:"
    (IFS='|'; grep -E "^($*) " "$root/scripts/packages.txt" >&2)
    exit 1
  fi

  local installed
  installed=$(dpkg-query -W -f '=${db:Status-Status} ${Package} ' "${wanted[@]}" 2>/dev/null || true)
  for package in "${wanted[@]}"; do
    [[ $installed == *"=installed $package "* ]] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    die "run this as root, then try again: apt-get install ${missing[*]}"
  fi
  say "installing ${missing[*]}"
  quietly apt_install "${missing[@]}"
}

has_build_tools() {
  local tool
  for tool in c++ cmake ninja pkg-config; do command -v "$tool" >/dev/null || return 1; done
  pkg-config --exists icu-i18n re2
}

# build NAME TARGET CMAKE_ARGUMENT...: builds TARGET in build/NAME. What a first build that fails,
# or is stopped, leaves behind is removed, now or by the next run; later ones only build what changed.
build() {
  local dir=$root/build/$1 target=$2
  shift 2
  mkdir -p "$root/build" || return
  exec 9>"$dir.lock"
  ! command -v flock >/dev/null || flock 9 || return

  local settings="$root $*"
  if [ ! -e "$dir/complete" ] || [ "$(cat "$dir/complete")" != "$settings" ]; then
    trap 'rm -rf "$root/build/'"${dir##*/}"'"' EXIT
    trap 'exit 130' INT TERM HUP
    rm -rf "$dir"
    cmake -S "$root" -B "$dir" -G Ninja -D CMAKE_BUILD_TYPE=Release "$@" || return
  fi
  cmake --build "$dir" --target "$target" || return
  [ -e "$dir/complete" ] || printf '%s\n' "$settings" >"$dir/complete"
  trap - EXIT INT TERM HUP
  exec 9>&-

  # Built by root, it still belongs to whoever owns the sources.
  [ "$(id -u)" != 0 ] || chown -R --reference="$root" "$root/build"
}
