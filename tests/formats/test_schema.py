"""The JSON Schema, the loader, and what lies between them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]
from jsonschema.validators import extend  # type: ignore[import-untyped]
from tests.formats.mutations import mutated
from tests.formats.samples import FULL, full_document
from tests.strategies import json_values, models

from partnermodel.errors import PartnermodelError, UnsupportedFormatError
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.schema import MEANING_CODES, json_schema
from partnermodel.formats.shape import LISTS, Shape
from partnermodel.formats.syntax import too_deep
from partnermodel.formats.twins import file_fields
from partnermodel.model.model import PartnerModel

CORPUS = Path(__file__).parents[1] / "data" / "invalid"


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    # JSON Schema means the expressions of ECMA 262, in which `$` is the very end. Python's `$` also
    # matches before a last line feed, and jsonschema lets it.
    if isinstance(value, str) and re.search(pattern.replace("$", r"\Z"), value) is None:
        yield ValidationError(f"{value!r} does not match {pattern!r}")


SCHEMA = json_schema()
VALIDATOR = extend(Draft202012Validator, {"pattern": _pattern})(SCHEMA)


def issue_codes(document: Any) -> set[str]:
    """Return the codes of the issues that the loader has with a document; none if it takes it."""
    try:
        loads(json.dumps(document))
    except UnsupportedFormatError:
        return {"unsupported-format"}
    except PartnermodelError as error:
        return {issue.code for issue in error.issues}
    return set()


def assert_one_verdict(document: Any) -> None:
    """Check that the schema takes what the loader takes, and what it refuses for its meaning alone."""
    codes = issue_codes(document)
    assert VALIDATOR.is_valid(document) == (codes <= set(MEANING_CODES)), codes


def test_the_schema_is_itself_valid() -> None:
    """It is a schema of the dialect that it names, and plain JSON."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert json_schema() is not SCHEMA


@given(models())
def test_what_is_written_is_valid(model: PartnerModel) -> None:
    """Every document that `dumps` writes keeps to the schema."""
    VALIDATOR.validate(json.loads(dumps(model)))


@settings(max_examples=200)
@given(mutated())
@example({"format_version": 1.0, "name": "A"})
@example({"format_version": 2.0, "name": "A"})
@example({"format_version": 2, "name": "A"})
@example({"format_version": True, "name": "A"})
@example({"format_version": 1, "name": "A\n"})
@example({"format_version": 1, "name": "A", "groups": [{"id": "a", "name": "A", "size": 2.0**53}]})
def test_schema_and_loader_have_one_verdict(document: Any) -> None:
    """On a document that somebody changed, they differ only by the closed list of `MEANING_CODES`."""
    assert_one_verdict(document)


@given(json_values())
def test_schema_and_loader_have_one_verdict_on_any_json(value: Any) -> None:
    """On any JSON, they differ only by the closed list."""
    assert_one_verdict(value)


def _readable(path: Path) -> Any:
    """Return the JSON of a corpus file; an empty list for what is none, or too deep to be read as any."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    data = path.read_bytes()
    if any(too_deep(data.decode("utf-8", "replace"))):
        return []
    try:
        return json.loads(data, parse_constant=refuse)
    except ValueError:
        return []


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_schema_and_loader_have_one_verdict_on_the_invalid_corpus(path: Path) -> None:
    """On every JSON of the corpus, they differ only by the closed list."""
    assert_one_verdict(_readable(path))


@pytest.mark.parametrize("code", MEANING_CODES)
def test_every_difference_has_a_witness(code: str) -> None:
    """For each code of the closed list, the schema takes a document of the corpus that `loads` refuses."""
    assert any(
        f"[{code}]" in path.with_suffix(".txt").read_text(encoding="utf-8")
        and VALIDATOR.is_valid(_readable(path))
        for path in CORPUS.glob("*.json")
    )


@pytest.mark.parametrize("name", ["the document", *SCHEMA["$defs"]])
def test_every_field_is_described(name: str) -> None:
    """Each class and each of its fields says in the schema what it is for, in a sentence."""
    schema = SCHEMA["$defs"].get(name, SCHEMA)
    assert schema["description"].endswith(".")
    for key, field in schema.get("properties", {}).items():
        assert field.get("description", "").endswith("."), f"{name}: {key}"


def test_the_schema_has_every_field_that_a_file_may_hold() -> None:
    """The keys of an object are the fields of its class; those without a default are required."""
    for cls in (*LISTS.values(), Shape):
        schema = SCHEMA if cls is Shape else SCHEMA["$defs"][cls.__name__]
        fields = file_fields(cls)
        assert list(schema["properties"]) == list(fields)
        assert schema["additionalProperties"] is False
        for key in fields:
            document = full_document()
            holder = (
                document if cls is Shape else document[next(name for name in LISTS if LISTS[name] is cls)][0]
            )
            holder.pop(key, None)
            missing = "missing-field" in issue_codes(document)
            assert (key in schema["required"]) == missing, f"{cls.__name__}: {key}"


def test_a_document_with_everything_in_it_is_valid() -> None:
    """The full model, in which every field is filled, keeps to the schema."""
    document = full_document()
    VALIDATOR.validate(document)
    assert set(document) == set(SCHEMA["properties"])
    assert loads(json.dumps(document)) == FULL
