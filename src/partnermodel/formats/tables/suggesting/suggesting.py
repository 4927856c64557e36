"""A first mapping for a table that nobody has described yet, to be read and mended by a person."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.mappings.mapping import SheetMapping, TableMapping
from partnermodel.formats.tables.mappings.mapping_files import mapping_text
from partnermodel.formats.tables.sources.content import part_of, refusal
from partnermodel.formats.tables.sources.opening import open_grids, tables_in
from partnermodel.formats.tables.suggesting.codes import possible_codes
from partnermodel.formats.tables.suggesting.columns import Column, Sample, sampled
from partnermodel.formats.tables.suggesting.heads import NUMBER, PERSONAL
from partnermodel.formats.tables.suggesting.judging import Judgement, judged
from partnermodel.formats.tables.suggesting.layout import Plan, planned, with_kind_of_tie
from partnermodel.language.sayings import Label, Untold, in_english, saying, tell
from partnermodel.language.sheet import Sheet
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Shown, Table
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import STANDARD
from partnermodel.wording import Worded, worded


@attrs.frozen
class SuggestedColumn:
    """What is proposed for one column.

    Attributes:
        sheet: The name of its sheet, or None where there are no sheets.
        column: Its head.
        to: The record and the field that it makes, such as `organisation: name`; None when it makes none.
        dropped: Whether it is left out on purpose.
        confidence: How sure that is: `high`, `moderate` or `low`.
        reasons: Why, in no language yet.
    """

    sheet: str | None
    column: str
    to: str | None
    dropped: bool
    confidence: str
    reasons: tuple[Untold, ...]


@attrs.frozen
class SuggestedMapping(Shown):
    """What `suggest_mapping` returns: a mapping, and how sure each line of it is.

    Attributes:
        mapping: The mapping, as far as it can be told from the table.
        columns: What is proposed for each column, in the order of the table.
        comments: What is said above the lines of the mapping, by their path, in no language yet.
        undecided: The texts for which nobody can tell a code, by the path of the codes that they miss in.
    """

    mapping: TableMapping
    columns: tuple[SuggestedColumn, ...]
    comments: FrozenMap[str, Untold] = EMPTY
    undecided: FrozenMap[str, tuple[str, ...]] = EMPTY

    def text(self, *, language: str = "en") -> str:
        """Return the mapping as TOML, with a comment above each line that says how sure it is, and why.

        A text for which nobody can tell a code has a line that is commented out, to be filled in.

        Args:
            language: The language of the comments.
        """
        from partnermodel.language.speech import speech

        words = speech(language)
        said = {
            path: fill(str(tell(words, comment)), 96, break_on_hyphens=False)
            for path, comment in self.comments.items()
        }
        return mapping_text(self.mapping, comments=said, gaps=self.undecided)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each column.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(
            (
                one.column,
                saying("suggestion-dropped") if one.dropped else one.to or saying("suggestion-unmapped"),
                saying(f"confidence-{one.confidence}"),
                saying("suggestion-reasons", reasons=one.reasons),
            )
            for one in self.columns
        )
        caption = saying("suggestion-caption")
        return Sheet(caption, ("column", "makes", "confidence", "reasons"), rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each column, for machines; the reasons are English."""
        columns = fields_of(
            SuggestedColumn,
            instead={"reasons": [column_of("reasons", "texts", lambda one: map(in_english, one.reasons))]},
        )
        return rows_of(self.columns, *columns)


