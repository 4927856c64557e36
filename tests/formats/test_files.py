"""The four doors: what they take, what they raise, and that a file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.formats.samples import FULL
from tests.strategies import models

from partnermodel.errors import (
    IntegrityError,
    InvalidDocumentError,
    PartnermodelError,
    UnsupportedFormatError,
)
from partnermodel.formats.files import dumps, load, loads, save, write_atomically
from partnermodel.formats.graphs.doors import loads_graph
from partnermodel.model.model import PartnerModel

SMALL = PartnerModel("Nothing yet")


@pytest.fixture
def umask() -> Iterator[int]:
    """Give new files the permissions of an unusual umask, for one test."""
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


def mode_of(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """`load` reads what `save` wrote, under a path of either sort; the bytes are those of `dumps`."""
    path = tmp_path / "Омская область.json"
    save(FULL, path)
    assert path.read_bytes() == dumps(FULL).encode()
    assert load(path) == load(str(path)) == FULL
    save(load(path), str(path))
    assert path.read_bytes() == dumps(FULL).encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("read", [loads, loads_graph])
@pytest.mark.parametrize(
    ("document", "kind"),
    [(5, "an int"), (None, "a NoneType"), (Path("a.json"), r"a \w+Path"), (["{}"], "a list"), ({}, "a dict")],
)
def test_what_is_no_document_is_not_taken_for_one(
    document: Any, kind: str, read: Callable[[Any], PartnerModel]
) -> None:
    """A number, a path, what is parsed already: that is a slip of the program and not of a file."""
    with pytest.raises(TypeError, match=f"^a document is a text or bytes, not {kind}$"):
        read(document)


def test_bytes_of_every_sort_are_a_document() -> None:
    """Bytes, a bytearray, a memory view and text say the same."""
    data = dumps(FULL).encode()
    assert loads(data) == loads(bytearray(data)) == loads(memoryview(data)) == loads(data.decode()) == FULL  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "error", "heading"),
    [
        ("{}", InvalidDocumentError, "{} cannot be read as a model:"),
        (
            '{"format_version": 2, "name": "A"}',
            UnsupportedFormatError,
            (
                "{} has format version 2, and this release of partnermodel reads versions up to 1. "
                "Install a newer release to read it."
            ),
        ),
        (
            '{"format_version": 1, "name": "A", "relations": [{"source": "a", "kind": "a", "target": "a"}]}',
            IntegrityError,
            "the records of {} contradict each other:",
        ),
    ],
    ids=["invalid", "newer", "contradictory"],
)
def test_a_message_names_the_file(tmp_path: Path, text: str, error: type[ValueError], heading: str) -> None:
    """The first line of an error names the file as it was given, or what `source` says; the file stays."""
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    for where in (path, str(path)):
        with pytest.raises(error) as caught:
            load(where)
        assert str(caught.value).splitlines()[0] == heading.format(path)
    with pytest.raises(error) as caught:
        loads(text)
    assert str(caught.value).splitlines()[0] == heading.format("the document")
    with pytest.raises(error) as caught:
        loads(text, source="standard input")
    assert str(caught.value).splitlines()[0] == heading.format("standard input")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("place", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_an_error_of_the_system(tmp_path: Path, place: str) -> None:
    """No such file, or a folder in its place: `load` raises the OSError, which names it."""
    with pytest.raises(OSError, match=r"No such file|Is a directory|Permission denied") as caught:
        load(tmp_path / place)
    assert caught.value.filename == str(tmp_path / place)


@pytest.mark.parametrize("step", ["open", "chmod", "fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError("disk full"), KeyboardInterrupt()], ids=["error", "interruption"])
def test_a_write_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    """Wherever a write breaks off, the old file is there byte for byte, and no other file beside it."""
    path = tmp_path / "model.json"
    path.write_bytes(b"the old file")

    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(type(fault)):
        save(FULL, path)
    monkeypatch.undo()
    assert path.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    """Nobody knows the file that stands in its place until it is whole."""
    target = tmp_path / "none" / "model.json"
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(target, [b"x"])
    assert (caught.value.filename, caught.value.filename2) == (str(target), None)
    assert str(caught.value).endswith(f": {str(target)!r}")  # and nothing else


def test_what_cannot_be_written_as_a_model_leaves_the_file(tmp_path: Path) -> None:
    """A file is not touched before the whole text is there to be written."""
    path = tmp_path / "model.json"
    path.write_bytes(b"the old file")
    with pytest.raises(TypeError, match="a PartnerModel belongs here, not a str"):
        save("no model", path)  # type: ignore[arg-type]  # that is the test
    assert path.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_breaks_off_leaves_the_file(tmp_path: Path) -> None:
    """Whatever is raised between two pieces is raised, and the old file is there, alone and byte for byte."""
    path = tmp_path / "model.json"
    path.write_bytes(b"the old file")

    def broken() -> Iterator[bytes]:
        yield b"{" * 100_000
        assert len(list(tmp_path.iterdir())) == 2
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomically(path, broken())
    assert path.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_complete_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new bytes are on the disk, under another name in the same folder, when the name is exchanged."""
    path = tmp_path / "model.json"
    path.write_bytes(b"the old file")
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    replace = Path.replace
    seen: list[bytes] = []

    def look(part: Path, target: Path) -> Path:
        assert part.parent == tmp_path
        assert part.name.startswith(".model.json.")
        assert path.read_bytes() == b"the old file"
        assert synced
        seen.append(part.read_bytes())
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", look)
    save(SMALL, path)
    assert seen == [dumps(SMALL).encode()] == [path.read_bytes()]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_permissions_are_kept(tmp_path: Path, umask: int, mode: int) -> None:
    """Who may read and write a file is not changed by writing it."""
    path = tmp_path / "model.json"
    path.write_bytes(b"the old file")
    path.chmod(mode)
    save(SMALL, path)
    assert mode_of(path) == mode
    assert load(path) == SMALL


