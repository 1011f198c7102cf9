#!/usr/bin/env python3
"""Compares the units that Bitesto reads from translation memories with those that OmegaT's own reader gives.

    memory_oracle.py BENCH [--verbose] FILE.tmx...

BENCH is the release build of bitesto-bench; OmegaT is Debian's. A file is the same when all variants of all units have
the same languages and words in the same order. Every other file must fall under one of the reasons below, each of which
is checked; else the exit status is 1.
"""
import argparse
import collections
import pathlib
import subprocess
import sys
import unicodedata

OMEGAT = "/usr/share/omegat/OmegaT.jar"
SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts/omegat.groovy"


class Reading:
    def __init__(self):
        self.units = []
        self.refusal = None
        self.left_out = []
        self.problems = []


def readings(command):
    found = {}
    output = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    for line in output.removesuffix("\n").split("\n"):
        kind, *fields = line.split("\t")
        if kind == "file":
            reading = found[fields[0]] = Reading()
        elif kind == "unit":
            reading.units.append(fields)
        elif kind == "refused":
            reading.refusal = fields[0]
        elif kind == "problem":
            reading.problems.append(fields)
            if fields[1] == "unreadable-unit":
                reading.left_out.append(fields)
    return found


def composed(units):
    return [[unicodedata.normalize("NFC", field) for field in unit] for unit in units]


def reason(theirs, words, everything, outside):
    """What explains the difference; None for one that nothing does."""
    units = composed(theirs.units)
    if theirs.refusal and words.refusal:
        return "both refuse the file"
    if theirs.refusal and words.units[: len(units)] == units:
        return "OmegaT refuses the file, or stops in it"
    if theirs.units == words.units:
        return "the same"
    if units == composed(words.units):
        return "OmegaT composes letters and their accents (NFC)"
    if units == composed(everything.units):
        return "OmegaT takes codes for words in memories of its own"
    if units == composed(outside.units):
        return "OmegaT leaves out highlighted words"
    if words.left_out and len(words.units) + len(words.left_out) == len(units):
        rest = iter(units)
        if all(unit in rest for unit in composed(words.units)):
            return "Bitesto leaves out a unit, and says why"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--verbose", action="store_true", help="name the files, and what Bitesto says about them")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    omegat = readings(["java", "-cp", OMEGAT, "groovy.ui.GroovyMain", SCRIPT, *options.files])
    ours = [
        readings([options.bench, "memory", "--print", part, *options.files])
        for part in ("words", "everything", "outside")
    ]
    counts = collections.Counter()
    units = collections.Counter()
    for file, theirs in omegat.items():
        why = reason(theirs, *(reading[file] for reading in ours)) or "NOTHING EXPLAINS IT"
        counts[why] += 1
        units[why] += len(ours[0][file].units)
        if options.verbose and why != "the same":
            print(f"{file}: {why}")
            for field in ours[0][file].problems[:5]:
                print("   ", ": ".join(field))
    for why, count in counts.most_common():
        print(f"{count:4} files, {units[why]:6} units: {why}")
    sys.exit("NOTHING EXPLAINS IT" in counts)


main()
