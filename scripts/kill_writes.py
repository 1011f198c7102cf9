#!/usr/bin/env python3
"""Kills the program while it writes over files, again and again: each file must be the old one or the new one.

    kill_writes.py [BITESTO] [--seconds N]

BITESTO is the program, .build/release/bitesto without it; bitesto-bench is beside it. The moments of the kills spread
around the end of a run, so that about as many come before the last byte as after it. What a killed program leaves beside
a file (.bitesto-….tmp) is allowed, and counted.
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
OLD = b"the old file\n" * 1000


def writes(bitesto, folder):
    """Commands, and the files that each writes with what they hold before, in the order in which they are written."""
    letter = ROOT / "Corpora/parallel"
    memory = folder / "memory.tmx"
    subprocess.run(
        [bitesto.parent / "bitesto-bench", "memory", "--generate", "4", memory],
        check=True, stdout=subprocess.DEVNULL)

    file = folder / "letter.tmx"
    yield ["align", "-q", letter / "letter.it.txt", letter / "letter.en.txt", "-o", file], {file: OLD}
    file = folder / "names.tbx"
    yield ["glossary", "export", "-q", "-o", file], {file: OLD}
    file = folder / "names.tsv"
    yield ["glossary", "add", "-q", file, "--id", "serra-bianca", "--kind", "person",
           "--form", "it:preferred:Bianca Serra"], {file: (ROOT / "Glossaries/people.tsv").read_bytes()}
    file = folder / "merged.tmx"
    yield ["tmx", "merge", "-q", memory, memory, "-o", file], {file: OLD}
    file = folder / "cleaned.tmx"
    dropped = folder / "dropped.tmx"
    # What is dropped must be safe before the memory loses it.
    yield ["tmx", "clean", "-q", file, "-o", file, "--dropped", dropped], {
        dropped: OLD, file: memory.read_bytes()}
    file = folder / "memory.xlf"
    yield ["tmx", "convert", "-q", memory, "-o", file], {file: OLD}


def is_new(contents, whole):
    """Whether the bytes are those of a whole write, but for a line with the date."""
    if contents == whole:
        return True
    lines, others = contents.split(b"\n"), whole.split(b"\n")
    return len(lines) == len(others) and sum(a != b for a, b in zip(lines, others)) <= 1


def kill_again_and_again(command, files, folder, seconds):
    def restore():
        for file, before in files.items():
            file.write_bytes(before)

    restore()
    start = time.monotonic()
    subprocess.run(command, check=True)
    latest = time.monotonic() - start
    whole = {file: file.read_bytes() for file in files}
    old = new = finished = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        restore()
        process = subprocess.Popen(command)
        time.sleep(random.uniform(0.2, 1) * latest)
        process.send_signal(signal.SIGKILL)
        is_finished = process.wait() == 0
        finished += is_finished
        latest *= 0.95 if is_finished else 1.05
        is_written = True
        for file, before in files.items():
            contents = file.read_bytes()
            if contents == before:
                old += 1
                is_written = False
            elif is_new(contents, whole[file]):
                new += 1
                if not is_written:
                    sys.exit(f"{file.name} is new, and what must be written before it is not")
            else:
                sys.exit(f"{file.name} is neither the old file nor the new one: {len(contents)} bytes")
    left = list(folder.glob(".bitesto-*.tmp"))
    for path in left:
        path.unlink()
    print(
        f"{' and '.join(file.name for file in files)}: {(old + new) // len(files)} kills, {finished} after the end;"
        f" {old} times the old file, {new} times the new one; {len(left)} temporary files left")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bitesto", nargs="?", type=pathlib.Path, default=ROOT / ".build/release/bitesto")
    parser.add_argument("--seconds", type=float, default=15)
    options = parser.parse_args()
    bitesto = options.bitesto.absolute()
    random.seed(7)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        all = list(writes(bitesto, folder))
        for arguments, files in all:
            kill_again_and_again([bitesto, *arguments], files, folder, options.seconds / len(all))


main()
