"""Which sheets of a file are read."""

from __future__ import annotations

from collections.abc import Collection

from partnermodel.errors import InvalidTableError, did_you_mean
from partnermodel.formats.tables.sources.content import Content
from partnermodel.values.text import shown
from partnermodel.wording import together, worded

_LISTED = 20


def no_such_sheet(content: Content, sheet: str, names: Collection[str]) -> InvalidTableError:
    """Return the error that says which sheets there are."""
    if not names:
        message = worded("there is no sheet {sheet}, since the file has no sheets", sheet=shown(sheet))
        return content.refused("no-such-sheet", message, worded("Leave the sheet out."), shown(sheet))
    message = worded("there is no sheet {sheet}", sheet=shown(sheet))
    listed = worded("There are: {sheets}.", sheets=", ".join(map(shown, list(names)[:_LISTED])))
    return content.refused(
        "no-such-sheet", message, together(listed, did_you_mean(sheet, names)), shown(sheet)
    )
