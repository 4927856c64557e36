"""A small town, and what comes of two versions of it."""

from __future__ import annotations

from typing import Any

from partnermodel.model.entities import Document, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record
from partnermodel.queries.merging.merge import Merged, merge
from partnermodel.values.citations import Citation
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

REPORT, LETTER = Document("report", "Report"), Document("letter", "Letter")


def town(
    *records: Record, name: str = "Town", vocabulary: Vocabulary = STANDARD, language: str = "und"
) -> PartnerModel:
    """Return a model of some records, and of two documents that they may cite."""
    return PartnerModel(name, [REPORT, LETTER, *records], vocabulary=vocabulary, language=language)


def school(name: str = "School", **fields: Any) -> Organisation:
    """Return one organisation with some fields."""
    return Organisation("school", name, **fields)


def outcome(base: Record | None, a: Record, b: Record, prefer: Any = None) -> Merged:
    """Return what comes of two versions of a record, and the one before, if there is any."""
    return merge(town(a), town(b), base=None if base is None else town(base), prefer=prefer)


def told(merged: Merged) -> list[str]:
    """Return the conflicts as lines."""
    return [str(conflict) for conflict in merged.conflicts]


PAGE_4 = Citation("report", locator="page 4")
