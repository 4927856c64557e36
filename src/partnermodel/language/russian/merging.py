"""What is said of two models that are made one, in Russian."""

from __future__ import annotations

TEXTS = {
    "merge-conflicts": "Конфликты",
    "merge-left": "конфликты",
    "merge-whole": "вся запись",
    "merge-not-there": "нет",
    "merge-values": "{one}: {a}; {other}: {b}",
    "merge-values-base": "{one}: {a}; {other}: {b}; было: {base}",
    "merge-outcome": "Итог слияния",
    "merge-joined": "записи, которые есть в обеих моделях",
    "merge-only": "записи, которые есть только в одной: {side}",
    "merge-removed": "удалённые записи",
    "merge-renamed": "записи с другим идентификатором",
    "merge-aliased": "названия, перенесённые в «другие названия»",
    "merge-number": "{number:number}",
    "column-in-base": "было",
    "column-conflict": "причина",
}
