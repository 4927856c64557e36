"""Who serves which group, where and through what; and where nobody does, as far as the model knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from operator import attrgetter

from partnermodel.queries.coverage import coverage
from partnermodel.queries.gaps import filled_by, in_cells
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.provisions import Provision
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.room import first
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised


def reach(words: Words) -> Section:
    """Return the section on coverage and its gaps."""
    id, title = "coverage", words.label("reach-title")
    by_place, by_kind = words.coverage, coverage(words.model, by=("group", "kind"))
    if not by_place.axes[0]:
        return section(id, title, paragraph(words.say("reach-no-group")))
    provisions = by_place.provisions  # as they are of the other matrix
    parts: list[Content] = [
        paragraph(words.say("reach-lead")),
        _matrix(words, by_place, provisions, words.label("reach-by-place"))
        if by_place.axes[1]
        else paragraph(words.say("reach-no-place")),
        _matrix(words, by_kind, provisions, words.label("reach-by-kind"))
        if by_kind.axes[1]
        else paragraph(words.say("reach-no-service"), class_="none"),
        element("h3", words.label("reach-gaps")),
        *_gaps(words, by_place),
    ]
    return section(id, title, *parts)


def _matrix(words: Words, found: Coverage, provisions: Sequence[Provision], caption: str) -> Markup:
    """Return a matrix with its longer axis downwards, so that it stays narrow.

    Args:
        words: The words of the page.
        found: The matrix.
        provisions: All that there is in it.
        caption: What it shows.
    """
    across = 0 if len(found.axes[0]) < len(found.axes[1]) else 1
    down = 1 - across
    shown, more = words.room.first(found.axes[down])
    row_of, rows_shown = attrgetter(found.by[down]), set(shown)
    cells = in_cells((one for one in provisions if row_of(one) in rows_shown), found.by)
    examples = {one.kind: one.provision for one in reversed(provisions)} if "kind" in found.by else {}

    def value(axis: int, one: str | None) -> Content:
        if one is None:
            return words.label(f"reach-unstated-{found.by[axis]}")
        if found.by[axis] != "kind":
            return words.link(one)
        return capitalised(words.term(words.model.entity(examples[one]).scheme, one))

    rows = [
        (
            value(down, row),
            *(
                _provisions(words, found, cells.get((row, column) if across else (column, row), ()))
                or element("span", words.label("reach-nothing"), class_="none")
                for column in found.axes[across]
            ),
        )
        for row in shown
    ]
    columns = [
        words.label(f"reach-{found.by[down]}"),
        *(value(across, column) for column in found.axes[across]),
    ]
    return joined([table(f"coverage-{'-'.join(found.by)}", caption, columns, rows), words.rest(more)])


def _provisions(
    words: Words, found: Coverage, provisions: Iterable[Provision], *, gap: bool = False
) -> Markup:
    """Return what serves, each once, with who gives it, and with why it does not count if it does not."""
    givers: dict[tuple[str, str, bool], dict[str, None]] = {}
    for provision in provisions:
        placeless = gap and provision.place is None
        of_it = givers.setdefault((provision.provision, provision.status, placeless), {})
        giver = provision.organisation
        if giver is not None and giver != provision.provision:
            of_it[giver] = None
    shown, more = first(givers.items(), words.room.links)
    parts = []
    for (id, status, placeless), by in shown:
        part: list[Content] = [words.link(id)]
        if by:
            some, left = first(by, words.room.links)
            named = [*map(words.link, some), *([words.say("report-more", count=left)] if left else [])]
            part = [words.say("reach-by", what=words.link(id), givers=joined(named, ", "))]
        if status not in found.counted:
            part += [", ", words.term("status", status)]
        if placeless:
            part += [", ", words.label("reach-placeless")]
        parts.append(joined(part))
    return words.listed_at_most(parts, more)


def _gaps(words: Words, found: Coverage) -> list[Content]:
    empty = found.empty
    cells = sum(None not in cell for cell in product(*found.axes))
    if not cells:
        return [paragraph(words.say("reach-gaps-no-place"))]
    if not empty:
        return [paragraph(words.say("reach-gaps-none"))]
    shown, more = words.room.first(empty)
    rows = [
        (
            *(words.link(value) for value in gap.cell if value is not None),
            _provisions(words, found, gap.nearly, gap=True)
            or element("span", words.label("reach-nothing"), class_="none"),
        )
        for gap in filled_by(found.provisions, found.by, shown)
    ]
    columns = words.heads("reach-group", "reach-place", "reach-nearly")
    return [
        paragraph(words.say("reach-gaps-lead", gaps=len(empty), cells=cells)),
        table("gaps", words.label("reach-gaps-caption"), columns, rows),
        words.rest(more),
    ]
