#!/usr/bin/env python3
"""Holds SARIF files to what SARIF 2.1.0 asks: the JSON schema, by way of the types that PyPI's pydantic-sarif has made
of it, and what the schema cannot say.

    sarif.py FILE...
"""
import json
import pathlib
import sys
from urllib.parse import unquote, urlparse

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log


def check_region(region, text, path):
    """The offsets and the lines and columns of a region mean the same place (3.30.5 to 3.30.11); a region may be whole
    lines."""
    assert region["startLine"] <= text.count("\n") + 1, f"{path}: {region} is behind the end"
    if "startColumn" not in region:
        return
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"] - 1
    end = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"] - 1
    assert region["charOffset"] == start, f"{path}: charOffset {region['charOffset']} is not {start}"
    assert region["charLength"] == end - start, f"{path}: charLength of {region}"
    assert 0 <= start < end <= len(text), f"{path}: a region outside of its text"


def check(path):
    data = pathlib.Path(path).read_text("utf-8")
    Log.model_validate_json(data)
    count = 0
    for run in json.loads(data)["runs"]:
        assert run["columnKind"] == "unicodeCodePoints"
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(rules) == len(set(rules)), f"{path}: a rule twice"
        for result in run["results"]:
            count += 1
            # 3.27.6: the index leads to the descriptor of that id.
            assert rules[result["ruleIndex"]] == result["ruleId"], f"{path}: {result['ruleIndex']}"
            places = result["locations"] + result.get("relatedLocations", [])
            ids = [place["id"] for place in places if "id" in place]
            assert len(ids) == len(set(ids)), f"{path}: a location's id twice"
            for place in places:
                place = place["physicalLocation"]
                uri = urlparse(place["artifactLocation"]["uri"])
                assert uri.scheme in ("", "file"), uri
                file = pathlib.Path(unquote(uri.path))
                # Without a region it is the whole file.
                if "region" in place and file.is_file():
                    check_region(place["region"], file.read_bytes().decode("utf-8", "replace"), path)
    return count


for name in sys.argv[1:]:
    print(f"SARIF 2.1.0 holds for {check(name)} results of {pathlib.Path(name).name}")
