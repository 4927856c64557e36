"""The small words that many texts share, in Russian."""

from __future__ import annotations

TEXTS = {
    "less-than": "менее {amount}",
    "more-than": "более {amount}",
    "from-to": "от {first} до {last}",
    "either": "{first} или {last}",
    "not-defined": "не определено",
    "yes": "да",
    "no": "нет",
    "same": "без изменений",
    "points": "{number}\u00a0п.\u00a0п.",
    "none": "нет",
    "not-stated": "не указано",
    "period-unknown": "неизвестно",
    "start-unknown": "начало неизвестно",
    "end-unknown": "конец неизвестен",
    "period-open": "{start} – по настоящее время",
    "nothing": "ничего",
    "nobody": "никто",
    "unknown": "неизвестно",
    "at-least": "не менее {number}",
    "in-brackets": "{what} ({why})",
    "sentence": "{text}.",
    "relation-told": "{source:name} — {how}: {target:name}",
    "part-of-all": "{part:number} из {all:number}",
}
