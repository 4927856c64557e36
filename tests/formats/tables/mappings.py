"""Hypothesis strategies for mappings."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.strategies import blocks, languages, lines, vocabularies

from partnermodel.formats.tables.mapping import (
    DATE_ORDERS,
    RECORD_TYPES,
    UNMAPPED,
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)

_heads = st.lists(lines(), max_size=2)
_paths = st.sampled_from(["name", "names.ru", "kind", "identifiers.inn", "evidence", "extra.o:a b"])


def _maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


def field_mappings() -> st.SearchStrategy[FieldMapping]:
    """Return lines of mappings; each says in one way where its value comes from."""
    where = st.one_of(
        st.lists(lines(), min_size=1, max_size=2).map(lambda heads: {"columns": heads}),
        lines().map(lambda text: {"constant": text}),
        lines().map(lambda text: {"record": text}),
    )
    how = st.fixed_dictionaries(
        {"to": _paths},
        optional={
            "separator": blocks(3),
            "codes": st.dictionaries(lines(), lines(), max_size=2),
            "dates": st.sampled_from(DATE_ORDERS),
            "slug": st.booleans(),
            "prefix": lines(),
            "json": st.booleans(),
            "trimmed": st.booleans(),
            "guarded": st.booleans(),
        },
    )
    return st.builds(lambda one, other: FieldMapping(**one, **other), where, how)


def record_mappings() -> st.SearchStrategy[RecordMapping]:
    """Return records of mappings, the lines for one field next to each other."""
    return st.builds(
        RecordMapping,
        st.sampled_from(RECORD_TYPES),
        name=_maybe(lines()),
        when=_heads,
        each=_maybe(lines()),
        separator=blocks(3),
        fields=st.lists(field_mappings(), max_size=3).map(lambda some: sorted(some, key=lambda one: one.to)),
    )


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
        records=st.lists(record_mappings(), max_size=2),
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
