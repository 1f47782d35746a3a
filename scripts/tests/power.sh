#!/usr/bin/env bash
# What a power cut would leave, told from the system calls of runs (strace): at worst all is lost that was not forced onto
# the disk, and the rest may have got there in any order.
#   scripts/tests/power.sh
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
  echo "scripts/tests/power.sh: not tried, as strace is missing or may not be used here." >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/judge.py" <<'PYTHON'
"""TRACE ROOT OUT: complains of every moment at which a power cut could leave `latest` without a whole run."""
import re
import sys
from pathlib import PurePosixPath as Path

trace, root, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
unforced = set()  # files with content that is not on the disk
entries = {}  # of directories: names whose coming or going is not on the disk
targets = {}  # of links
published, complaints = 0, []


def inside(path, directory):
    return path == directory or directory in path.parents


def entry(path):
    entries.setdefault(path.parent, set()).add(path.name)


def unsafe(run):
    """What of a run, and of the way to it, is not on the disk."""
    yield from (f"content of {file}" for file in unforced if inside(file, run))
    for directory, names in entries.items():
        for name in names:
            if inside(directory, run) or inside(run, directory / name):
                yield f"entry {directory / name}"


def moved(path, old, new):
    return new / path.relative_to(old) if inside(path, old) else path


def happened(call, arguments):
    global published, unforced, entries
    paths = [Path(path) for path in re.findall(r'"(/[^"]*)"', arguments)]
    # A file that is open: its number with its present name
    of_number = re.match(r"\d+<([^>]*)>", arguments)
    if call in ("fsync", "fdatasync"):
        unforced.discard(Path(of_number[1]))
        entries.pop(Path(of_number[1]), None)
    elif "write" in call or call in ("ftruncate", "copy_file_range", "sendfile"):
        if of_number and inside(Path(of_number[1]), root):
            unforced.add(Path(of_number[1]))
    elif not paths or not inside(paths[-1], root):
        return
    elif call == "openat":
        if "O_CREAT" in arguments:
            entry(paths[0])
        if "O_TRUNC" in arguments:
            unforced.add(paths[0])
    elif call.startswith("rename"):
        old, new = paths
        if new == out / "latest":
            run = out / targets[old]
            complaints.extend(f"when latest is switched to {run}: {what}" for what in unsafe(run))
            published += 1
        unforced = {moved(file, old, new) for file in unforced}
        entries = {moved(directory, old, new): names for directory, names in entries.items()}
        entry(old)
        entry(new)
    elif call.startswith(("unlink", "rmdir")):
        if published and "latest" in entries.get(out, ()) and inside(paths[0], out / "runs"):
            complaints.append(f"{paths[0]} goes before the switch of latest is on the disk")
        unforced.discard(paths[0])
        entries.pop(paths[0], None)
        entry(paths[0])
    elif call.startswith("symlink"):
        targets[paths[-1]] = re.match(r'"([^"]*)"', arguments)[1]
        entry(paths[-1])
    else:
        entry(paths[-1])


begun = {}
for line in open(trace, encoding="utf-8", errors="replace"):
    process, text = line.rstrip("\n").split(maxsplit=1)
    if text.endswith("<unfinished ...>"):
        begun[process] = text.removesuffix("<unfinished ...>")
        continue
    resumed = re.match(r"<\.\.\. \w+ resumed>", text)
    if resumed:
        text = begun.pop(process, "") + text[resumed.end() :]
    call = re.match(r"(\w+)\((.*)\)\s+= \d", text)
    if call:
        happened(call[1], call[2])

complaints.extend(f"at the end: {what}" for what in unsafe(out / "latest"))
print(f"{published} published", *complaints[:5], *([f"{len(complaints)} complaints"] if complaints else []), sep="\n")
PYTHON

# Two runs into a directory that is not there yet, of which the second removes the first
few=()
for setting in clusters.restarts=5 clusters.bootstraps=20 clusters.null_sets=20 identify.simulation.districts=0 outputs.keep=1; do
  few+=(--set "$setting")
done
"$home/scripts/levelfield" --help >/dev/null # builds what is stale
for _ in 1 2; do
  strace -f -y -qq -A -o "$work/trace" \
    -e trace=openat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,fsync,fdatasync,write,pwrite64,writev,pwritev,ftruncate,copy_file_range,sendfile \
    "$home/scripts/levelfield" run "$home/configs/safonovo-sample.yaml" "${few[@]}" --out "$work/root/new/out" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
  }
done

judge() { python3 "$work/judge.py" "$1" "$work/root" "$work/root/new/out"; }
failed=0
told=$(judge "$work/trace")
if [[ $told != "2 published" ]]; then
  failed=1
  printf 'power: %s\n' "$told" >&2
fi
# The judge must miss what is left out: the last run's files, one directory, the last switch of latest.
for left_out in 'fsync(.*\.csv>)' 'fsync(.*/runs>)' 'fsync(.*/out>)'; do
  grep -v "$left_out" "$work/trace" >"$work/less"
  if [[ $(judge "$work/less") != *complaint* ]]; then
    failed=1
    echo "power: nobody missed $left_out" >&2
  fi
done
echo "power: $(grep -c . "$work/trace") system calls of two runs judged"
exit "$failed"
