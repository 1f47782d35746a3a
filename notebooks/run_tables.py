"""Reads the tables of a Levelfield run as pandas data frames, with the types its description gives."""

import json
from pathlib import Path

import pandas as pd

_TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


class Run:
    """A run directory: ``OUT/latest``, or one of ``OUT/runs``."""

    def __init__(self, directory):
        self.directory = Path(directory)
        self.manifest = json.loads((self.directory / "run.json").read_text(encoding="utf-8"))
        package = json.loads((self.directory / "datapackage.json").read_text(encoding="utf-8"))
        self._resources = {resource["name"]: resource for resource in package["resources"]}

    def names(self):
        """Names of the run's tables."""
        return list(self._resources)

    def table(self, name):
        """A table; codes of schools stay text, and what is not known is <NA>."""
        resource = self._resources[name]
        fields = resource["schema"]["fields"]
        return pd.read_csv(
            self.directory / resource["path"],
            dtype={field["name"]: _TYPES[field["type"]] for field in fields},
            keep_default_na=False,
            na_values=[""],
        )

    def meanings(self, name):
        """What the columns of a table mean, as a table in English and Russian."""
        fields = self._resources[name]["schema"]["fields"]
        return pd.DataFrame(fields).set_index("name")
