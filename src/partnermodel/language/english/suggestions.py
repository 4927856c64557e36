"""What is said of a proposed mapping, in English."""

from __future__ import annotations

TEXTS = {
    "column-column": "column",
    "column-makes": "makes",
    "column-confidence": "how sure",
    "column-reasons": "why",
    "suggestion-caption": "A proposal for a mapping",
    "suggestion-name": "What the model is of: write its name here.",
    "suggestion-line": "How sure: {confidence}. Why: {reasons}.",
    "suggestion-reasons": "{reasons}",
    "suggestion-undecided": "{line} Decide what the texts below mean: write a code for each …, and take "
    "the # away. The codes: {codes}.",
    "suggestion-direction": "{line} A relation leads from source to target: if the rows mean it the other "
    "way round, exchange the two.",
    "suggestion-code": "{code} ({label})",
    "suggestion-head": "its head says so",
    "suggestion-share": "{count:number} of {cells:number} cells look like it",
    "suggestion-personal": "it tells of persons, of whom nothing is kept",
    "suggestion-empty": "nothing stands in it",
    "suggestion-row-number": "it only numbers the rows",
    "suggestion-unknown": "neither its head nor its cells are known",
    "suggestion-taken": "another column makes that field, or no record has it",
    "suggestion-no-codes": "none of its texts is a word of the vocabulary: {texts}",
    "suggestion-dropped": "nothing: it is left out",
    "suggestion-unmapped": "nothing yet",
    "suggestion-drop": "Left out: what tells of persons, what only numbers the rows, and what is empty.",
    "suggestion-until": (
        "Below this row stand: {texts}. They are passed over, as totals, notes or another "
        "table. Write a greater number when rows are added; move another table to a sheet of "
        "its own."
    ),
    "suggestion-skip": ("Passed over, as totals or heads said again: {texts}."),
    "suggestion-left": "Not mapped yet: {columns}. Give each a line below, or add it to drop; {setting} "
    "keeps them all as they are.",
    "confidence-high": "high",
    "confidence-moderate": "moderate",
    "confidence-low": "low",
}
