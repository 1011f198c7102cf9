#!/usr/bin/env python3
"""What translate-toolkit reads of a file.

    toolkit.py pairs FILE.tmx|FILE.xlf    source and target of each unit, between tabs
    toolkit.py terms FILE.tbx             how many entries have a term
"""
import sys

from translate.storage import tbx, tmx, xliff

READERS = {"tmx": tmx.tmxfile, "xlf": xliff.xlifffile, "tbx": tbx.tbxfile}

what, path = sys.argv[1:]
units = READERS[path.rsplit(".", 1)[1]].parsefile(path).units
if what == "terms":
    print(sum(1 for unit in units if unit.source))
else:
    for unit in units:
        if unit.source and unit.target:
            print(unit.source, unit.target, sep="\t")
