"""What is said of two models that are made one, in English."""

from __future__ import annotations

TEXTS = {
    "merge-conflicts": "Conflicts",
    "merge-left": "conflicts",
    "merge-whole": "the whole record",
    "merge-not-there": "not there",
    "merge-values": "{one}: {a}; {other}: {b}",
    "merge-values-base": "{one}: {a}; {other}: {b}; before: {base}",
    "merge-outcome": "What was merged",
    "merge-joined": "records in both",
    "merge-only": "records only in {side}",
    "merge-removed": "records removed",
    "merge-renamed": "records called by another id",
    "merge-aliased": "names that are aliases now",
    "merge-number": "{number:number}",
    "column-in-base": "before",
    "column-conflict": "why",
}