def test_a_new_file_has_the_permissions_that_the_user_gives(tmp_path: Path, umask: int) -> None:
    """The umask holds for a new file, and is as it was afterwards."""
    path = tmp_path / "model.json"
    save(SMALL, path)
    assert mode_of(path) == 0o666 & ~umask
    assert os.umask(umask) == umask


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    """What the link leads to is written, also when nothing is there yet, and the link stays a link."""
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "model.json", tmp_path / "link.json"
    link.symlink_to(target)
    for model in (SMALL, FULL):
        save(model, link)
        assert link.is_symlink()
        assert load(target) == load(link) == model
    assert set(tmp_path.iterdir()) == {target.parent, link}
    assert list(target.parent.iterdir()) == [target]


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    """To save into a folder that is not there, or under the name of one that is, is an error of it."""
    with pytest.raises(FileNotFoundError) as caught:
        save(SMALL, tmp_path / "missing" / "model.json")
    assert caught.value.filename == str(tmp_path / "missing" / "model.json")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        save(SMALL, tmp_path / "folder")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    """The name of the file that is written first is never longer than the system takes."""
    for name in ("n" * 250 + ".json", "я" * 120 + ".json", "💙" * 60):
        path = tmp_path / name
        write_atomically(path, [b"{", b"}"])
        assert path.read_bytes() == b"{}"
    assert len(list(tmp_path.iterdir())) == 3


def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    """A folder or a device stays what it is: saving over it is an error that names it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (folder, pipe):
        with pytest.raises(OSError, match="is not a file") as caught:
            save(PartnerModel("A"), place)
        assert caught.value.filename == str(place.resolve())
    assert folder.is_dir()
    assert pipe.is_fifo()


@given(models())
def test_whoever_waits_is_told_how_far_a_reading_is(model: PartnerModel) -> None:
    """The share that is done rises, from more than nothing to all of it, and changes nothing."""
    told: list[float] = []
    assert loads(dumps(model), progress=told.append) == model
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] == 1


def test_a_file_that_is_refused_is_never_said_to_be_done(tmp_path: Path) -> None:
    """What is broken ends the telling early, however late the fault is found."""
    path = tmp_path / "broken.json"
    link = '{"source": "a", "kind": "hosts", "target": "b"}'
    path.write_text(f'{{"format_version": 1, "name": "A", "relations": [{link}]}}')
    told: list[float] = []
    with pytest.raises(PartnermodelError):
        load(path, progress=told.append)
    assert 1.0 not in told
