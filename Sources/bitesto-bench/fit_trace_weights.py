#!/usr/bin/env python3
"""Fits the weights of the quote tracer (Sources/Alignment/Tracing/TraceWeights.swift).

  pip install numpy scipy
  bitesto-bench trace-features DIR SOURCES > features.tsv      for each folder of gold articles
  fit_trace_weights.py features.tsv...

The weights rank candidates by how likely they are the very span. A second fit turns the best one's
log-odds into those of the link being right, on held-out articles: Platt scaling that forgives what only
tells where a span begins and ends, and trusts the place in an aligned article.

DIR's articles are traced to all reports, to the five nearest, and to all but their own: links made in
the last are false, save where two outlets report the same words.

Reports in languages that the table of translations does not know are judged without it: a third fit, of
what stands in for it, on all candidates with that evidence hidden and the other weights as they are.

Prints what five-fold cross-validation over the articles says (precision and F1 of links, recall of spans
at several confidences, expected calibration error), then what goes into TraceWeights.swift.
"""
import collections
import sys

import numpy as np
from scipy.optimize import minimize

# What may only speak for a link, and what only against it.
FOR = {"whole", "isQuoted", "isCredited", "covered", "proof", "aligned"}
AGAINST = {"missing", "length", "isOther", "contradiction", "elsewhere", "offset"}
PENALTY, LINK_PENALTY, UNREAD_PENALTY, FOLDS = 3.0, 0.3, 1.0, 5
# What the second fit sees beside the log-odds, and the most that it may give: no more than was taken.
LINK = {"length": 6.0, "offset": 14.0, "aligned": None}
NEAR_MISS = 0.4  # the weight of a candidate in the right sentence that is not the right span


# What the article says about a passage beside its words. The gold articles either are translations or
# name the outlets; to judge those that do neither, every quotation but the shortest counts half a time
# more without all this.
CONTEXT = {"isCredited", "isOther", "aligned", "elsewhere", "offset"}
CONTEXT |= {"shortness*aligned", "shortness*elsewhere", "shortness*foreign"}
SHORTEST = 0.45  # `shortness` of a quotation of three words
COPY = 0.5


def without_context(rows, names):
    place = {name: index for index, name in enumerate(names)}
    copies = []
    for path, article, quotation, label, source, inputs in rows:
        if inputs[place["shortness"]] > SHORTEST or inputs[place["alone"]] == 1:
            continue
        inputs = [0.0 if name in CONTEXT else x for name, x in zip(names, inputs)]
        inputs[place["alone"]] = 1.0
        for name in ("shortness", "whole"):
            inputs[place["alone*" + name]] = inputs[place[name]]
        copies.append((path, article, "alone " + quotation, label, source, inputs))
    return copies


# What the table of translations says, and what is weighed in its place.
UNREAD = {"likelihood", "proof", "contradiction", "shortness*likelihood"}
IN_PLACE = ["whole", "covered", "shortness"]


def fit_unread(rows, names, weights, labels, t):
    inputs = np.array([[0.0 if n in UNREAD else x for n, x in zip(names, r[5])] for r in rows])
    kept = np.column_stack([inputs @ t[1:] + t[0]] + [inputs[:, names.index(n)] for n in IN_PLACE])
    bounds = [(None, None), (1, 1)] + [(None, None)] * len(IN_PLACE)
    return fit(kept, labels, weights, bounds, UNREAD_PENALTY)


def read(paths):
    rows, names = [], []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            names = next(lines).rstrip("\n").split("\t")[7:]
            for line in lines:
                article, pool, quotation, _, label, source, _, *inputs = line.rstrip("\n").split("\t")
                inputs = [float(x) for x in inputs]
                rows.append((path, article, pool + quotation, float(label), source, inputs))
    return rows, names


def fit(inputs, labels, weights, bounds, penalty=PENALTY):
    def loss(t):
        p = 1 / (1 + np.exp(-(inputs @ t[1:] + t[0])))
        value = -(weights * (labels * np.log(p + 1e-12) + (1 - labels) * np.log(1 - p + 1e-12))).sum()
        slope = weights * (p - labels)
        return (
            value + penalty * (t[1:] ** 2).sum() / 2,
            np.concatenate([[slope.sum()], inputs.T @ slope + penalty * t[1:]]),
        )

    start = np.zeros(inputs.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}).x


