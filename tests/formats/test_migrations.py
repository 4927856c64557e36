"""From older versions of the format to this one; not from newer ones, and not from none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.samples import FULL, full_document

from partnermodel.errors import InvalidDocumentError, UnsupportedFormatError
from partnermodel.formats import migrations
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.migrations import migrate
from partnermodel.formats.shape import FORMAT_VERSION


def _renamed(old: str, new: str) -> migrations.Step:
    return lambda document: {new if key == old else key: value for key, value in document.items()}


STEPS = {1: _renamed("title", "heading"), 2: _renamed("heading", "name"), 3: lambda document: document}


def test_the_steps_lead_on_one_by_one() -> None:
    """From each older version the document goes through all steps that follow, and is not changed itself."""
    for version, key in ((1, "title"), (2, "heading"), (3, "name"), (4, "name")):
        old = {"format_version": version, key: "A"}
        before = dict(old)
        assert migrate(old, "it", steps=STEPS, newest=4) == {"format_version": 4, "name": "A"}
        assert old == before
        assert (migrate(old, "it", steps=STEPS, newest=4) is old) == (version == 4)


@pytest.mark.parametrize("version", [5, 10**30])
def test_a_newer_version_is_refused_by_name(version: int) -> None:
    """What a later release wrote is not guessed at."""
    with pytest.raises(UnsupportedFormatError) as caught:
        migrate({"format_version": version}, "old.json", steps=STEPS, newest=4)
    assert str(caught.value) == (
        f"old.json has format version {version}, and this release of partnermodel reads versions up to 4. "
        "Install a newer release to read it."
    )
    assert caught.value.issues == ()


@pytest.mark.parametrize("version", [0, -1, -(10**30)])
def test_a_version_that_never_was_is_refused_by_name(version: int) -> None:
    """A version from which no step leads on is nobody's."""
    with pytest.raises(UnsupportedFormatError) as caught:
        migrate({"format_version": version}, "old.json", steps=STEPS, newest=4)
    assert str(caught.value) == (
        f"old.json has format version {version}, which never was. "
        'Write "format_version": 4, if the rest of it is of that version.'
    )


def test_there_is_a_step_from_every_version_before_this_one() -> None:
    """The steps of this release begin with version 1 and leave none out."""
    assert set(migrations.STEPS) == set(range(1, FORMAT_VERSION))


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the full document in an older version, which this release can read for one test."""
    monkeypatch.setitem(migrations.STEPS, 0, _renamed("title", "name"))
    document = full_document()
    return {"format_version": 0, "title": document.pop("name")} | {
        key: value for key, value in document.items() if key != "format_version"
    }


def test_an_older_file_loads(older: dict[str, Any]) -> None:
    """A file of an older version is read as the model that it always was, and written in this version."""
    model = loads(json.dumps(older))
    assert model == FULL
    assert json.loads(dumps(model))["format_version"] == FORMAT_VERSION


def test_the_faults_of_an_older_file_are_named(older: dict[str, Any]) -> None:
    """After the steps a file is read as any other; the message says that its paths are of this version."""
    older["title"] = 5
    with pytest.raises(InvalidDocumentError) as caught:
        loads(json.dumps(older), source="old.json")
    assert str(caught.value) == (
        "old.json (brought from format version 0 to 1) cannot be read as a model:\n"
        '  $.name: 5 is a whole number, and a text belongs here. Write it in quotation marks: "5". '
        "[wrong-type]"
    )


def test_a_key_that_stands_twice_in_an_older_file_is_not_lost(older: dict[str, Any]) -> None:
    """Before any step is taken, it must be known which of the two is meant."""
    text = json.dumps(older).replace('"title":', '"title": "B", "title":')
    with pytest.raises(InvalidDocumentError) as caught:
        loads(text)
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [("duplicate-key", "$.title")]
