"""Whatever is written, in whatever format: a crash leaves the old file, or the new one, and never a half."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partnermodel import Organisation, PartnerModel, TableMapping, save, save_graph, save_mapping, save_tables

OLD = PartnerModel("Old", [Organisation("a", "A")])
NEW = PartnerModel("New", [Organisation("b", "B")])


def _mapping(model: PartnerModel, path: Path) -> None:
    save_mapping(TableMapping(model.name), path)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("model.json", save),
        ("model.graphml", save_graph),
        ("model.gexf", save_graph),
        ("model.node-link.json", save_graph),
        ("model.kumu.json", save_graph),
        ("model.cypher", save_graph),
        ("model.xlsx", save_tables),
        ("model.zip", save_tables),
        ("model", save_tables),
        ("mapping.toml", _mapping),
    ],
)
def test_a_crash_leaves_what_was_there(
    name: str, write: Callable[[PartnerModel, Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fails, every file is what it was, and nothing lies beside it."""
    if name.endswith(".xlsx"):
        pytest.importorskip("xlsxwriter")
    target = tmp_path / name
    write(OLD, target)

    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    before = files()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write(NEW, target)
    assert files() == before
    monkeypatch.undo()
    write(NEW, target)
    assert files() != before
