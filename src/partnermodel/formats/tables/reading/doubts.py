"""Records that were made of rows which seem to be totals or notes: a person is to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.cells.totals import seems_no_name
from partnermodel.formats.tables.reading.faults import Fault
from partnermodel.formats.tables.reading.telling import issues_of
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.formats.tables.reading.attempts import Attempt
    from partnermodel.formats.tables.reading.reading import Reading


def seeming_totals(reading: Reading, attempt: Attempt) -> list[Issue]:
    """Return a doubt for each record of which there is only a name that totals and notes begin with."""
    faults = []
    for group in attempt.joined.groups:
        for node in group.nodes:
            if node.name is None or node.id is not None or node.identifiers:
                continue
            if not seems_no_name(node.name) or reading.grid_of(node.first) < reading.grounds:
                continue
            lines = (line for line in node.maker.lines if line.target.field == "name")
            column = next((line.places[0] for line in lines if line.places), None)
            message = worded(
                "a record was made of {name}, which seems to be a total or a note", name=shown(node.name)
            )
            hint = worded(
                "If it is no record, write the number of its row under skip, or the number of the last row "
                "of the table under until."
            )
            refusal = Refusal("seeming-total", message, hint)
            faults.append(Fault(attempt.rows_of(node.maker, node.number), column, refusal))
    return [attrs.evolve(issue, severity=DOUBTFUL) for issue in issues_of(reading, faults)]