def main():
    rows, names = read(sys.argv[1:])
    rows += without_context(rows, names)
    inputs = np.array([r[5] for r in rows])
    grade = np.array([r[3] for r in rows])
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-9
    scaled = (inputs - mean) / spread
    labels = (grade == 1).astype(float)
    copied = np.array([COPY if r[2].startswith("alone") else 1.0 for r in rows])
    weights = np.where(grade == 0.5, NEAR_MISS, 1.0) * copied
    bounds = [(None, None)]
    bounds += [(0, None) if n in FOR else (None, 0) if n in AGAINST else (None, None) for n in names]

    articles = sorted({r[:2] for r in rows})
    fold_of = dict(zip(articles, np.random.RandomState(0).permutation(len(articles)) % FOLDS))
    fold = np.array([fold_of[r[:2]] for r in rows])
    held_out = np.zeros(len(rows))
    for k in range(FOLDS):
        t = fit(scaled[fold != k], labels[fold != k], weights[fold != k], bounds)
        held_out[fold == k] = scaled[fold == k] @ t[1:] + t[0]

    quotations = collections.defaultdict(list)
    for i, r in enumerate(rows):
        quotations[r[0], r[2].strip("0123456789"), r[1], r[2]].append(i)
    best = {k: max(v, key=lambda i: held_out[i]) for k, v in quotations.items()}
    chosen = list(best.values())
    is_right = (grade[chosen] > 0).astype(float)
    link_inputs = np.column_stack([held_out] + [inputs[:, names.index(n)] for n in LINK])
    link_mean, link_spread = link_inputs[chosen].mean(0), link_inputs[chosen].std(0)
    link_scaled = (link_inputs - link_mean) / link_spread
    link_bounds = [(None, None), (0, None)]
    link_bounds += [(0, m and m * s) for m, s in zip(LINK.values(), link_spread[1:])]
    link_weights = copied[chosen]
    link = np.zeros(len(rows))
    chosen_fold = fold[chosen]
    for k in range(FOLDS):
        others = np.array(chosen)[chosen_fold != k]
        t = fit(link_scaled[others], is_right[chosen_fold != k], link_weights[chosen_fold != k],
                link_bounds, LINK_PENALTY)
        link[fold == k] = link_scaled[fold == k] @ t[1:] + t[0]
    confidence = 1 / (1 + np.exp(-link))
    for group in sorted({k[:2] for k in quotations}):
        keys = [k for k in quotations if k[:2] == group]
        linkable = sum(rows[best[k]][4] != "-" for k in keys)
        if not linkable:
            links = [sum(confidence[best[k]] >= x for k in keys) for x in (0.3, 0.5, 0.7)]
            print(*group, "links at 0.3, 0.5, 0.7:", *links, "of", len(keys))
            continue
        print(*group, "linkable", linkable)
        for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
            links = [best[k] for k in keys if confidence[best[k]] >= threshold]
            right = sum(grade[i] > 0 for i in links)
            precision, recall = right / max(1, len(links)), right / linkable
            f1 = 2 * precision * recall / (precision + recall) if right else 0
            spans = sum(grade[i] == 1 for i in links) / linkable
            print(f"  {threshold}: precision {precision:.4f} F1 {f1:.4f} spans {spans:.4f}")
    bins = np.minimum((confidence[chosen] * 10).astype(int), 9)
    error = sum(
        abs(confidence[chosen][bins == b].sum() - is_right[bins == b].sum()) for b in range(10)
    ) / len(chosen)
    print(f"expected calibration error {error:.4f}")
    t = fit(link_scaled[chosen], is_right, link_weights, link_bounds, LINK_PENALTY)
    print("link: shift", round(t[0] - (t[1:] * link_mean / link_spread).sum(), 4))
    for name, weight in zip(["slope"] + list(LINK), t[1:] / link_spread):
        print(f"{name:24}{weight:10.4f}")

    t = fit(scaled, labels, weights, bounds)
    print("bias", round(t[0] - (t[1:] * mean / spread).sum(), 4))
    for name, weight in zip(names, t[1:] / spread):
        if not name.startswith("unread"):
            print(f"{name:24}{weight:10.4f}")
    whole = np.concatenate([[t[0] - (t[1:] * mean / spread).sum()], t[1:] / spread])
    t = fit_unread(rows, names, weights, labels, whole)
    for name, weight in zip(["unread"] + ["unread*" + n for n in IN_PLACE], [t[0], *t[2:]]):
        print(f"{name:24}{weight:10.4f}")


if __name__ == "__main__":
    main()
