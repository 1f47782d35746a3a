#!/usr/bin/env bash
# Two builds of the same sources must give the same jar to the byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build() {
  mvn -B -ntp -q clean package -DskipTests -Dspotless.check.skip=true >&2
  sha256sum pipeline/target/levelfield.jar
}

first=$(build)
sleep 2 # so that a time stamp would differ
second=$(build)
[[ $first == "$second" ]] || {
  echo "The jar differs between two builds: something writes the time, a path or an order into it." >&2
  exit 1
}
echo "reproducible: ${first%% *}"
