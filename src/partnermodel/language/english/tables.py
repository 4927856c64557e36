"""The heads of columns that many tables share, in English."""

from __future__ import annotations

TEXTS = {
    "column-figure": "figure",
    "column-value": "value",
    "column-unit": "unit",
    "column-before": "before",
    "column-after": "after",
    "column-difference": "difference",
    "column-why": "what made it",
    "column-day": "date",
    "column-organisation": "organisation",
    "column-id": "id",
    "column-partners": "partners",
    "column-betweenness": "betweenness",
    "column-constraint": "constraint",
    "column-core": "core",
    "column-part": "part",
    "column-community": "community",
    "column-cut-point": "cut point",
}
