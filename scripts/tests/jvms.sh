#!/usr/bin/env bash
# Equal inputs give equal files in every JVM: runs one study under Russian, English and Turkish locales in three time zones, on one,
# two and four threads, and under a newer JDK where LEVELFIELD_OTHER_JAVA_HOME names one or one is installed. Compares the
# configuration's hash, run.json but for its id, time, timings and Java's version, and every table, CSV and Parquet. A second study
# has pupils enough to be folded in parts, with their codes.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 24 schools, two years, some 470,000 rows (17 MB): more than is one part.
cat >"$work/pupils.yaml" <<'YAML'
study: pupils
language: en
outputs: {html: false, office: false, xlsx: false}
identify: {simulation: {districts: 0}}
inputs:
  results:
    - path: pupils.csv
      shape: pupils
      columns: {school_id: school, pupil_id: pupil, year: year, subject: subject, score: score}
      constants: {procedure: exam}
YAML
awk 'BEGIN {
  print "school,pupil,year,subject,score"
  for (p = 1; p <= 118000; p++) for (y = 2022; y <= 2023; y++) for (s = 1; s <= 2; s++)
    printf "%03d,pupil-%07d,%d,subject %d,%d\n", p % 24 + 1, p, y, s, (p * 7919 + y * 31 + s * 17) % 61 + p % 24
}' >"$work/pupils.csv"

# The thread that waits for a pool works too, so the pool has one less.
run() { # NAME LANGUAGE ZONE THREADS STUDY
  LEVELFIELD_JAVA_OPTS="-Duser.language=$2 -Duser.country=${2^^} -Duser.timezone=$3 -Djava.util.concurrent.ForkJoinPool.common.parallelism=$(($4 - 1))" \
    "$home/scripts/levelfield" run "$5" --out "$work/$1" --master "local[$4]" >"$work/$1.out" 2>"$work/$1.err" || {
    cat "$work/$1.err" >&2
    exit 1
  }
  (
    cd "$work/$1/latest"
    files=(csv parquet datapackage.json)
    if [[ -d model ]]; then files+=(model/features.json model/kmeans.pmml); fi
    find "${files[@]}" -type f | LC_ALL=C sort | xargs sha256sum
    # The id and the seconds are of the run, not of its inputs; Java's version is of the machine.
    sed -E '/"run_id"/d; /"published"/d; /"java"/d; /"timings"/,/}/d' run.json | sha256sum
  ) >"$work/$1.sums"
}

same() { # NAME OTHER...
  local other
  for other in "${@:2}"; do
    diff "$work/$1.sums" "$work/$other.sums" || {
      echo "jvms: the files above differ between '$1' and '$other'" >&2
      exit 1
    }
  done
}

newer_java() {
  local found
  for found in "${LEVELFIELD_OTHER_JAVA_HOME:-}" /usr/lib/jvm/*-{21,25}-*; do
    if [[ -n $found && -x $found/bin/java ]]; then
      echo "$found"
      return
    fi
  done
}

sample=$home/configs/safonovo-sample.yaml
run first ru Europe/Moscow 1 "$sample"
run second tr Asia/Tokyo 4 "$sample"
same first second
run one en America/New_York 1 "$work/pupils.yaml"
run four tr Asia/Tokyo 4 "$work/pupils.yaml"
newer=$(newer_java)
if [[ -n $newer ]]; then export JAVA_HOME=$newer; fi
run two ru Europe/Moscow 2 "$work/pupils.yaml"
same one two four
echo "jvms: $(wc -l <"$work/first.sums") and $(wc -l <"$work/one.sums") files equal in two and three JVMs, on 1, 2 and 4 threads${newer:+, one of them ${newer##*/}}"
