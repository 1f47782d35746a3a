#!/usr/bin/env bash
# Installs programs that tests use beside Java's, where that is possible (Debian or Ubuntu, as root); otherwise says what is
# missing: the tests that need it are skipped then.
set -euo pipefail

install() { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1; }

# provide WHAT-IS-UNTESTED PROGRAM PACKAGE...
provide() {
  local untested=$1 program=$2
  shift 2
  [[ -x $program ]] && return
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    install "$@" || { apt-get update >/dev/null 2>&1 && install "$@"; } || true
  fi
  [[ -x $program ]] || echo "scripts/tests/programs.sh: $untested, as $program is missing: install the packages $*." >&2
}

provide 'report.html is not tested in a browser' /usr/bin/chromedriver chromium chromium-driver
provide 'forms are not filled in, and note and letters not opened, by an office' /usr/bin/soffice libreoffice-calc libreoffice-writer
provide 'what a power cut would leave is not told' /usr/bin/strace strace
