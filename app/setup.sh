# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Sourced by the scripts that build: which packages are needed, and one locked way to a built tree.
# Everything said here goes to standard error and nothing is read from standard input: both belong
# to the program that runs afterwards.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# By Debian 12's names. "a|b" is satisfied by either; where neither is there, the first is taken.
# build: qt6-base-dev is Core, DBus, Gui, Widgets, Network, Sql and Test; Qt SVG draws the icons; Qt
#        WebSockets takes the hub's events to pages; the l10n tools compile translations; qtkeychain
#        finds the secret store of the desktop; libicu knows how Chinese characters sound and where
#        Chinese words end; libssl makes the hub's certificate; zlib packs what it streams;
#        libqrencode draws the link that a class joins it with.
# run:   Qt's driver for the library's file, certificates for models behind https, a font for
#        Chinese, Qt's own dialogs translated.
# test:  a display and a bus without a desktop; what asks the hub as others do: curl, Python's HTTPX;
#        what stands in front of it: HAProxy (nginx is unpacked by the tests, so that no server is
#        begun for them); what reads exported files: xmllint, pdftotext, Python's iCalendar; what
#        checks the files that a desktop reads.
declare -A packages=(
  [build]="cmake ninja-build g++ qt6-base-dev qt6-svg-dev qt6-websockets-dev qt6-tools-dev qt6-l10n-tools libboost1.81-dev qtkeychain-qt6-dev libicu-dev libssl-dev zlib1g-dev libqrencode-dev"
  [run]="libqt6sql6-sqlite ca-certificates fonts-noto-cjk|fonts-wqy-microhei qt6-translations-l10n"
  [test]="xvfb xauth dbus-daemon curl python3-httpx haproxy libxml2-utils poppler-utils python3-icalendar desktop-file-utils shared-mime-info"
  [bench]="libbenchmark-dev python3"
  [fuzz]="clang"
  [lint]="clang-format clang-tidy shellcheck"
  [package]="dpkg-dev file"
)

say() { printf '%s\n' "$*" >&2; }

is_debian_12() (
  ID="" VERSION_ID=""
  # shellcheck source=/dev/null
  [ -r /etc/os-release ] && . /etc/os-release
  [ "$ID $VERSION_ID" = "debian 12" ]
)

# missing_packages NAME…: of these, what is not installed, one a line.
missing_packages() {
  local installed wanted name
  # shellcheck disable=SC2016  # dpkg's variables, not the shell's
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${@//|*/}" "${@//*|/}" 2>/dev/null)
  for wanted in "$@"; do
    for name in ${wanted//|/ }; do
      [[ $'\n'"$installed"$'\n' == *$'\n'"installed $name"$'\n'* ]] && continue 2
    done
    printf '%s\n' "${wanted%%|*}"
  done
}

apt_get() {
  local become=()
  [ "$(id -u)" = 0 ] || become=(sudo)
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@" >&2
}

apt_install() { apt_get install --no-remove --no-install-recommends -y "$@"; }

# explain_failed_install NAME…: which installed packages are in the way, if that is the reason.
explain_failed_install() {
  local in_the_way
  in_the_way=$(LC_ALL=C apt-get --simulate --no-install-recommends -y install "$@" 2>/dev/null |
    awk '$1 == "Remv" { printf " %s", $2 }')
  if [ -n "$in_the_way" ]; then
    say "Roadloom needs $*. They cannot stand beside these installed packages:$in_the_way"
    say "Nothing was removed. If you can do without them, run 'apt-get remove$in_the_way' as root and start again."
  else
    say "The packages Roadloom needs could not be installed: $*. See what apt-get says above, then start again."
  fi
}

# cannot_install WHY NAME…: says what is needed; fails unless the tools to try a build are there.
cannot_install() {
  local why=$1 tool
  shift
  say "$why Roadloom needs these packages (names as in Debian 12): $*"
  for tool in cmake ninja c++; do
    command -v "$tool" >/dev/null || { say "'$tool' is not there: please install them and start again."; return 1; }
  done
  say "Going on with what is there."
}

# install_packages GROUP…: whatever is missing of these groups; succeeds at once if nothing is.
install_packages() {
  local group names wanted=() missing
  for group in "$@"; do
    read -ra names <<<"${packages[$group]}"
    wanted+=("${names[@]}")
  done
  if ! is_debian_12; then
    [ -f "$top/build/.told" ] && return
    cannot_install "This is not Debian 12, so nothing is installed for you." "${wanted[@]}" || return
    : >"$top/build/.told"
    return
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! sudo -v >&2; then
    cannot_install "Installing packages takes root or sudo, and you have neither." "${missing[@]}"
    return
  fi
  say "Installing: ${missing[*]}"
  local fresh=""
  if ! apt-get --simulate install "${missing[@]}" >/dev/null 2>&1; then
    apt_get update && fresh=yes
  fi
  apt_install "${missing[@]}" && return
  # Lists that are old name files that are gone.
  [ -z "$fresh" ] && apt_get update && apt_install "${missing[@]}" && return
  explain_failed_install "${missing[@]}"
  # What only the running program wants (a font, say) does not keep it from running.
  read -ra names <<<"${packages[build]}"
  [ -z "$(missing_packages "${names[@]}")" ]
}

# configure PRESET: only when it was never done, or was done for a folder or presets that changed.
configure() {
  local tree=$top/build/$1 fresh=(--fresh)
  if grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$tree/CMakeCache.txt"; then
    [ "$tree/build.ninja" -nt "$top/CMakePresets.json" ] && return
    fresh=()
  fi
  cmake -S "$top" --preset "$1" "${fresh[@]}" >&2
}

# build_tree PRESET TARGET GROUP…: the packages of these groups, then the target in build/PRESET.
# One at a time: a second script waits for the first.
build_tree() {
  local preset=$1 target=$2
  shift 2
  mkdir -p "$top/build" || return
  (
    flock -n 9 || { say "Waiting for another build in $top/build …"; flock 9; }
    export LC_ALL=C.UTF-8 # Qt's tools warn in any locale that is not UTF-8
    cd "$top" && install_packages "$@" && configure "$preset" || exit
    [[ $(ninja -C "build/$preset" -n "$target" 2>&1) == *"no work to do"* ]] && exit
    say "Building Roadloom in build/$preset …"
    cmake --build "build/$preset" --target "$target" >&2
  ) 9>"$top/build/.lock" </dev/null
}
