#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/lint.sh [FILE…]: clang-format and clang-tidy over these files, or over everything in git,
# and shellcheck over the scripts. Builds first: clang-tidy wants the generated headers.
set -u
# shellcheck source=app/setup.sh
. "$(dirname "$(readlink -f "$0")")/../app/setup.sh" || exit

files=("$@")
[ $# -gt 0 ] && mapfile -t files < <(realpath -- "$@")
build_tree release all build bench lint || exit
cd "$top" || exit
[ $# -gt 0 ] || mapfile -t files < <(git ls-files -- '*.cpp' '*.h' '*.sh' .ci/run)

# check NAME PATTERN COMMAND…: the command over the files whose names match, some at a time.
failed=()
check() {
  local name=$1 pattern=$2
  shift 2
  printf '%s\n' "${files[@]}" | grep -E "$pattern" |
    xargs -r -d '\n' -n 4 -P "$(nproc)" "$@" || failed+=("$name")
} 2> >(grep -v ' warnings generated\.$' >&2) # those in system headers, which nobody asked for
check clang-format '\.(cpp|h)$' clang-format --dry-run -Werror
check shellcheck '\.sh$|\.ci/run$' shellcheck -x
check clang-tidy '\.cpp$' clang-tidy --quiet -p build/release

if [ ${#failed[@]} -gt 0 ]; then
  say "Not clean: ${failed[*]}"
  exit 1
fi
say "Clean: clang-format, shellcheck and clang-tidy."
