#!/usr/bin/env bash
# Tests the cache of files between runs: what it finds, that tables stay the same to the byte, its modes, and what becomes of damage.
set -euo pipefail

levelfield=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/levelfield
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
check() { # what it shows, command …
  "${@:2}" || {
    failed=1
    echo "cache: failed: $1" >&2
  }
}
run() { "$levelfield" run "$work/study.yaml" --quiet --out "$work/$1" "${@:2}"; }
told() { grep -qF -- "$1" "$work/out/latest/levelfield.log"; }
same() { # the newest run is that of a run without the cache
  run fresh --set outputs.cache=false
  diff -rq "$work/out/latest/csv" "$work/fresh/latest/csv" && diff -rq "$work/out/latest/parquet" "$work/fresh/latest/parquet"
}
rows() { # FILE ROWS SEED
  awk -v rows="$2" -v seed="$3" 'BEGIN {
    srand(seed); print "school,year,subject,score"
    for (i = 0; i < rows; i++) printf "%03d,%d,maths-%d,%d\n", 1 + int(40 * rand()), 2018 + seed, seed, int(101 * rand())
  }' >"$work/results-$1.csv"
}

cat >"$work/study.yaml" <<'YAML'
study: cache
language: en
max_rejects: 0.1
outputs: {html: false, office: false, xlsx: false}
inputs:
  schools: [{path: schools.csv, columns: {school_id: id}}]
  results:
    - {path: "results-*.csv", shape: pupils, columns: {school_id: school, year: year, subject: subject, score: score}}
YAML
{ echo id; seq -f %03g 1 39; } >"$work/schools.csv"
for file in 1 2 3; do rows "$file" 400000 "$file"; done

run out
check "the first run finds nothing" told "0 of 3 files"
check "its directory is closed" [ "$(stat -c %a "$work/out/.cache")" = 750 ]
check "so are its files" [ "$(find "$work/out/.cache" -type f ! -perm 640 | wc -l)" = 0 ]
rows 4 1000 4
echo 001,2021,maths-3,17 >>"$work/results-3.csv"
run out
check "new and changed files are folded" told "2 of 4 files"
check "a run from the cache has the same tables" same
echo 040 >>"$work/schools.csv"
for entry in "$work/out/.cache"/*; do truncate -s -1 "$entry"; done
run out
check "damage is told" told "is damaged"
check "with a school more and a damaged cache tables are the same" same
run out
check "what was damaged is made again" told "4 of 4 files"
if [[ $failed == 0 ]]; then echo "cache: all checks passed"; fi
[[ $failed == 0 ]]
