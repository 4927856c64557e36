"""A table in no language yet: what an answer keeps, to be told in the language of whoever looks."""

from __future__ import annotations

import attrs

from partnermodel.language.sayings import Untold, tell
from partnermodel.values.table import Table


@attrs.frozen
class Sheet:
    """A table in no language yet.

    Attributes:
        caption: What the table shows.
        columns: The head of each column: the key of the catalogue without `column-`, or what is untold.
        rows: Rows of as many cells as there are columns.
        notes: What a reader must know.
    """

    caption: Untold
    columns: tuple[Untold, ...]
    rows: tuple[tuple[Untold, ...], ...]
    notes: tuple[Untold, ...] = ()

    def table(self, language: str) -> Table:
        """Return the table in a language.

        Raises:
            UnknownTermError: The library does not speak it.
        """
        from partnermodel.language.speech import speech  # what is not looked at takes no catalogue

        words = speech(language)
        return Table(
            str(tell(words, self.caption)),
            tuple(
                words.say(f"column-{column}") if type(column) is str else str(tell(words, column))
                for column in self.columns
            ),
            tuple(tuple(tell(words, cell) for cell in row) for row in self.rows),
            tuple(str(tell(words, note)) for note in self.notes),
            words.say("none"),
        )
