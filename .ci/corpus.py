#!/usr/bin/env python3
"""Hold a build against the labelled reports: usage: corpus.py LAWCHECK CORPUS

Runs the corpus's own comparison and fails below the agreed figures. The title is compared as a whole here: a label may
continue a title on a second line.
"""
import glob
import json
import os
import re
import subprocess
import sys

import yaml

binary, corpus = sys.argv[1:]
LEAST = {
    "parts": 1.0,
    "part_start": 1.0,
    "part_items": 1.0,
    "heading_recall": 0.98,
    "heading_precision": 0.98,
    "figure_recall": 0.95,
    "relation_recall_all": 0.8,
    "relation_recall_arith": 1.0,
}
MOST = {"relation_false_alarms": 0, "score_abs_error": 8}

ids = sorted(os.path.basename(p).split(".")[0] for p in glob.glob(f"{corpus}/gold/*.yaml"))
check = subprocess.run(
    [sys.executable, f"{corpus}/check.py", binary, f"{corpus}/reports", f"{corpus}/gold", *ids],
    capture_output=True,
    text=True,
)
print(check.stdout)
if check.returncode:
    sys.exit(check.stderr)
totals = {}
for name, value in re.findall(r"^TOTAL (\S+) ([0-9.]+)", check.stdout, re.M):
    totals[name] = float(value)
faults = [f"{k} {totals.get(k)} is below {v}" for k, v in LEAST.items() if totals.get(k, 0) < v]
faults += [f"{k} {totals.get(k)} is above {v}" for k, v in MOST.items() if totals.get(k, 0) > v]


def norm(text):
    text = re.sub(r"\s+", "", text or "")
    return text.translate(str.maketrans("\uff08\uff09\uff0c\uff1a\uff1b", "(),:;"))


def value(label):
    return label.get("value") if isinstance(label, dict) else label


for number in ids:
    gold = yaml.safe_load(open(f"{corpus}/gold/{number}.yaml", encoding="utf8"))["metadata"]
    report = glob.glob(f"{corpus}/reports/{number}_*.txt")[0]
    ran = subprocess.run([binary, "outline", "--format", "json", report], capture_output=True, text=True)
    got = json.loads(ran.stdout)["metadata"]
    title = gold.get("title") or {}
    wanted = {
        "title": norm(title.get("text", "") + (title.get("continued") or {}).get("text", "")),
        "report_year": value(gold["report_year"]),
        "level": value(gold["level"]),
        "issuer_kind": value(gold["issuer_kind"]),
        "document_number": norm((gold.get("doc_number") or {}).get("text")),
        "date_written": value(gold.get("date_written")),
        "date_published": value(gold.get("date_published")),
    }
    for key, want in wanted.items():
        if norm(str(got[key] or "")) != norm(str(want or "")):
            faults.append(f"{number} {key}: want {want!r}, got {got[key]!r}")
if faults:
    sys.exit("\n".join(faults))
print("labelled reports: all figures hold")