def suggest_mapping(
    table: str | os.PathLike[str] | Any,
    *,
    encoding: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> SuggestedMapping:
    r"""Return a first mapping for a table, from its heads and its cells, English or Russian.

    It is a proposal: read it, mend it, and keep it beside the table. It looks at the first 5,000 rows of
    each sheet. Columns that tell of persons are dropped, since this library keeps nothing of them. What a
    cell says is turned into a code only where its meaning is usual; of the others, the comment says that
    a person must decide.

    Args:
        table: What `read_table` takes: the path of a file or of a folder of tables, a frame, a list of
            several such, or frames by their names.
        encoding: The encoding of a file of text; UTF-8 when it is not given.
        progress: Is called now and then with the share of the work that is done.

    Raises:
        OSError: The file cannot be read.
        InvalidTableError: It is no table, a broken one, or has no row below a header.
        MissingExtraError: A package is needed that is not installed.

    Example:
        >>> import tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp(), "schools.csv")
        >>> _ = file.write_text("Name,Status\nSchool No. 5,active\nSchool No. 15,planned\n")
        >>> print(*[f"{one.column}: {one.to}" for one in suggest_mapping(file).columns], sep="; ")
        Name: organisation: name; Status: organisation: status
    """
    tables = tables_in(table)
    samples, sources = [], []
    for place, one in enumerate(tables):
        share = part_of(progress, place, len(tables))
        for grid in open_grids(one, encoding=encoding, progress=share):
            sources.append(grid.source)
            if (found := sampled(grid)) is not None and found.rows:
                samples.append(found)
    if not samples:
        source = sources[0] if sources else worded("the table")
        message = worded("there is no row below a header")
        hint = worded("Give a table with the names of the columns above its rows.")
        raise refusal(source, [Issue("empty-table", source, "", message, hint)])
    # A sheet has its name; files and frames without one are told apart by what they are called.
    several = len(tables) > 1 or sum(one.grid.sheet is None for one in samples) > 1
    return _suggested(samples, encoding, several=several)


def _suggested(samples: list[Sample], encoding: str | None, *, several: bool) -> SuggestedMapping:
    sheets: list[SheetMapping] = []
    columns: list[SuggestedColumn] = []
    comments: dict[str, Untold] = {"$.name": saying("suggestion-name")}
    undecided: dict[str, tuple[str, ...]] = {}
    for number, sample in enumerate(samples):
        found = with_kind_of_tie([(column, judged(column)) for column in sample.columns])
        plan = planned(found)
        proposed = [_proposal(sample, plan, *one) for one in found]
        columns += proposed
        dropped = [one.column for one in proposed if one.dropped]
        sheet = SheetMapping(
            file=Path(sample.grid.source).name if several else None,
            sheet=sample.grid.sheet,
            header=sample.header,
            header_rows=sample.header_rows,
            skip=sample.footer.skip,
            until=sample.footer.until,
            drop=dropped,
            blank=[text for text in _BLANK if any(text in column.counted for column in sample.columns)],
            decimal="," if any(column.share(r"\d+,\d+") > 0.5 for column in sample.columns) else ".",
            records=tuple(plan.records.values()),
        )
        sheets.append(sheet)
        path = f"$.sheets[{number}]"
        comments |= _comments(path, sheet, plan, proposed)
        undecided |= _undecided(path, plan)
        if sample.footer.until is not None:
            comments[f"{path}.until"] = saying("suggestion-until", texts=_quoted(sample.footer.below))
        if sample.footer.skip:
            comments[f"{path}.skip"] = saying("suggestion-skip", texts=_quoted(sample.footer.between))
    source = samples[0].grid.source
    name = "table" if isinstance(source, Worded) else Path(source).stem  # a frame has no name
    mapping = TableMapping(name, language=_language(samples), encoding=encoding, sheets=sheets)
    return SuggestedMapping(mapping, tuple(columns), FrozenMap(comments), FrozenMap(undecided))


# Where there are more, they are no words of a list.
_MOST_UNDECIDED = 200

_BLANK = ("-", "–", "—", "нет", "нет данных", "н/д", "n/a", "N/A", "none", "...")


def _proposal(sample: Sample, plan: Plan, column: Column, judgement: Judgement) -> SuggestedColumn:
    dropped = judgement.meaning in (NUMBER, PERSONAL) or not column.stated
    to = plan.taken.get(column.head)
    reasons = judgement.reasons
    if unknown := plan.unknown.get(column.head):
        reasons = (*reasons, saying("suggestion-no-codes", texts=_quoted(unknown)))
    elif to is None and not dropped and judgement.meaning is not None:
        reasons = (*reasons, saying("suggestion-taken"))
    return SuggestedColumn(sample.grid.sheet, column.head, to, dropped, judgement.confidence, reasons)


def _quoted(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the first texts of a list as they are quoted; a person looks up the rest in the table."""
    return tuple(map(shown, texts[:20]))


def _comments(
    path: str, sheet: SheetMapping, plan: Plan, proposed: list[SuggestedColumn]
) -> dict[str, Untold]:
    comments: dict[str, Untold] = {}
    if sheet.drop:
        comments[f"{path}.drop"] = saying("suggestion-drop")
    left = tuple(one.column for one in proposed if one.to is None and not one.dropped)
    if left:
        comments[path] = saying(
            "suggestion-left", columns=tuple(map(shown, left)), setting='unmapped = "extra"'
        )
    by_head = {one.column: one for one in proposed}
    for place, (name, record) in enumerate(plan.records.items()):
        for field in record.fields:
            line = f"{path}.records[{place}].fields.{field.to}"
            for head in field.columns:
                one = by_head[head]
                sure = saying(f"confidence-{one.confidence}")
                said: Untold = saying("suggestion-line", confidence=sure, reasons=one.reasons)
                if (name, field.to) in plan.undecided:
                    scheme = record.type if field.to == "kind" else field.to
                    said = saying("suggestion-undecided", line=said, codes=_codes(scheme))
                if (record.type, field.to) == ("relation", "kind"):
                    said = saying("suggestion-direction", line=said)
                comments[line] = said
    return comments


def _undecided(path: str, plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return the texts without a code, by the path of the codes that they miss in."""
    return {
        f"{path}.records[{place}].fields.{to}.codes": tuple(texts[:_MOST_UNDECIDED])
        for place, name in enumerate(plan.records)
        for (record, to), texts in plan.undecided.items()
        if record == name
    }


def _codes(scheme: str) -> tuple[Untold, ...]:
    """Return the codes of a scheme, each with its label."""
    return tuple(
        saying("suggestion-code", code=code, label=Label(code, STANDARD.term(scheme, code).labels))
        for code in possible_codes(scheme)
    )


def _language(samples: list[Sample]) -> str:
    """Return the language of the table, as far as its letters tell."""
    text = "".join("".join([column.head, *column.stated[:50]]) for one in samples for column in one.columns)
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    cyrillic = sum("а" <= letter <= "я" or letter == "ё" for letter in letters)
    return "und" if not letters else "ru" if 2 * cyrillic > len(letters) else "en"
