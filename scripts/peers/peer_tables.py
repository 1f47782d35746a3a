"""Results and passports of a district as sklearn_district.py reads them: its names of columns, UTF-8, commas.

usage: peer_tables.py DIRECTORY RESULTS.csv... SOCIAL-PASSPORTS.csv
Writes peer-results.csv and peer-context.csv into DIRECTORY.
"""
import sys
from io import StringIO

import pandas as pd

NAMES = {"Год": "year", "Процедура": "procedure", "Предмет": "subject", "Код школы": "school_id", "Балл": "score"}


def table(path):
    content = open(path, "rb").read()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1251")
    semicolons = ";" in text.split("\n", 1)[0]
    return pd.read_csv(
        StringIO(text),
        sep=";" if semicolons else ",",
        decimal="," if semicolons else ".",
        dtype={"Код школы": str, "school_id": str},
    ).rename(columns=NAMES)


directory, *results, context = sys.argv[1:]
rows = pd.concat([table(path) for path in results])
rows.dropna(subset=["score"])[list(NAMES.values())].to_csv(f"{directory}/peer-results.csv", index=False)
table(context).to_csv(f"{directory}/peer-context.csv", index=False)
