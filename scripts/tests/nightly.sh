#!/usr/bin/env bash
# Tests scripts/nightly over nights in which inputs are added to, corrected, broken and left alone, and the disk is full.
set -euo pipefail

nightly=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/nightly
work=$(mktemp -d)
disk=
cleanup() {
  [[ -z $disk ]] || umount "$disk"
  rm -rf "$work"
}
trap cleanup EXIT
passed=0 failed=0
check() { # what it shows, command …
  if "${@:2}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "nightly: failed: $1" >&2
    cat "$work/mail" >&2
  fi
}
told() { grep -qF -- "$1" "$work/mail"; }
night() { # wanted exit code, arguments of the script …
  local code=0
  "$nightly" "${@:2}" >"$work/mail" 2>&1 || code=$?
  check "exit code $1, not $code" [ "$code" -eq "$1" ]
}
runs() { find "$1/runs" -mindepth 1 -maxdepth 1 | wc -l; }

mkdir "$work/in"
cat >"$work/in/study.yaml" <<'YAML'
study: nights
language: en
outputs: {keep: 3, html: false, office: false, xlsx: false}
inputs:
  schools:
    - {path: schools.csv, columns: {school_id: id, name: name}}
  results:
    - path: results-*.csv
      shape: counts
      columns: {school_id: id, year: year, participants: n, below_minimum: below}
      constants: {procedure: exam, subject: maths}
YAML
printf '%s\n' id,name 1,Oak 2,Elm 3,Ash 4,Fir >"$work/in/schools.csv"
printf '%s\n' id,year,n,below 1,2021,40,20 2,2021,30,3 3,2021,50,2 4,2021,20,1 >"$work/in/results-2021.csv"
study=$work/in/study.yaml out=$work/out

night 0 "$study" "$out"
check "the first run is told as such" told "first run in $out"

printf '%s\n' id,year,n,below 1,2022,40,19 2,2022,30,3 3,2022,50,2 4,2022,20,1 >"$work/in/results-2022.csv"
night 0 "$study" "$out"
check "a file that was added is named" told "results-2022.csv: new, 4 rows"

sed -i 's/^3,2022,50,2$/3,2022,50,30/' "$work/in/results-2022.csv"
night 0 "$study" "$out"
check "a file that was corrected is named" told "results-2022.csv: other content, 4 → 4 rows"
check "so is a school whose figures moved" told "Ash (3)"

before=$(readlink -f "$out/latest")
cp "$work/in/results-2022.csv" "$work/good"
echo 'not,a,result' >"$work/in/results-2022.csv"
night 3 "$study" "$out"
check "a broken file is named" told results-2022.csv
check "the run before stays the newest" [ "$(readlink -f "$out/latest")" = "$before" ]
check "and is said to" told "still the newest: $before"
cp "$work/good" "$work/in/results-2022.csv"

night 0 "$study" "$out" --keep-logs 2
check "nothing new is told as nothing" told "The tables told of here are the same"
check "older runs were removed" [ "$(runs "$out")" -eq 3 ]
check "older logs too" [ "$(find "$out/nightly" -name '*.log' | wc -l)" -eq 2 ]

night 5 "$study" "$out" -- --set outputs.jdbc.url=jdbc:postgresql://localhost:1/none
check "a run that is not in the database is published" told "is published"
check "and compared" told "The tables told of here are the same"

# A file system of its own, if it may be mounted.
mkdir "$work/disk"
if mount -t tmpfs -o size=1m tmpfs "$work/disk" 2>/dev/null; then
  disk=$work/disk
  night 0 "$study" "$disk/out"
  before=$(readlink -f "$disk/out/latest")
  head -c 2M /dev/zero >"$disk/filler" 2>/dev/null || true
  rm -f "$disk/out/nightly/"*.log
  night 2 "$study" "$disk/out"
  check "a full disk leaves the run before" [ "$(readlink -f "$disk/out/latest")" = "$before" ]
else
  echo "nightly: no file system may be mounted here, so a full disk was not tried" >&2
fi

night 2 "$study"
check "wrong use is answered with the use" told "scripts/nightly STUDY.yaml OUT"

echo "nightly: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
