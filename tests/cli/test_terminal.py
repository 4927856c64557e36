"""Nothing that a file holds acts on the terminal that a command prints it to, be the file good or bad."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import Ran, call
from tests.hostile import REFUSED, dense, model_of

from partnermodel import dumps, save
from partnermodel.cli.face import COMMANDS

# Controls but the line feed, line separators, what turns the direction of a text, and the byte-order mark.
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

PIECE = "".join(REFUSED)

CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "summary": ((),),
    "check": ((), ("--format", "json"), ("--as-of", "2026")),
    "partners": (("ID",), ("ID", "--status", PIECE)),
    "coverage": ((), ("--gaps",), ("--by", "group", "--by", "place", "--by", "kind")),
    "analyse": ((), ("--lang", "ru"), ("--format", "md"), ("--format", "json")),
    "describe": ((), ("--lang", "ru")),
    "recommend": ((), ("--format", "md"), ("--format", "csv"), ("--format", "json")),
    "diff": (("FILE",), ("OTHER",)),
    "merge": (("FILE", "FILE"), ("FILE", "OTHER"), ("OTHER", "FILE", "--lang", "ru")),
    "duplicates": ((), ("--format", "csv"), ("--format", "json", "--lang", "ru")),
    "import": (),
    "schema": (),
    "convert": (("GRAPH",), ("GRAPH", "--lang", "ru"), ("-", "--to", "node-link"), ("-", "--to", "cypher")),
    "view": (("-o", "PAGE"), ("-o", "PAGE", "--ego", "ID", "--lang", "ru")),
    "report": (("-o", "PAGE"),),
    "redact": (("-o", "-"), ("-o", "-", "--min-count", "5", "--lang", "ru")),
}
"""How each command is called: `ID` is that of an organisation, `FILE` the file again, `OTHER` a good one."""


def acting(ran: Ran) -> list[str]:
    """Return what a run printed that acts on a terminal, each with what stands around it."""
    printed = ran.out + ran.err
    return [ascii(printed[max(0, one.start() - 30) : one.end() + 10]) for one in ACTS.finditer(printed)]


def calls(file: Path, id: str, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the arguments of each call of each command about a file."""
    other = folder / "other.json"
    other.write_text(dumps(model_of(["Plain words"])), encoding="utf-8")
    names = {"ID": id, "FILE": str(file), "OTHER": str(other), "PAGE": str(folder / "page.html")}
    names["GRAPH"] = str(folder / "graph.graphml")
    for command, variants in CALLS.items():
        for variant in variants:
            yield command, str(file), *(names.get(one, one) for one in variant)


def test_every_command_is_called() -> None:
    """The list above has each command; one that reads no model has no call."""
    assert CALLS.keys() == COMMANDS.keys()


def test_a_good_file_with_hostile_words_prints_only_words(tmp_path: Path) -> None:
    """Of a file that loads no command prints a control but the line feed, in any form or language."""
    model, file = dense(), tmp_path / "good.json"
    save(model, file)
    for arguments in calls(file, next(iter(model.organisations)), tmp_path):
        ran = call(*arguments)
        assert ran.code in (0, 1 if arguments[0] == "merge" else 2), (arguments, ran.err)
        assert acting(ran) == [], arguments


def test_a_file_of_nothing_but_controls_prints_none_of_them(tmp_path: Path) -> None:
    """When every text of a file is hostile, each command refuses it without repeating a control."""
    file = tmp_path / f"bad{PIECE.replace(chr(0), '').replace('/', '')}.json"
    file.write_text(json.dumps(_attacked(_document())), encoding="utf-8")
    for arguments in calls(file, f"a{PIECE}", tmp_path):
        ran = call(*arguments)
        assert ran.code in ((129,) if arguments[0] == "merge" else (1, 2)), (arguments, ran.out)
        assert acting(ran) == [], arguments


def _document() -> Any:
    return json.loads(dumps(model_of(["Plain words"])))


def _attacked(value: Any) -> Any:
    match value:
        case str():
            return value + PIECE
        case dict():
            return {key + PIECE if "owner" in key else key: _attacked(inner) for key, inner in value.items()}
        case list():
            return [_attacked(inner) for inner in value]
    return value


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every text and of every key, each only once for all records that are alike in it."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key, None)
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value[:1]):
            yield from _places(inner, (*path, place))


@pytest.mark.parametrize("part", [key for key, held in _document().items() if not isinstance(held, int)])
def test_a_control_in_one_place_is_told_and_not_printed(part: str) -> None:
    """Wherever in a file a control stands, in a text or in a key, `check` refuses it with an escape of it."""
    whole = _document()
    for place in _places({part: whole[part]}):
        document: Any = json.loads(json.dumps(whole))
        ran = call("check", "-", input=json.dumps(_changed(document, place)).encode())
        assert ran.code == 1, place
        assert acting(ran) == [], place


def _changed(document: Any, place: tuple[Any, ...]) -> Any:
    """Return a document with the piece behind the text, or the key, at a place."""
    *steps, last = place if place[-1] is not None else place[:-1]
    holder = document
    for step in steps:
        holder = holder[step]
    if place[-1] is None:
        holder[last + PIECE] = holder.pop(last)
    else:
        holder[last] += PIECE
    return document
