"""What two models say differently, so that a person has to decide."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from partnermodel.errors import BROKEN, Issue
from partnermodel.language.sayings import Untold, in_english, saying, tell
from partnermodel.language.sheet import Sheet
from partnermodel.model.catalogues import plural
from partnermodel.model.relations import Record
from partnermodel.queries.answers import Listing
from partnermodel.queries.comparison import introduced, untold
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Phrase, Table
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

Side = Literal["a", "b"]

SIDES = ("a", "b")

WITHIN = (worded("the record that stays"), worded("the other record"))
"""What two records of one model are called that a person has said to be one."""


@attrs.frozen
class MergeConflict:
    """One thing that two models say differently.

    Attributes:
        record: The id of the record; an empty text when it is the model itself or its vocabulary.
        type: The type of the record, such as `organisation`; empty likewise.
        field: The field, such as `status`, `names.ru`, `period.start` or `vocabulary.role.host.labels.en`;
            empty when it is the record as a whole.
        base: The value in the common ancestor; None when it does not state it, or there is none.
        a: The value in the first model, or None. When the record as a whole is meant, it is the record.
        b: The value in the second model, likewise.
        reason: Why nobody but a person can decide, as a clause.
        within: Whether both values are of the second model, of two of its records that are one now: `a`
            of the record whose id stays, and `b` of the other.

    Example:
        >>> from partnermodel import Initiative, PartnerModel, merge
        >>> fairs = [Initiative("fair", "Fair", status=status) for status in ("planned", "cancelled")]
        >>> print(*merge(*(PartnerModel("Town", [fair]) for fair in fairs)).conflicts)
        fair.status: a and b state different values (a: planned; b: cancelled)
    """

    record: str
    type: str
    field: str
    base: Any
    a: Any
    b: Any
    reason: Worded
    within: bool = False

    @property
    def place(self) -> str:
        """Where it is: the id and the field, with a dot between them."""
        return ".".join(filter(None, (self.record, self.field)))

    @property
    def path(self) -> str:
        """The Python expression that leads to the record from a model, and the field."""
        if not self.record:
            return self.field
        return f"{plural(self.type)}[{shown(self.record, 200)}]" + (f".{self.field}" if self.field else "")

    @property
    def untold(self) -> tuple[Untold, Untold, Untold]:
        """The three values in no language yet: of the ancestor, of the first and of the second model."""
        values = self.base, self.a, self.b
        return tuple(_untold(value, whole=not self.field) for value in values)  # type: ignore[return-value]

    @property
    def words(self) -> tuple[str | None, str | None, str | None]:
        """The three values as people read them in English; None for what is not stated, or not there."""
        values = self.base, self.a, self.b
        return tuple(  # type: ignore[return-value]
            None if value is None else in_english(words)
            for value, words in zip(values, self.untold, strict=True)
        )

    def told(self, language: str, *, sides: tuple[str, str] = SIDES) -> str:
        """Return the conflict as a line in a language.

        Args:
            language: The language: `en` or `ru`.
            sides: What the two models are called.
        """
        from partnermodel.language.speech import speech  # who only merges needs no words

        words = speech(language)
        base, a, b = (str(tell(words, value)) for value in self.untold)
        one, other = (str(tell(words, side)) for side in (WITHIN if self.within else sides))
        key = "merge-values" if self.base is None else "merge-values-base"
        values = words.say(key, one=one, other=other, a=a, b=b, base=base)
        return f"{self.place}: {tell(words, self.reason)} ({values})"

    def issue(self) -> Issue:
        """Return the conflict as an issue: where, what, and how to go on."""
        hint = worded("Make both models say the same, or merge with prefer.")
        ids = (self.record,) if self.record else ()
        return Issue("merge-conflict", self.path, "", self.reason, hint, severity=BROKEN, records=ids)

    def __str__(self) -> str:
        return self.told("en")


@attrs.frozen
class MergeConflicts(Listing[MergeConflict]):
    """What nobody but a person can decide, in the order of the first model and then of the second.

    Attributes:
        items: The conflicts.
        sides: What the two models are called.
    """

    items: tuple[MergeConflict, ...]
    sides: tuple[str, str] = SIDES

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each conflict; with what was before, if that is known of any.

        Args:
            language: The language of the words: `en` or `ru`. Fields, codes and dates are as in the file.
        """
        known = any(one.base is not None for one in self.items)
        heads = (side if isinstance(side, Worded) else Phrase(side) for side in self.sides)
        columns: tuple[Untold, ...] = ("record", "field", *(["in-base"] if known else []), *heads, "conflict")
        rows = tuple(
            (
                one.record or saying("the-model"),
                one.field or saying("merge-whole"),
                *one.untold[0 if known else 1 :],
                one.reason,
            )
            for one in self.items
        )
        return Sheet(saying("merge-conflicts"), columns, rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each conflict, for machines; values are in words, which are English."""
        columns = ("record", "type", "field", "base", "a", "b", "reason")
        return typed_rows(
            [Column(column, "text") for column in columns],
            [
                (one.record or None, one.type or None, one.field or None, *one.words, str(one.reason))
                for one in self.items
            ],
        )


def _untold(value: Any, *, whole: bool) -> Untold:
    if isinstance(value, Record):
        return introduced(value)
    return saying("merge-not-there") if whole and value is None else untold(value)
