"""What makes a mapping contradict itself: each fault of it, before a table is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from partnermodel.errors import Issue, did_you_mean
from partnermodel.formats.tables.mappings.paths import LINK, no_path, path_hint, target
from partnermodel.model.relations import Relation
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.formats.tables.mappings.mapping import FieldMapping, RecordMapping, SheetMapping


def field_faults(line: FieldMapping) -> Iterator[Issue]:
    """Yield the issue when it has no source, or several."""
    given = [bool(line.columns), line.constant is not None, line.record is not None]
    if sum(given) != 1:
        message = (
            worded("nothing says where {field} comes from", field=shown(line.to))
            if not any(given)
            else worded("{field} comes from several places at once", field=shown(line.to))
        )
        hint = worded("Write one of: columns, constant, record.")
        yield Issue("bad-source", "", shown(line.to), message, hint)


def record_faults(record: RecordMapping) -> Iterator[Issue]:
    """Yield an issue for each path that leads nowhere, and each that stands twice."""
    seen: set[tuple[str, str, str]] = set()
    for place, field in enumerate(record.fields):
        path = f".fields[{place}]"
        found = target(record.type, field.to, field.json)
        if found is None:
            hint = path_hint(record.type, field.to, field.json)
            yield Issue("unknown-field", f"{path}.to", shown(field.to), no_path(record.type, field.to), hint)
            continue
        # A record has one level, on whatever scale.
        one_level = found.field == "level" and found.part not in ("scheme", "value")
        key = found.field, "" if one_level else found.part, found.second
        # Of a field that is one object, a line for the whole and one for a part of it are for the same.
        same = {key, (found.field, "", "")} if key[1] else {one for one in seen if one[0] == found.field}
        if not found.many and not seen.isdisjoint(same):
            message = worded("two lines are for {field}, which has one value", field=shown(field.to))
            hint = worded("Name both columns in one line: the first that is not blank is taken.")
            yield Issue("duplicate-field", f"{path}.to", shown(field.to), message, hint)
        seen.add(key)
        if field.record is not None and found.sort != LINK:
            message = worded("{field} does not hold the id of another record", field=shown(field.to))
            hint = worded("Only source, target and evidence come from another record.")
            yield Issue("bad-source", f"{path}.record", shown(field.record), message, hint)


def sheet_faults(sheet: SheetMapping) -> Iterator[Issue]:
    """Yield an issue for each name that two records have, and each that none has."""
    names = [record.called for record in sheet.records]
    times = Counter(names)
    entities = [one.called for one in sheet.records if one.type != Relation.scheme]
    for place, record in enumerate(sheet.records):
        path = f".records[{place}]"
        if times[record.called] > 1 and record.type != Relation.scheme:
            message = worded("two records of one row are called {name}", name=shown(record.called))
            hint = worded("Give each a name of its own.")
            yield Issue("duplicate-name", f"{path}.name", shown(record.called), message, hint)
        for number, field in enumerate(record.fields):
            if field.record is None or (field.record in entities and field.record != record.called):
                continue
            message = worded("no other record of the row is called {name}", name=shown(field.record))
            others = [name for name in entities if name != record.called]
            hint = did_you_mean(field.record, others) or worded(
                "Write the name or the type of another entity of the same sheet."
            )
            yield Issue("unknown-name", f"{path}.fields[{number}].record", shown(field.record), message, hint)
