#!/usr/bin/env bash
# Kills runs at random moments, two that overlap among them, while a reader looks at `latest`: it must always see a whole run.
#   scripts/tests/kills.sh [KILLS] [SEED]   default 6 kills; docs/reliability.md tells of 100
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
kills=${1:-6}
RANDOM=${2:-$$}
work=$(mktemp -d)
reader=
cleanup() {
  [[ -z $reader ]] || kill "$reader" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
failed=0
check() { # what it shows, command …
  "${@:2}" || {
    failed=$((failed + 1))
    echo "kills: failed: $1" >&2
  }
}

cat >"$work/study.yaml" <<'YAML'
study: kills
language: en
outputs: {office: false}
inputs:
  results:
    - path: results.csv
      shape: counts
      columns: {school_id: id, year: year, participants: n, below_minimum: below}
      constants: {procedure: exam, subject: maths}
YAML
awk 'BEGIN { print "id,year,n,below"; for (s = 1; s <= 60; s++) for (y = 2021; y <= 2023; y++) print s "," y "," 20 + s % 30 "," s * y % 17 }' >"$work/results.csv"
out=$work/out
run() { "$home/scripts/levelfield" run "$work/study.yaml" --out "$out"; }

"$home/scripts/levelfield" --help >/dev/null # builds what is stale
begun=$(date +%s%N)
run >"$work/log" 2>&1
lasts=$((($(date +%s%N) - begun) / 1000000)) # milliseconds of a run that nobody kills

# Whatever `latest` names must be whole: its run.json can be read, and every table has the rows that run.json says.
cat >"$work/reader.py" <<'PYTHON'
import csv
import json
import os
import sys
import time
from pathlib import Path

out, complaints = Path(sys.argv[1]), Path(sys.argv[2])
looks = 0
while not (complaints.parent / "enough").exists():
    run = out / os.readlink(out / "latest")
    try:
        manifest = json.loads((run / "run.json").read_text(encoding="utf-8"))
        if manifest["run_id"] != run.name:
            raise ValueError(f"run.json speaks of {manifest['run_id']}")
        for table, rows in manifest["tables"].items():
            with open(run / "csv" / f"{table}.csv", encoding="utf-8", newline="") as file:
                found = sum(1 for _ in csv.reader(file)) - 1
            if found != rows:
                raise ValueError(f"{table} has {found} rows, not {rows}")
            if not (run / "parquet" / table / "part-0.parquet").read_bytes().endswith(b"PAR1"):
                raise ValueError(f"{table}.parquet is cut short")
        if not (run / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>"):
            raise ValueError("report.html is cut short")
    except (OSError, ValueError, KeyError) as fault:
        with open(complaints, "a", encoding="utf-8") as file:
            print(f"{run.name}: {fault}", file=file)
    looks += 1
    time.sleep(0.02)
(complaints.parent / "looks").write_text(str(looks))
PYTHON
python3 "$work/reader.py" "$out" "$work/complaints" &
reader=$!

# Signals that ask for an end leave nothing either, and say so by their exit code.
for signal in INT:130 TERM:143; do
  setsid env --default-signal=INT "$home/scripts/levelfield" run "$work/study.yaml" --out "$out" >"$work/log" 2>&1 &
  asked=$!
  while [[ -z $(find "$out/runs" -maxdepth 1 -name '.*.staging') && -e /proc/$asked ]]; do sleep 0.05; done
  kill "-${signal%:*}" -- "-$asked"
  code=0
  wait "$asked" || code=$?
  check "exit code ${signal#*:}, not $code" [ "$code" -eq "${signal#*:}" ]
  check "nothing is staged after ${signal%:*}" [ -z "$(find "$out/runs" -maxdepth 1 -name '.*.staging')" ]
done

whole=1
killed=0
for ((i = 0; i < kills; i++)); do
  setsid "$home/scripts/levelfield" run "$work/study.yaml" --out "$out" >"$work/log" 2>&1 &
  first=$!
  second=
  if ((i % 3 == 2)); then
    setsid "$home/scripts/levelfield" run "$work/study.yaml" --out "$out" >"$work/log2" 2>&1 &
    second=$!
  fi
  pause=$((RANDOM % (lasts + lasts / 5)))
  sleep "$((pause / 1000)).$(printf %03d $((pause % 1000)))"
  for pid in $first $second; do
    kill -KILL -- "-$pid" 2>/dev/null || true
    code=0
    wait "$pid" 2>/dev/null || code=$?
    case $code in
      0) whole=$((whole + 1)) ;;
      4) ;; # the other run held the output
      137) killed=$((killed + 1)) ;;
      *) check "a run ended with $code: $(tail -n 1 "$work/log")" false ;;
    esac
  done
done

run >"$work/log" 2>&1 || check "the run after the kills" false
whole=$((whole + 1))
touch "$work/enough"
wait "$reader"
reader=
check "a reader saw a run that was not whole: $(head -n 3 "$work/complaints" 2>/dev/null)" [ ! -e "$work/complaints" ]
check "the next run removes what killed ones staged" [ -z "$(find "$out/runs" -maxdepth 1 -name '.*')" ]
# A run that was killed after it appeared, but before `latest` was switched, is whole as well.
found=$(find "$out/runs" -mindepth 1 -maxdepth 1 | wc -l)
check "$found runs are there of $whole that ended" [ "$found" -ge "$whole" ]
check "no link is left over" [ -z "$(find "$out" -maxdepth 1 -name '.latest-*')" ]
echo "kills: $killed of $((kills + kills / 3)) runs killed, $(cat "$work/looks") looks of a reader, $failed failed"
[[ $failed -eq 0 ]]
