"""The small words that many texts share, in English."""

from __future__ import annotations

TEXTS = {
    "less-than": "less than {amount}",
    "more-than": "more than {amount}",
    "from-to": "{first} to {last}",
    "either": "{first} or {last}",
    "not-defined": "not defined",
    "yes": "yes",
    "no": "no",
    "same": "no change",
    "points": "{number} points",
    "none": "none",
    "not-stated": "not stated",
    "period-unknown": "not known",
    "start-unknown": "start not known",
    "end-unknown": "end not known",
    "period-open": "{start} – until further notice",
    "nothing": "nothing",
    "nobody": "nobody",
    "unknown": "unknown",
    "at-least": "at least {number}",
    "in-brackets": "{what} ({why})",
    "sentence": "{text}.",
    "relation-told": "{source} {how} {target}",
    "part-of-all": "{part:number} of {all:number}",
}
