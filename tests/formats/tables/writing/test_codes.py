"""Whoever opens a workbook can read what its codes mean."""

from __future__ import annotations

from hypothesis import given
from tests.strategies import models

from partnermodel import (
    STANDARD,
    Document,
    Level,
    Organisation,
    PartnerModel,
    Person,
    Relation,
    Term,
    Vocabulary,
    tables,
)
from partnermodel.formats.tables.writing.codes import code_table


def test_each_code_is_there_once_with_its_labels() -> None:
    """Kinds, roles, statuses, sorts of sources and levels have a row each, added and unknown words too."""
    words = Vocabulary([Term("organisation", "zz-lyceum", labels={"ru": "лицей"})])
    model = PartnerModel(
        "N",
        [
            Organisation("a", "A", kind="school", status="exists"),
            Organisation("b", "B", kind="zz-lyceum", status="exists"),
            Organisation("c", "C", kind="zz-unknown", status="exists"),
            Document("d", "D", source_type="media", status="exists"),
            Person("p", "P"),
            Relation("a", "funds", "b", role="organiser", status="active", level=Level("zz-scale", "near")),
        ],
        vocabulary=words,
    )
    found = list(code_table(model, tables(model)).values)
    assert found == [
        ("organisation", "school", "school", "школа"),
        ("organisation", "zz-lyceum", "лицей", "лицей"),
        ("organisation", "zz-unknown", "zz-unknown", "zz-unknown"),
        ("relation", "funds", "funds", STANDARD.label("relation", "funds", "ru")),
        ("role", "organiser", "organiser", "организатор"),
        ("source-type", "media", *(STANDARD.label("source-type", "media", one) for one in ("en", "ru"))),
        ("status", "active", "active", STANDARD.label("status", "active", "ru")),
        ("status", "exists", "exists", STANDARD.label("status", "exists", "ru")),
        ("zz-scale", "near", "near", "near"),
    ]


@given(models())
def test_no_code_is_without_a_label(model: PartnerModel) -> None:
    """Every code of a kind, a role or a status is among them, and no cell is empty."""
    rows = code_table(model, tables(model))
    there = {(row["scheme"], row["code"]) for row in rows}
    assert len(there) == len(rows)
    assert all(all(row) for row in rows.values)
    wanted = {(type(one).scheme, one.kind) for one in model.values() if one.kind is not None}
    assert wanted <= there
    statuses = {("status", one.status) for one in model.values() if not isinstance(one, Person)}
    assert statuses <= there
