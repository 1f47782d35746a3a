#!/usr/bin/env bash
# Installs the browser that ReportInBrowserTest opens the page in, where that is possible (Debian or Ubuntu, as root);
# otherwise says what is missing: the test is skipped then.
set -euo pipefail

[[ -x /usr/bin/chromium && -x /usr/bin/chromedriver ]] && exit 0
missing='scripts/tests/browser.sh: chromium and chromium-driver are missing, so report.html is not tested in a browser'
if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
  echo "$missing: install the packages chromium and chromium-driver." >&2
  exit 0
fi
install=(apt-get install -y --no-install-recommends chromium chromium-driver)
DEBIAN_FRONTEND=noninteractive "${install[@]}" >/dev/null 2>&1 ||
  { apt-get update >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive "${install[@]}" >/dev/null 2>&1; } ||
  echo "$missing: they could not be installed." >&2
