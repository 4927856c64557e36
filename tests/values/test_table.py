"""Tables: in text the columns stand under each other, in HTML nothing that is written is markup."""

from __future__ import annotations

import unicodedata
from html import unescape
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.lib.pretty import pretty
from tests.strategies import blocks, languages, lines

from partnermodel.values.table import Phrase, Shown, Table, cell_html, for_notebook, width

HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table>", "&lt;b&gt;", "'", "-->"]
)


def _cells() -> st.SearchStrategy[str | Phrase]:
    texts = st.one_of(lines(), blocks(), HOSTILE)
    return texts | st.builds(Phrase, texts, st.one_of(languages(), HOSTILE, st.just("und")))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table of one to four columns."""
    count = draw(st.integers(1, 4))
    row = st.lists(_cells(), min_size=count, max_size=count).map(tuple)
    heads = draw(st.lists(lines() | HOSTILE, min_size=count, max_size=count))
    return Table(
        draw(lines() | HOSTILE),
        tuple(heads),
        tuple(draw(st.lists(row, max_size=4))),
        tuple(draw(st.lists(lines() | HOSTILE, max_size=2))),
    )


class Reader(HTMLParser):
    """What a browser would see: the tags with their attributes, and the text in each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag; each that holds text of ours begins a new text."""
        self.tags.append((tag, tuple(attrs)))
        self.open.append(tag)
        if tag != "span":
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, which must be the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text under the tag that it stands in."""
        holder = next(tag for tag in reversed(self.open) if tag != "span")
        self.texts[holder][-1] += data


@given(tables())
def test_nothing_that_is_written_becomes_markup(table: Table) -> None:
    """A browser sees the tags of the table and no others, and every text exactly as it was given."""
    seen = Reader(table.html())
    assert seen.open == []
    assert seen.texts.get("p", [])[-len(table.notes) :] == list(table.notes) or not table.notes
    if not table.rows:
        assert [tag for tag, _ in seen.tags] == ["p"] * (1 + len(table.notes))
        assert seen.texts["p"][0] == f"{table.caption}: none."
        return
    assert {tag for tag, _ in seen.tags} <= {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "span"
    }  # fmt: skip
    assert seen.texts["caption"] == [table.caption]
    assert seen.texts["th"] == [*table.columns, *(str(row[0]) for row in table.rows)]
    assert seen.texts.get("td", []) == [str(cell) for row in table.rows for cell in row[1:]]
    phrases = [cell for row in table.rows for cell in row if isinstance(cell, Phrase)]
    languages_seen = [attributes for tag, attributes in seen.tags if tag == "span"]
    assert languages_seen == [(("lang", cell.language),) for cell in phrases if cell.language != "und"]


@given(tables())
def test_every_head_has_a_scope(table: Table) -> None:
    """A screen reader learns of every head whether it is of a column or of a row."""
    scopes = [attributes for tag, attributes in Reader(table.html()).tags if tag == "th"]
    columns, rows = len(table.columns), len(table.rows)
    assert scopes == ([(("scope", "col"),)] * columns + [(("scope", "row"),)] * rows if rows else [])


@given(tables())
def test_the_columns_of_a_text_stand_under_each_other(table: Table) -> None:
    """Each cell begins in the same column of the terminal in every row, one line a row."""
    lines_seen = str(table).split("\n")
    assert lines_seen[0] == table.caption
    assert lines_seen[len(lines_seen) - len(table.notes) :] == list(table.notes)
    grid_seen = lines_seen[1 : len(lines_seen) - len(table.notes)]
    if not table.rows:
        assert grid_seen == ["(none)"]
        return
    grid = [table.columns, *(tuple(str(cell) for cell in row) for row in table.rows)]
    grid = [tuple(cell.replace("\n", " ").replace("\t", " ") for cell in row) for row in grid]
    assert len(grid_seen) == len(grid)
    starts = [0]
    for column in range(len(table.columns)):
        starts.append(starts[-1] + max(width(row[column]) for row in grid) + 2)
    for row, line in zip(grid, grid_seen, strict=True):
        rest, at = line, 0
        for start, cell in zip(starts, row, strict=False):
            assert at <= start
            shown = rest if not rest.strip() else rest[start - at :]
            assert shown.startswith(cell.rstrip())
            rest, at = shown[len(cell) :], start + width(cell)
        assert rest == ""


def test_a_table_is_printed_as_a_person_would_write_it() -> None:
    """The whole of a small table, as text and as HTML, is this."""
    rows = ((Phrase("東京", "ja"), "1"), ("Omsk\nand more", "2"))
    table = Table("Towns", ("name", "n"), rows, ("All of it.",))
    assert str(table) == "Towns\nname           n\n東京           1\nOmsk and more  2\nAll of it."
    html = (
        "<table><caption>Towns</caption>",
        '<thead><tr><th scope="col">name</th><th scope="col">n</th></tr></thead>',
        '<tbody><tr><th scope="row"><span lang="ja">東京</span></th><td>1</td></tr>',
        '<tr><th scope="row">Omsk\nand more</th><td>2</td></tr></tbody></table>',
        "<p>All of it.</p>",
    )
    assert table.html() == "".join(html)
    assert table._repr_html_() == for_notebook("".join(html))
    assert str(Table("Towns", ("name",), ())) == "Towns\n(none)"
    assert Table("<Towns>", ("name",), ()).html() == "<p>&lt;Towns&gt;: none.</p>"


@given(st.text(max_size=6), st.text(max_size=6))
def test_width_adds_up(first: str, second: str) -> None:
    """A text is as wide as its parts, and a combining mark adds nothing to it."""
    assert width(first + second) == width(first) + width(second)
    assert width(first + "\u0301\u200d\ufe0f") == width(first)


def test_width_is_that_of_a_terminal() -> None:
    """A letter takes a column, a wide character two, and a composed letter as much as a decomposed one."""
    widths = {"": 0, "Омск": 4, "東京": 4, "Ｗ": 2, "💙": 2, "é": 1, unicodedata.normalize("NFD", "é"): 1}
    assert {text: width(text) for text in widths} == widths


@given(blocks(), languages())
def test_a_phrase_carries_its_language(text: str, language: str) -> None:
    """A phrase in a known language says it in HTML; of an unknown one nothing is said."""
    escaped = cell_html(text)
    assert unescape(escaped) == text
    assert cell_html(Phrase(text)) == escaped
    marked = f'<span lang="{language}">{escaped}</span>'
    assert cell_html(Phrase(text, language)) == (escaped if language == "und" else marked)
    assert str(Phrase(text, language)) == text


class Answer(Shown):
    """An answer with a table."""

    def table(self, *, language: str = "en") -> Table:
        """Return the table."""
        return Table("Answer", ("a",), (("<1>",),))


def test_an_answer_shows_itself_as_its_table() -> None:
    """Printed, an answer is its table as text; in a notebook it is its table as HTML."""
    assert str(Answer()) == str(Answer().table())
    assert Answer()._repr_html_() == for_notebook(Answer().table().html())
    with pytest.raises(TypeError, match=r"^Shown has no table$"):
        str(Shown())


@given(tables())
def test_a_terminal_notebook_shows_what_print_shows(table: Table) -> None:
    """Where there is no HTML, IPython shows a table, and what shows itself as one, as their text."""

    @attrs.frozen
    class Other(Shown):
        held: Table

        def table(self, *, language: str = "en") -> Table:
            return self.held

    shown = [pretty(value) for value in (table, Other(table))]  # type: ignore[no-untyped-call]
    assert shown == [str(table)] * 2
