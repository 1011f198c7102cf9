#!/usr/bin/env python3
"""Compares the speed of reading a translation memory with that of translate-toolkit, in one run.

    pip install translate-toolkit
    memory_peers.py BENCH [--megabytes N] [FILE.tmx]

BENCH is the release build of bitesto-bench, which makes the memory when there is no FILE. Both read the bytes in
memory and take the words of both sides out of every unit; translate-toolkit's parsing alone and a bare parse by lxml,
which it builds on, are there for orientation. They take turns on one core; processor time, the best of three.
"""
import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
import time

from lxml import etree
from translate.storage import tmx


def bitesto(bench, path):
    line = subprocess.run([bench, "memory", path], check=True, capture_output=True, text=True).stdout
    units, read, write = re.search(r"(\d+) units .* read (\d+) MB/s  write (\d+) MB/s", line).groups()
    return int(units), float(read), float(write)


def toolkit(data):
    start = time.process_time()
    units = tmx.tmxfile.parsestring(data).units
    parsed = time.process_time()
    words = [(unit.source, unit.target) for unit in units]
    end = time.process_time()
    return len(words), len(data) / 1e6 / (end - start), len(data) / 1e6 / (parsed - start)


def bare(data):
    start = time.process_time()
    etree.parse(io.BytesIO(data))
    return len(data) / 1e6 / (time.process_time() - start)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--megabytes", type=int, default=20)
    options = parser.parse_args()
    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or f"{folder}/memory.tmx"
        if not options.file:
            subprocess.run(
                [options.bench, "memory", "--generate", str(options.megabytes), path],
                check=True, stdout=subprocess.DEVNULL)
        data = open(path, "rb").read()
        turns = [(bitesto(options.bench, path), toolkit(data), bare(data)) for _ in range(3)]
    count, read, write = (max(column) for column in zip(*(turn[0] for turn in turns)))
    others, peer, parsed = (max(column) for column in zip(*(turn[1] for turn in turns)))
    if count != others:
        sys.exit(f"{count} units, and {others} by translate-toolkit")
    print(f"{len(data) / 1e6:.1f} MB, {count} units; MB a second")
    print(f"Bitesto reads {read:.0f}, writes {write:.0f}")
    print(f"translate-toolkit reads {peer:.1f} (ratio {read / peer:.1f}), parses alone {parsed:.1f}")
    print(f"lxml parses {max(turn[2] for turn in turns):.1f}")


main()
