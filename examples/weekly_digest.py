"""A weekly note about a register of partnerships, as another project would write it.

    python weekly_digest.py last-week.json this-week.json

It prints what has changed, what is still only talked about, and which groups nothing active serves.
Mail it, or post it; it is plain text.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from partnermodel import (
    Initiative,
    PartnerModel,
    PartnermodelError,
    Record,
    Relation,
    compare,
    coverage,
    load,
)


def called(model: PartnerModel, record: Record) -> str:
    """Return a record as people speak of it: an entity by its name, a relation as a sentence."""
    if not isinstance(record, Relation):
        return record.name
    how = model.vocabulary.label("relation", record.kind)
    return f"{model.entity(record.source).name} {how} {model.entity(record.target).name}"


def changes(before: PartnerModel, after: PartnerModel) -> Iterator[str]:
    """Yield a line for each record that came, went or changed."""
    difference = compare(before, after)
    for record in difference.added:
        yield f"new: {called(after, record)}"
    for record in difference.removed:
        yield f"gone: {called(before, record)}"
    for change in difference.changed:
        what = called(after, after[change.record]) if change.record else "the register"
        was, now = change.words
        yield f"{what}: {change.field} was {was}, is {now}"


def talks(before: PartnerModel, after: PartnerModel) -> Iterator[str]:
    """Yield a line for each initiative, with its parties, and each tie that is only discussed."""
    for record in after.values():
        if record.status != "discussed":
            continue
        old = " (as before)" if record.id in before and before[record.id].status == "discussed" else ""
        if isinstance(record, Initiative):
            links = after.relations_of(record.id, kind="participates-in", direction="in")
            parties = sorted({after.entity(link.source).name for link in links})
            yield f"{record.name}{old}: {'; '.join(parties) or 'nobody is named'}"
        elif isinstance(record, Relation) and after.vocabulary.nature(record.kind) == "tie":
            yield f"{called(after, record)}{old}"


def unserved(model: PartnerModel) -> Iterator[str]:
    """Yield a line for each group that nothing active serves."""
    matrix = coverage(model, by=("group", "kind"))
    served = {provision.group for provision in matrix.provisions if provision.status in matrix.counted}
    for group in matrix.axes[0]:
        if group is not None and group not in served:
            yield model.groups[group].name


def digest(before: PartnerModel, after: PartnerModel) -> Iterator[str]:
    """Yield the lines of the note."""
    for title, lines in (
        ("What has changed", changes(before, after)),
        ("Still only discussed", talks(before, after)),
        ("Served by nothing that is active, as far as the register knows", unserved(after)),
    ):
        yield f"{title}:"
        yield from [f"- {line}" for line in lines] or ["- nothing"]


def main() -> int:
    """Print the note; return 1 when a register is broken, having said why."""
    parser = argparse.ArgumentParser(description="What is new in a register of partnerships.")
    parser.add_argument("before", help="the register as it was")
    parser.add_argument("after", help="the register as it is")
    files = parser.parse_args()
    try:
        before, after = load(files.before), load(files.after)
    except (PartnermodelError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*digest(before, after), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
