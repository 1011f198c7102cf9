#!/usr/bin/env python3
"""Compares Bitesto's sentences with those of ICU's break iterator: accuracy and speed in one run.

  pip install icu4py
  segmentation_peers.py BENCH XX_name.json...

BENCH is the release build of bitesto-bench. A file holds {"paragraphs": [{"text", "ends"}]}, "ends" being the
code points after the last character of each sentence; its name begins with its language. Counted are the ends
that follow a terminator and stand inside a paragraph. The speed of ICU is that of its iterator over the
paragraphs' text, already in memory, repeated to 8 MB as for Bitesto; the two take turns, the best of three counts.
"""
import json
import os
import subprocess
import sys
import time

from icu4py.breakers import SentenceBreaker

CLOSERS = "\"”»'’)]} "


def trimmed(text, end):
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def follows_terminator(text, end):
    return text[:end].rstrip().rstrip(CLOSERS)[-1:] in tuple(".!?…")


def ends(text, language):
    return {trimmed(text, end) for _, end in SentenceBreaker(text, language).segments()}


def icu_f1(paragraphs, language):
    right = invented = missed = 0
    for paragraph in paragraphs:
        text = paragraph["text"]
        last = trimmed(text, len(text))
        gold = {trimmed(text, end) for end in paragraph["ends"]} - {last}
        found = ends(text, language) - {last}
        gold, found = ({end for end in some if follows_terminator(text, end)} for some in (gold, found))
        right += len(gold & found)
        invented += len(found - gold)
        missed += len(gold - found)
    return 2 * right / max(2 * right + invented + missed, 1)


def icu_speed(paragraphs, language):
    text = "\n".join(paragraph["text"] for paragraph in paragraphs) + "\n"
    text *= 8_000_000 // len(text) + 1
    breaker = SentenceBreaker(text, language)
    start = time.perf_counter()
    count = sum(1 for _ in breaker.segments())
    assert count > 1
    return len(text.encode()) / (time.perf_counter() - start) / 1e6


def bitesto(bench, path):
    words = subprocess.run([bench, "segmentation", path], check=True, capture_output=True, text=True).stdout.split()
    return float(words[words.index("terminal") + 2]), float(words[words.index("split") + 1])


def main():
    bench, *files = sys.argv[1:] or sys.exit(__doc__)
    print("| text | F1 | ICU's F1 | MB/s | ICU's MB/s | ratio |\n|---|---|---|---|---|---|")
    for path in files:
        name = os.path.basename(path).removesuffix(".json")
        with open(path, encoding="utf-8") as file:
            paragraphs = json.load(file)["paragraphs"]
        runs = [(bitesto(bench, path), icu_speed(paragraphs, name[:2])) for _ in range(3)]
        f1, speed, icu = runs[0][0][0], max(run[0][1] for run in runs), max(run[1] for run in runs)
        print(f"| {name} | {f1:.4f} | {icu_f1(paragraphs, name[:2]):.4f} | {speed:.0f} | {icu:.0f} | {speed / icu:.1f} |")


if __name__ == "__main__":
    main()
