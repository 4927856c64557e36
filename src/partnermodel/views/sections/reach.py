"""Who serves which group, where and through what; and where nobody does, as far as the model knows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from partnermodel.queries.coverage import coverage
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.provisions import Provision
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised, counted, listed_at_most

_HEADS = {"group": "Group", "place": "Place", "kind": "Kind of service"}


def reach(words: Words) -> Section:
    """Return the section on coverage and its gaps."""
    id, title = "coverage", "Who is served, where, and by whom"
    by_place, by_kind = words.coverage, coverage(words.model, by=("group", "kind"))
    if not by_place.axes[0]:
        return section(id, title, paragraph("The model has no group that anybody could serve."))
    parts: list[Content] = [
        paragraph(
            "Only what is active counts as served; what is not is named with its status. A place holds what "
            "is in its parts as well. Groups overlap, and are never added up."
        ),
        _matrix(words, by_place, "Who is served where")
        if by_place.axes[1]
        else paragraph("No place is in the model."),
        _matrix(words, by_kind, "Who is served by what kind of service")
        if by_kind.axes[1]
        else paragraph("Nothing in the model serves a group.", class_="none"),
        element("h3", "Gaps"),
        *_gaps(words, by_place),
    ]
    return section(id, title, *parts)


def _matrix(words: Words, found: Coverage, caption: str) -> Markup:
    """Return a matrix with its longer axis downwards, so that it stays narrow."""
    cells = found.cells
    across = 0 if len(found.axes[0]) < len(found.axes[1]) else 1
    down = 1 - across
    rows = [
        (
            _value(words, found, down, row),
            *(
                _provisions(words, found, cells.get((row, column) if across else (column, row), ()))
                or element("span", "nothing", class_="none")
                for column in found.axes[across]
            ),
        )
        for row in found.axes[down]
    ]
    columns = [
        _HEADS[found.by[down]],
        *(_value(words, found, across, column) for column in found.axes[across]),
    ]
    return table(f"coverage-{'-'.join(found.by)}", caption, columns, rows)


def _value(words: Words, found: Coverage, axis: int, value: str | None) -> Content:
    dimension = found.by[axis]
    if value is None:
        return f"{_HEADS[dimension]} not stated"
    if dimension != "kind":
        return words.link(value)
    scheme = next(
        words.model.entity(provision.provision).scheme
        for provision in found.provisions
        if provision.kind == value
    )
    return capitalised(words.term(scheme, value))


def _provisions(
    words: Words, found: Coverage, provisions: Iterable[Provision], *, gap: bool = False
) -> Markup:
    """Return what serves, each once, with who gives it, and with why it does not count if it does not."""
    givers: dict[tuple[str, str, bool], list[str]] = {}
    for provision in provisions:
        placeless = gap and provision.place is None
        of_it = givers.setdefault((provision.provision, provision.status, placeless), [])
        giver = provision.organisation
        if giver is not None and giver != provision.provision and giver not in of_it:
            of_it.append(giver)
    parts = []
    for (id, status, placeless), by in givers.items():
        part: list[Content] = [words.link(id)]
        if by:
            part += [" by ", joined(map(words.link, by), ", ")]
        if status not in found.counted:
            part += [", ", words.term("status", status)]
        if placeless:
            part.append(", place not stated")
        parts.append(joined(part))
    return listed_at_most(parts)


def _gaps(words: Words, found: Coverage) -> list[Content]:
    gaps = found.gaps
    cells = sum(None not in cell for cell in product(*found.axes))
    if not cells:
        return [paragraph("Where no place is known, no gap can be.")]
    if not gaps:
        return [paragraph("Every group is served in every place of the model.")]
    rows = [
        (
            *(words.link(value) for value in gap.cell if value is not None),
            _provisions(words, found, gap.nearly, gap=True) or element("span", "nothing", class_="none"),
        )
        for gap in gaps
    ]
    return [
        paragraph(
            f"In {len(gaps)} of {counted(cells, 'pair')} of group and place nobody is known to serve the "
            "group. A gap says that the model knows of nothing there; it does not say that there is nothing."
        ),
        table("gaps", "Gaps, and what nearly covers them", ["Group", "Place", "Nearly covered by"], rows),
    ]
