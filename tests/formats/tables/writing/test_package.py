"""A Data Package of ours is one to others: it says what its tables hold, and they hold it."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from tests.hostile import hostile
from tests.strategies import models

from partnermodel import (
    Alias,
    Document,
    Organisation,
    PartnerModel,
    Person,
    Relation,
    Term,
    Vocabulary,
    save_tables,
    tables,
)
from partnermodel.formats.tables.writing.package import descriptor
from partnermodel.formats.tables.writing.tables import tables_to_write


def described(model: PartnerModel) -> dict[str, Any]:
    """Return the descriptor of a model's package."""
    made: dict[str, Any] = json.loads(descriptor(model, tables_to_write(model)))
    return made


def town(*more: Any) -> PartnerModel:
    """Return a model of two organisations."""
    words = Vocabulary([Term("organisation", "zz-lyceum", labels={"en": "lyceum", "ru": "лицей"})])
    some = [Organisation("a", "A", kind="school"), Organisation("b", "B", kind="zz-lyceum", size=2)]
    return PartnerModel("Town <1>", [*some, *more], vocabulary=words, language="ru")


def field(model: PartnerModel, table: str, name: str) -> dict[str, Any]:
    """Return what the descriptor says of a column."""
    (schema,) = (one["schema"] for one in described(model)["resources"] if one["name"] == table)
    (found,) = (one for one in schema["fields"] if one["name"] == name)
    return dict(found)


def test_a_resource_says_where_and_how_a_table_stands() -> None:
    """The package says of which version of the standard it is, and of each file its format and encoding."""
    made = described(town())
    assert made["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert made["title"] == "Town <1>"
    (resource,) = made["resources"]
    assert {key: value for key, value in resource.items() if key != "schema"} == {
        "name": "organisations",
        "type": "table",
        "path": "organisations.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
        },
    }
    assert resource["schema"]["primaryKey"] == ["id"]


def test_codes_have_their_labels() -> None:
    """Each code of a column stands with its label in the language of the model, added words too."""
    assert field(town(), "organisations", "kind")["categories"] == [
        {"value": "school", "label": "школа"},
        {"value": "zz-lyceum", "label": "лицей"},
    ]
    assert "categories" not in field(town(), "organisations", "name")


def test_columns_have_their_types() -> None:
    """Numbers, truth values and JSON have types, dates have a pattern, what is always there is required."""
    dated = Document("d", "D", published="2024-05")
    model = town(
        dated,
        Organisation("c", "C", collective=True, aliases=[Alias("E", language="en")], extra={"o:a": [1]}),
    )
    assert field(model, "organisations", "size") == {
        "name": "size",
        "type": "integer",
        "constraints": {"minimum": 0},
    }
    assert field(model, "organisations", "collective")["type"] == "boolean"
    assert field(model, "organisations", "aliases")["type"] == "array"
    assert field(model, "organisations", "extra")["type"] == "object"
    assert field(model, "organisations", "name") == {
        "name": "name",
        "type": "string",
        "constraints": {"required": True},
    }
    assert "pattern" in field(model, "documents", "published")["constraints"]
    assert (
        field(town(Organisation("c", "C", aliases=[Alias("E")])), "organisations", "aliases")["type"]
        == "string"
    )


def test_ends_in_one_table_are_foreign_keys() -> None:
    """An end of the relations is a foreign key if all of them are of one type, and otherwise is not."""
    funds = Relation("a", "funds", "b")
    works = Relation("p", "works-for", "a")
    person = Person("p", "P")
    link = {"fields": ["target"], "reference": {"resource": "organisations", "fields": ["id"]}}
    (both, one) = (described(town(funds)), described(town(funds, works, person)))
    assert both["resources"][-1]["schema"]["foreignKeys"] == [{**link, "fields": ["source"]}, link]
    assert one["resources"][-1]["schema"]["foreignKeys"] == [link]
    mixed = described(town(works, person, Relation("b", "partner-of", "p")))
    assert "foreignKeys" not in mixed["resources"][-1]["schema"]


def test_a_model_without_records_is_a_package_with_a_table() -> None:
    """A package has at least one resource, and this one has no rows."""
    assert [one["name"] for one in described(PartnerModel("N"))["resources"]] == ["organisations"]


def assert_valid(model: PartnerModel, folder: Path, name: str) -> None:
    """Let frictionless look at a package."""
    frictionless = pytest.importorskip("frictionless")
    save_tables(model, folder / name, format="data-package")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of frictionless, about its own packages
        path = folder / name
        place = path if path.suffix == ".zip" else path / "datapackage.json"
        package = frictionless.Package(str(place))
        report = package.validate()
        assert report.valid, report.flatten(["title", "fieldName", "note"])
        found = tables(model)
        assert package.resource_names == list(found or ["organisations"])
        for key, rows in found.items():
            resource = package.get_resource(key)
            assert resource.schema.field_names == [one.name for one in rows.columns]
            assert len(resource.read_rows()) == len(rows)


@given(model=models(max_entities=6, max_relations=6))
@example(model=PartnerModel("N", [Organisation("a", "A", description="\t"), Organisation("b", "B")]))
@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_frictionless_finds_no_fault(model: PartnerModel, tmp_path: Path) -> None:
    """Descriptor and tables are valid for the reference implementation, which reads as many rows."""
    assert_valid(model, tmp_path, "package")


def test_frictionless_finds_no_fault_in_what_is_hostile(tmp_path: Path) -> None:
    """Texts that would be something else do not make a package invalid, in a folder and in an archive."""
    assert_valid(hostile(), tmp_path, "package")
    assert_valid(hostile(), tmp_path, "package.zip")
