"""What the commands say while one waits, in English."""

from __future__ import annotations

TEXTS = {
    "command-reading": "Reading {file}",
    "command-figures": "Working out the figures",
    "command-duplicates": "Comparing names",
    "command-steps": "Looking for steps",
}
