#!/usr/bin/env python3
"""figures.py SCORER BITESTO DATA: accuracy must not fall below the floors in this table."""
import json
import subprocess
import sys

FLOORS = [
    (["trace", "trace"], {"link_f1": 0.985, "link_precision": 0.99, "span_recall": 0.95}),
    (["trace", "digest", "--sources", "trace/sources"], {"link_f1": 0.98, "link_precision": 0.985, "outlet_accuracy": 0.99}),
    (["names", "names/pairs.tsv"], {"core_recall": 0.985, "recall": 0.975, "precision": 1.0}),
    (["align", "align/ntrex-d"], {"strict_f1": 0.985}),
    (["segment", "segmentation/it_isdt-dev.json"], {"terminal_f1": 0.997}),
    (["segment", "segmentation/it_vit-dev.json"], {"terminal_f1": 0.999}),
    (["segment", "segmentation/en_gum-dev.json"], {"terminal_f1": 0.995}),
]

scorer, bitesto, data = sys.argv[1:]
failed = 0
for (what, folder, *rest), floors in FLOORS:
    command = [sys.executable, scorer, what, f"{data}/{folder}", "--bitesto", bitesto]
    command += [r if r.startswith("-") else f"{data}/{r}" for r in rest]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = figures.get(folder.split("/")[-1], figures)
    for name, floor in floors.items():
        good = figures[name] >= floor
        failed += not good
        print(f"{what} {folder}: {name} {figures[name]:.4f} (floor {floor}){'' if good else ' TOO LOW'}")
sys.exit(1 if failed else 0)
