#!/usr/bin/env python3
"""Kills the program while it writes over a file, again and again: the file must be the old one or the new one.

    kill_writes.py [BITESTO] [--seconds N]

BITESTO is the program, .build/release/bitesto without it. The moments of the kills are spread evenly over the time
that a whole run takes. What a killed program leaves beside the file (.bitesto-….tmp) is allowed, and counted.
"""
import argparse
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def writes(bitesto, folder):
    """Files, what they hold before, and the command that writes each."""
    letter = ROOT / "Corpora/parallel"
    glossary = (ROOT / "Glossaries/people.tsv").read_bytes()
    some = b"the old file\n" * 1000
    memory = folder / "letter.tmx"
    yield memory, some, [
        bitesto, "align", "-q", letter / "letter.it.txt", letter / "letter.en.txt", "-o", memory]
    for name in ("names.tbx", "names.txt"):
        yield folder / name, some, [bitesto, "glossary", "export", "-q", "-o", folder / name]
    names = folder / "names.tsv"
    yield names, glossary, [
        bitesto, "glossary", "add", "-q", names, "--id", "serra-bianca", "--kind", "person",
        "--form", "it:preferred:Bianca Serra", "--form", "en:preferred:Bianca Serra"]


def is_new(contents, whole):
    """Whether the bytes are those of a whole write, but for a line with the date."""
    lines = contents.split(b"\n")
    return len(lines) == len(whole) and sum(a != b for a, b in zip(lines, whole)) <= 1


def kill_again_and_again(file, before, command, seconds):
    file.write_bytes(before)
    start = time.monotonic()
    subprocess.run(command, check=True)
    duration = time.monotonic() - start
    whole = file.read_bytes().split(b"\n")
    old = new = finished = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        file.write_bytes(before)
        process = subprocess.Popen(command)
        time.sleep(random.uniform(0, duration * 1.1))
        process.send_signal(signal.SIGKILL)
        finished += process.wait() == 0
        contents = file.read_bytes()
        if contents == before:
            old += 1
        elif is_new(contents, whole):
            new += 1
        else:
            sys.exit(f"{file.name} is neither the old file nor the new one: {len(contents)} bytes")
    left = list(file.parent.glob(".bitesto-*.tmp"))
    for path in left:
        path.unlink()
    print(
        f"{file.name}: {old + new} kills, {finished} after the end; {old} times the old file,"
        f" {new} times the new one; {len(left)} temporary files left")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bitesto", nargs="?", default=ROOT / ".build/release/bitesto")
    parser.add_argument("--seconds", type=float, default=15)
    options = parser.parse_args()
    random.seed(7)
    with tempfile.TemporaryDirectory() as folder:
        all = list(writes(options.bitesto, pathlib.Path(folder)))
        for file, before, command in all:
            kill_again_and_again(file, before, command, options.seconds / len(all))


main()
