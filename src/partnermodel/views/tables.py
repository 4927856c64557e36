"""Tables that can be read by ear, by keyboard and on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from partnermodel.views.markup import Content, Markup, element

_WIDTHS = (None, None, None, "broad")
"""By how many columns it has, how wide a table stays where it must be scrolled; more are wide."""


def table(
    id: str,
    caption: Content,
    columns: Sequence[Content],
    rows: Iterable[Sequence[Content]],
    *,
    row_ids: Iterable[str | None] | None = None,
) -> Markup:
    """Return a table in a region that the keyboard can reach and scroll.

    Args:
        id: An id that no other table of the page has; the caption's is made of it.
        caption: What the table shows.
        columns: The head of each column.
        rows: Rows of as many cells; the first cell is what the row is about.
        row_ids: The ids of the rows, for links to them.

    Example:
        >>> '<th scope="row">Omsk</th>' in table("towns", "Towns", ["name"], [["Omsk"]])
        True
    """
    label = f"{id}-caption"
    bodies = [list(row) for row in rows]
    ids = list(row_ids) if row_ids is not None else [None] * len(bodies)
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    body = [
        element(
            "tr",
            element("th", row[0], scope="row"),
            *(element("td", cell) for cell in row[1:]),
            id=row_id,
        )
        for row, row_id in zip(bodies, ids, strict=True)
    ]
    return element(
        "div",
        element(
            "table",
            element("caption", element("span", caption), id=label),
            element("thead", head),
            element("tbody", *body),
            class_=_WIDTHS[len(columns)] if len(columns) < len(_WIDTHS) else "wide",
        ),
        class_="scroll",
        role="region",
        tabindex="0",
        aria_labelledby=label,
    )
