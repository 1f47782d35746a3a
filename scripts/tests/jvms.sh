#!/usr/bin/env bash
# Equal inputs give equal files in every JVM: runs one study in three, under Russian, English and Turkish locales and three
# time zones, and compares the configuration's hash, run.json but for its id, time and timings, and every table, CSV and Parquet.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { # NAME LANGUAGE ZONE
  LEVELFIELD_JAVA_OPTS="-Duser.language=$2 -Duser.country=${2^^} -Duser.timezone=$3" \
    "$home/scripts/levelfield" run "$home/configs/safonovo-sample.yaml" --out "$work/$1" >"$work/$1.out" 2>"$work/$1.err"
  (
    cd "$work/$1/latest"
    find csv parquet datapackage.json model/features.json model/kmeans.pmml -type f | LC_ALL=C sort | xargs sha256sum
    # The id and the seconds are of the run, not of its inputs.
    sed -E '/"run_id"/d; /"published"/d; /"timings"/,/}/d' run.json | sha256sum
  ) >"$work/$1.sums"
}

run first ru Europe/Moscow
run second en America/New_York
run third tr Asia/Tokyo
for other in second third; do
  diff "$work/first.sums" "$work/$other.sums" || {
    echo "jvms: the files above differ between JVMs" >&2
    exit 1
  }
done
echo "jvms: $(wc -l <"$work/first.sums") files equal in three JVMs"
