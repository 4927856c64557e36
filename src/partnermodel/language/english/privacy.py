"""What is said of numbers that are not told, in English."""

from __future__ import annotations

TEXTS = {
    "suppressed": "suppressed",
    "suppressed-short": "×",
    "suppressed-cells": "Suppressed cells: {count:number}. Each holds a number from 1 to {least:number}, or "
    "one from which such a number could be worked out.",
    "suppressed-none": "No cell had to be suppressed: none holds a number from 1 to {least:number}.",
    "counts-are-of-provisions": "A number says how many different provisions count.",
    "picture-suppressed": "number suppressed",
    "picture-coverage-most-told": "The largest number that is told is {number:number}.",
    "redact-gone": "Removed: {count:record}.",
    "redact-suppressed": "Numbers suppressed in {count:record}.",
    "redact-more": "and {count:number} more",
    "redact-names-left": "Look at these texts: a name of a removed person may stand in them.",
}
