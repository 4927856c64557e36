"""The heads of columns that many tables share, in Russian."""

from __future__ import annotations

TEXTS = {
    "column-figure": "показатель",
    "column-value": "значение",
    "column-unit": "единица",
    "column-before": "было",
    "column-after": "стало",
    "column-difference": "разница",
    "column-why": "чем вызвано",
    "column-day": "дата",
    "column-organisation": "организация",
    "column-id": "идентификатор",
    "column-partners": "партнёры",
    "column-betweenness": "посредничество",
    "column-constraint": "ограничение (по Бёрту)",
    "column-core": "ядро",
    "column-part": "часть",
    "column-community": "сообщество",
    "column-cut-point": "точка сочленения",
}
