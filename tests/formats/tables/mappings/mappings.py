"""Hypothesis strategies for mappings."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from tests.strategies import blocks, languages, lines, vocabularies

from partnermodel.formats.tables.mappings.mapping import (
    DATE_ORDERS,
    RECORD_TYPES,
    UNMAPPED,
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)

_heads = st.lists(lines(), max_size=2)
# What every type of record has, and what may stand twice; a person has no more than that.
_PATHS = ("evidence", "name", "names.ru")
_MORE_PATHS = (*_PATHS, "extra.o:a b", "identifiers.inn", "kind")


def _maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


def field_mappings(path: str) -> st.SearchStrategy[FieldMapping]:
    """Return lines of mappings for a field; each says in one way where its value comes from."""
    where = st.one_of(
        st.lists(lines(), min_size=1, max_size=2).map(lambda heads: {"columns": heads}),
        lines().map(lambda text: {"constant": text}),
    )
    how = st.fixed_dictionaries(
        {"to": st.just(path)},
        optional={
            "separator": blocks(3),
            "codes": st.dictionaries(lines(), lines(), max_size=2),
            "dates": st.sampled_from(DATE_ORDERS),
            "slug": st.booleans(),
            "prefix": lines(),
            "json": st.booleans() if path.startswith(("evidence", "extra")) else st.just(False),
            "trimmed": st.booleans(),
            "guarded": st.booleans(),
        },
    )
    return st.builds(lambda one, other: FieldMapping(**one, **other), where, how)


@st.composite
def record_mappings(draw: st.DrawFn, type: str, name: str | None) -> RecordMapping:
    """Return a record of a mapping, the lines for one field next to each other."""
    known: tuple[str, ...] = _PATHS if type in ("person", "relation") else _MORE_PATHS
    known = tuple(path for path in known if type != "relation" or not path.startswith("name"))
    known = tuple(path for path in known if type not in ("group", "statement") or "inn" not in path)
    paths = draw(st.lists(st.sampled_from(known), max_size=3, unique=True).map(sorted))
    fields: list[FieldMapping] = [draw(field_mappings(path)) for path in paths]
    if "evidence" in paths:
        fields.insert(paths.index("evidence"), draw(field_mappings("evidence")))
    return RecordMapping(
        type,
        name=name,
        when=draw(_heads),
        each=draw(_maybe(lines())),
        separator=draw(blocks(3)),
        fields=fields,
    )


@st.composite
def record_lists(draw: st.DrawFn) -> list[RecordMapping]:
    """Return the records of a sheet, of which the last may refer to the first."""
    types = draw(st.lists(st.sampled_from(RECORD_TYPES), max_size=2))
    names: list[Any] = [draw(_maybe(lines())) if len(types) < 2 else f"{place} of them" for place in range(2)]
    records = [draw(record_mappings(type, name)) for type, name in zip(types, names, strict=False)]
    if len(records) == 2 and types[0] != "relation" and draw(st.booleans()):
        led = FieldMapping("evidence", record=names[0])
        fields = [one for one in records[1].fields if one.to != "evidence"]
        records[1] = RecordMapping(types[1], name=names[1], fields=[led, *fields])
    return records


def mappings() -> st.SearchStrategy[TableMapping]:
    """Return mappings of all sorts; whether a table could be read with them is another question."""
    sheet = st.builds(
        SheetMapping,
        file=_maybe(lines()),
        sheet=_maybe(lines()),
        header=st.integers(1, 20),
        header_rows=st.integers(1, 3),
        skip=st.lists(st.integers(1, 99), max_size=2),
        until=st.none() | st.integers(1, 999),
        drop=_heads,
        unmapped=st.sampled_from(UNMAPPED),
        owner=st.sampled_from(["table", "my-register"]),
        blank=_heads,
        decimal=st.sampled_from(".,"),
        records=record_lists(),
    )
    return st.builds(
        TableMapping,
        lines(),
        language=languages(),
        vocabulary=vocabularies(),
        encoding=_maybe(lines()),
        delimiter=st.none() | st.sampled_from([";", "\t"]),
        sheets=st.lists(sheet, max_size=2),
    )
