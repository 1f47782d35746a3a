#!/usr/bin/env bash
# Runs the notebooks from a clean state and sets the numbers they print beside the tables. Installs what they need where that is
# possible (Debian or Ubuntu, as root); otherwise says what is missing and leaves the notebooks untested.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
python=${NOTEBOOKS_PYTHON:-/usr/bin/python3}

ready() { "$python" -c 'import ipykernel, matplotlib, nbconvert, pandas' 2>/dev/null; }
install() { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends jupyter-nbconvert python3-ipykernel python3-pandas python3-matplotlib >/dev/null 2>&1; }
if ! ready && [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
  install || { apt-get update >/dev/null 2>&1 && install; } || true
fi
ready || {
  echo "notebooks: not tested, as $python lacks pandas, matplotlib, nbconvert or ipykernel" >&2
  exit 0
}

rm -rf target/notebooks
scripts/notebooks >target/notebooks.log 2>&1 || {
  tail -n 40 target/notebooks.log >&2
  exit 1
}

"$python" - <<'PYTHON'
import csv
import json
from pathlib import Path

out = Path("target/notebooks")
failures = []


def rows(study, table):
    with open(out / "runs" / study / "latest" / "csv" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed(notebook):
    """What a notebook's cells print as ``check NAME=VALUE``."""
    cells = json.loads((out / f"{notebook}.ipynb").read_text(encoding="utf-8"))["cells"]
    texts = ["".join(output["text"]) for cell in cells for output in cell.get("outputs", []) if output.get("name") == "stdout"]
    lines = [line[6:].split("=") for text in texts for line in text.splitlines() if line.startswith("check ")]
    return {name: float(value) for name, value in lines}


def compare(notebook, expected):
    told = printed(notebook)
    if set(told) != set(expected):
        failures.append(f"{notebook} prints {sorted(told)}, not {sorted(expected)}")
    for name, value in expected.items():
        if abs(told.get(name, float("nan")) - value) > 1e-6 or name not in told:
            failures.append(f"{notebook}: {name} is {told.get(name)}, the tables say {value}")


schools = rows("safonovo-sample", "schools")
year = max(int(row["year"]) for row in rows("safonovo-sample", "indicators"))
compare("district-year", {
    "schools": len(schools),
    "help": sum(row["help_rank"] != "" for row in schools),
    "low_result": sum(row["low_result"] == "true" for row in schools),
    "indicators_met": sum(row["status"] == "met" and int(row["year"]) == year for row in rows("safonovo-sample", "indicators")),
})
schools = rows("california-1999-2000", "schools")
means = [float(row["mean"]) for row in rows("california-1999-2000", "results") if row["year"] == "2000"]
compare("california-1999-2000", {
    "schools": len(schools),
    "mean_2000": sum(means) / len(means),
    "with_index": sum(all(row[c] != "" for c in ("context_index", "result", "adjusted_result")) for row in schools),
    "unfavourable": sum(row["unfavourable_context"] == "true" for row in schools),
})
for notebook in Path("notebooks").glob("*.ipynb"):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    if any(cell.get("outputs") or cell.get("execution_count") for cell in cells):
        failures.append(f"{notebook} was committed with what it printed: clear its outputs")
print(f"notebooks: {8 - len(failures)} of 8 numbers equal the tables" if not failures else "\n".join(failures))
raise SystemExit(1 if failures else 0)
PYTHON
