"""Frictionless Data Packages into grids: each resource that is a table, as its description says.

Nothing is fetched, and nothing outside of the package is read.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import attrs
import msgspec

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.formats.tables.sources.archives import Archive
from partnermodel.formats.tables.sources.content import Content, Progress, part_of
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.objects import decoded
from partnermodel.formats.tables.sources.places import place
from partnermodel.formats.tables.sources.resources import Resource, resource_grids
from partnermodel.formats.tables.sources.sheets import no_such_sheet
from partnermodel.values.text import shown
from partnermodel.wording import worded

DESCRIPTOR = "datapackage.json"

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\~]")

Finder = Callable[[str], Content | None]
"""Gives the file of a package by its path; None when there is none."""


def folder_grids(path: Path, *, sheet: str | None, progress: Progress | None) -> tuple[Grid, ...]:
    """Return the grids of the package whose description is a file, beside which its files are."""
    folder = path.parent.resolve()

    def find(name: str) -> Content | None:
        file = (folder / name).resolve()
        # A symbolic link may lead out of the package.
        if not file.is_relative_to(folder) or not file.is_file():
            return None
        return attrs.evolve(Content.of_file(file), source=os.fspath(path.parent / name))

    return _grids(Content.of_file(path), find, sheet, progress)


def archive_grids(content: Content, *, sheet: str | None, progress: Progress | None) -> tuple[Grid, ...]:
    """Return the grids of a package that is an archive."""
    with content.open() as file:
        archive = Archive(content, io.BytesIO(file.read()))
    name = min((name for name in archive.names if PurePosixPath(name).name == DESCRIPTOR), key=len)
    folder = PurePosixPath(name).parent

    def find(path: str) -> Content | None:
        member = str(folder / path)
        if member not in archive:
            return None
        return Content.of_bytes(
            f"{content.source}/{member}", PurePosixPath(member).name, archive.read(member)
        )

    description = find(DESCRIPTOR)
    assert description is not None  # it has just been found
    return _grids(description, find, sheet, progress)


def _grids(content: Content, find: Finder, sheet: str | None, progress: Progress | None) -> tuple[Grid, ...]:
    resources = list(_resources(content, find))
    names = [resource.name for resource in resources]
    if sheet is not None and sheet not in names:
        raise no_such_sheet(content, sheet, names)
    read = [resource for resource in resources if resource.tabular and sheet in (None, resource.name)]
    grids: list[Grid] = []
    for number, resource in enumerate(read):
        grids.extend(resource_grids(resource, part_of(progress, number, len(read))))
    if not grids:
        message = worded("none of its resources is a table")
        raise content.refused("not-a-table", message, worded("Check the list of resources."))
    grids[0].findings.doubts.extend(_left_out(content, one.name) for one in resources if not one.tabular)
    return tuple(grids)


def _left_out(content: Content, name: str) -> Issue:
    message = worded("the resource {name} is no table, and is not read", name=shown(name))
    hint = worded("Check whether it is needed.")
    return Issue("left-out", place((content.source, None)), shown(name), message, hint, severity=DOUBTFUL)


def _resources(content: Content, find: Finder) -> Iterator[Resource]:
    """Yield the resources that a description lists, each with its files."""
    hint = worded('Write "resources", a list of objects.')
    otherwise = worded("the description of a package is no object")
    description = decoded(content, dict[str, msgspec.Raw], otherwise, hint)
    listed = _any(description.get("resources", msgspec.Raw(b"null")))
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        message = worded("the description of a package lists no resources")
        raise content.refused("not-a-package", message, hint)
    raws = msgspec.json.decode(description["resources"], type=list[dict[str, msgspec.Raw]])
    seen: set[str] = set()
    for number, (one, raw) in enumerate(zip(listed, raws, strict=True), 1):
        name = one.get("name")
        if not isinstance(name, str) or not name or name in seen:
            message = worded("resource {number} has no name of its own", number=number)
            raise content.refused("not-a-package", message, worded('Write a "name" that no other has.'))
        seen.add(name)
        yield _resource(content, find, one, raw, name)


def _resource(
    content: Content, find: Finder, one: Mapping[str, Any], raw: Mapping[str, msgspec.Raw], name: str
) -> Resource:
    files: list[Content] = []
    if "data" in one:
        data = one["data"]
        text = data.encode() if isinstance(data, str) else bytes(raw["data"])
        ending = "csv" if isinstance(data, str) else "json"
        files.append(Content.of_bytes(content.source, f"{name}.{one.get('format', ending)}", text))
    else:
        paths = one.get("path")
        for path in paths if isinstance(paths, list) and paths else [paths]:
            files.append(_file(content, find, name, path))
    dialect, schema = (_described(content, find, name, one.get(key)) for key in ("dialect", "schema"))
    return Resource(name, tuple(files), one, dialect, schema, inline="data" in one)


def _described(content: Content, find: Finder, name: str, value: Any) -> Mapping[str, Any]:
    """Return a part of a description that may stand in a file of its own."""
    if isinstance(value, str):
        value = _any(msgspec.Raw(_file(content, find, name, value).head(1 << 24)))
    return value if isinstance(value, dict) else {}


def _any(raw: msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _file(content: Content, find: Finder, name: str, path: Any) -> Content:
    if not isinstance(path, str) or not path or _is_elsewhere(path):
        message = worded(
            "the path {path} of the resource {name} leads out of the package",
            path=shown(path),
            name=shown(name),
        )
        hint = worded("Put the file into the folder of the package: nothing is fetched from elsewhere.")
        raise content.refused("path-outside", message, hint, shown(path))
    found = find(path)
    if found is None:
        message = worded(
            "the package has no file {path}, which its resource {name} names",
            path=shown(path),
            name=shown(name),
        )
        raise content.refused("no-such-file", message, worded("Put it there, or mend the path."), shown(path))
    return found


def _is_elsewhere(path: str) -> bool:
    return bool(_ELSEWHERE.match(path)) or "\\" in path or ".." in path.split("/") or "\x00" in path
