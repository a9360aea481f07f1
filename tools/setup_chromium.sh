#!/usr/bin/env bash
# Sees to a Chromium, with which the tests open the report's page: `make test` runs this. Where it cannot be
# installed those tests skip, and say so.
set -euo pipefail

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    # Ubuntu has a command of that name that only tells to install a snap.
    if "$name" --version >/dev/null 2>&1; then echo "$name"; return; fi
  done
  return 1
}
give_up() { echo "chromium: $*; the tests of the report's page will be skipped" >&2; exit 0; }

if find_chromium >/dev/null; then exit 0; fi
command -v apt-get >/dev/null || give_up "not found, and there is no apt-get to install it with"
root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || give_up "not found; install it with: sudo apt-get install chromium"
  root=(sudo -n)
fi
echo "installing chromium, for the tests of the report's page"
"${root[@]}" apt-get update -qq || echo "chromium: apt-get update failed; trying with the package lists at hand" >&2
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null ||
  give_up "apt-get could not install it"
find_chromium
