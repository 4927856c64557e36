"""What a person should look at: nothing here is broken, and everything here is doubtful."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

import attrs

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.language.sayings import saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing
from partnermodel.queries.doubts import DOUBTS, stale_statuses
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.dates import Day
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table

Check = Callable[[PartnerModel], Iterable[Issue]]
"""A function that takes a model and gives the issues it finds."""


@attrs.frozen
class Findings(Listing[Issue]):
    """What `check` returns: issues, in the order of the checks and of the model."""

    items: tuple[Issue, ...]

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each issue.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(
            (issue.path, issue.code, several((issue.message, "."), ""), issue.hint) for issue in self.items
        )
        caption = saying("findings", count=len(rows)) if rows else saying("findings-none")
        return Sheet(caption, ("where", "code", "what", "hint"), rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each issue."""
        return rows_of(self.items, *fields_of(Issue, instead={"also": [column_of("also", "texts")]}))


@door
def check(model: PartnerModel, *checks: Check, as_of: Day | None = None) -> Findings:
    """Return what is doubtful in a model. What is broken cannot be in one.

    It looks for words that no vocabulary knows or that are replaced, records without evidence,
    evidence that a party gives of itself, more things named than a source counts, names and ids
    that look like duplicates, aliases that mean two things in one place, spaces around a name,
    relations that are active between ends that are not, symmetric relations stated from both ends,
    entities that nothing is linked to, and statuses that the calendar has overtaken.

    Args:
        model: The model.
        *checks: Functions of your own: each takes the model and gives issues. What they find counts as
            doubtful, whatever they call it: a model that is there is not broken.
        as_of: The day that decides whether a status is overtaken; today if it is left out.

    Returns:
        The issues of our checks, then those of yours.

    Raises:
        InvalidRecordError: `as_of` is not a date.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, check
        >>> college = Organisation("college", "College", kind="vocational-colege")
        >>> print(check(PartnerModel("Town", [college]))[0].hint)
        Did you mean "vocational-college"?
    """
    day = datetime.date.today() if as_of is None else as_of
    issues = [issue for doubt in DOUBTS for issue in doubt(model)]
    issues += stale_statuses(model, day)
    issues += [attrs.evolve(issue, severity=DOUBTFUL) for own in checks for issue in own(model)]
    return Findings(tuple(issues))
