"""A fact that a recommended step rests on, or that speaks against it."""

from __future__ import annotations

import attrs

from partnermodel.language.sayings import Untold, in_english


@attrs.frozen
class Ground:
    """A fact that a step rests on, or that speaks against it.

    Attributes:
        words: The fact, as a clause.
        records: The ids of the records that make it so.
    """

    words: str
    records: tuple[str, ...]
    _words: Untold = attrs.field(default="", repr=False, alias="told")

    @property
    def untold(self) -> Untold:
        """The fact in no language yet."""
        return self._words or self.words


def ground(words: Untold, records: tuple[str, ...]) -> Ground:
    """Return a fact that can be told in any language."""
    return Ground(in_english(words), records, words)
