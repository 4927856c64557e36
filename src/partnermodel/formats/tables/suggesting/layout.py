"""From what the columns of a sheet are for to the records that its rows make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from partnermodel.formats.tables.mappings.mapping import FieldMapping, RecordMapping
from partnermodel.formats.tables.suggesting.codes import OF_A_TIE, codes_of
from partnermodel.formats.tables.suggesting.columns import Column
from partnermodel.formats.tables.suggesting.heads import (
    KIND_OF_TIE,
    PERSONAL,
    tells_of_a_founding,
    tells_of_a_tie,
    tells_of_an_agreement,
)
from partnermodel.formats.tables.suggesting.judging import Judgement, judged_as

ORGANISATION, PROJECT, RELATION, TIE = "organisation", "project", "taking part", "partner of it"

Judged = tuple[Column, Judgement]

_SEPARATORS = (";", "\n", " / ", ",")


@attrs.define
class Plan:
    """What records the rows of a sheet make, as far as it is laid out.

    Attributes:
        records: The record mappings, by their name.
        taken: The field that each column makes, as `record: field`, by the head of the column.
        undecided: What a person must say before the sheet can be read: texts without a code, by the name of
            the record and its field.
        unknown: The texts of a column, by its head, when none of them has a code.
    """

    records: dict[str, RecordMapping] = attrs.field(factory=dict)
    taken: dict[str, str] = attrs.field(factory=dict)
    undecided: dict[tuple[str, str], list[str]] = attrs.field(factory=dict)
    unknown: dict[str, list[str]] = attrs.field(factory=dict)

    def add(
        self, name: str, type: str, *fields: FieldMapping, each: str | None = None, between: str = ";"
    ) -> None:
        """Add a record, or fields to one that is there, in the place of what it says of the same."""
        given = None if name == type else name
        old = self.records.get(name) or RecordMapping(type, name=given, each=each, separator=between)
        by_path = {field.to: field for field in (*old.fields, *fields)}
        self.records[name] = attrs.evolve(old, fields=tuple(by_path.values()))
        for field in fields:
            for head in field.columns:
                self.taken.setdefault(head, f"{name}: {field.to}")


def with_kind_of_tie(columns: Sequence[Judged]) -> Sequence[Judged]:
    """Return columns of which one is for how two partners are joined, if its head and its cells say so.

    Then the second of two names in a row is that of the partner, whatever its head calls it. Where a row does
    not name two organisations, and where no cell has a word for how they are joined, every column is for what
    it is for anyway.
    """
    for place, (column, judgement) in enumerate(columns):
        others = _with_partner([*columns[:place], *columns[place + 1 :]])
        if (
            judgement.meaning != PERSONAL
            and tells_of_a_tie(column.head)
            and codes_of(OF_A_TIE, column.counted)[0]
            and _paired(_by_meaning(others))
        ):
            return [*others[:place], (column, judged_as(KIND_OF_TIE, column)), *others[place:]]
    return columns


def _with_partner(columns: Sequence[Judged]) -> Sequence[Judged]:
    """Return columns of which the second name, if there are two and no partner, is that of the partner."""
    named = [place for place, (_, judgement) in enumerate(columns) if judgement.meaning == "name"]
    if len(named) != 2 or any(judgement.meaning == "partner" for _, judgement in columns):
        return columns
    column, judgement = columns[named[1]]
    partner = (column, attrs.evolve(judgement, meaning="partner"))
    return [*columns[: named[1]], partner, *columns[named[1] + 1 :]]


def _by_meaning(columns: Sequence[Judged]) -> dict[str, Column]:
    """Return the first column for each meaning; partners of nobody are the organisations themselves."""
    found: dict[str, Column] = {}
    for column, judgement in columns:
        if judgement.meaning is not None:
            found.setdefault(judgement.meaning, column)
    if "name" not in found and "partner" in found:
        found["name"] = found.pop("partner")
    return found


def _paired(found: dict[str, Column]) -> bool:
    """Return whether each row names two organisations, and no project that both take part in."""
    named = "name" in found and "project" not in found and "partner" in found
    return named and not _separator(found["partner"])


def planned(columns: Sequence[Judged]) -> Plan:
    """Return what records the rows make.

    With a project and an organisation in it, a row says that the one takes part in the other. With two
    organisations, it says that they are partners, and may say more of that. Otherwise it says something of
    one organisation, project or programme.
    """
    found = _by_meaning(columns)
    plan = Plan()
    main = ORGANISATION if "name" in found else "project" if "project" in found else "programme"
    if main != ORGANISATION and main not in found:
        return plan  # there is nothing to make a record of
    both = main == ORGANISATION and "project" in found
    paired = _paired(found)
    _main_record(plan, found, main)
    if both:
        _participation(plan, found)
    _linked(plan, found, main, both=both)
    if found.keys() & {"period.start", "period.end"}:
        found.pop("period", None)  # what has a column for each end needs none for both
    for meaning in ("status", "period", "period.start", "period.end", "description", "role", "kind"):
        if meaning in found:
            owner = _whose(meaning, found, main, both=both)
            if paired and _is_of_a_pair(meaning, found):
                owner = TIE
            if (owner, meaning) != (TIE, "kind") or KIND_OF_TIE not in found:
                _said_of(plan, meaning, found[meaning], owner)
    if KIND_OF_TIE in found:
        _said_of(plan, "kind", found[KIND_OF_TIE], TIE)
    if "document" in found:
        _document(
            plan, found, TIE if paired and _is_of_a_pair("document", found) else next(iter(plan.records))
        )
    return plan


def _is_of_a_pair(meaning: str, found: dict[str, Column]) -> bool:
    """Return whether a column tells of two partners together, and not of the one that is named first."""
    column, name, partner = found[meaning], found["name"], found["partner"]
    if tells_of_an_agreement(column.head):
        return True
    pairs = dict(zip(zip(name.cells, partner.cells, strict=True), column.cells, strict=True))
    names = Column(name.head, tuple(one for one, _ in pairs))
    told = Column(column.head, tuple(pairs.values()))
    depends = _depends(told, names)
    if KIND_OF_TIE in found and meaning in ("status", "period", "period.start", "period.end"):
        # The rows are of ties then: one organisation, or one text for all of them, proves nothing.
        counted = names.counted
        repeated = {text for one, text in zip(names.cells, told.cells, strict=True) if counted[one] > 1}
        return not tells_of_a_founding(column.head) and not (depends and len(repeated) > 1)
    return len(set(names.cells)) < len(pairs) and not depends


def _main_record(plan: Plan, found: dict[str, Column], main: str) -> None:
    type = {ORGANISATION: "organisation", "project": "initiative", "programme": "programme"}[main]
    name = ORGANISATION if main == ORGANISATION else PROJECT if main == "project" else "programme"
    head = found["name" if main == ORGANISATION else main].head
    fields = [FieldMapping("id", columns=[found["id"].head])] if "id" in found else []
    fields.append(FieldMapping("name", columns=[head]))
    fields += (
        FieldMapping(meaning, columns=[column.head])
        for meaning, column in found.items()
        if meaning.startswith("identifiers.") or meaning in ("aliases", "size")
    )
    plan.add(name, type, *fields)


def _participation(plan: Plan, found: dict[str, Column]) -> None:
    fields = [FieldMapping("name", columns=[found["project"].head])]
    if "project id" in found:
        fields.insert(0, FieldMapping("id", columns=[found["project id"].head], prefix="project-"))
    plan.add(PROJECT, "initiative", *fields)
    plan.add(
        RELATION,
        "relation",
        FieldMapping("source", record=ORGANISATION),
        FieldMapping("kind", constant="participates-in"),
        FieldMapping("target", record=PROJECT),
    )


def _whose(meaning: str, found: dict[str, Column], main: str, *, both: bool) -> str:
    """Return the record that a column tells of: where both take part, whose name it goes with."""
    if not both:
        return ORGANISATION if main == ORGANISATION else PROJECT if main == "project" else "programme"
    if meaning == "role":
        return RELATION
    key = found.get("project id", found["project"])
    if _depends(found[meaning], key):
        return PROJECT
    if _depends(found[meaning], found["name"]):
        return ORGANISATION
    return ORGANISATION if meaning == "kind" else RELATION


def _depends(column: Column, key: Column) -> bool:
    """Return whether a column says the same thing wherever another says the same, in nearly every case."""
    groups: dict[str, set[str]] = defaultdict(set)
    times: dict[str, int] = defaultdict(int)
    for cell, text in zip(key.cells, column.cells, strict=True):
        if cell:
            groups[cell].add(text)
            times[cell] += 1
    several = [texts for cell, texts in groups.items() if times[cell] > 1]
    return bool(several) and sum(len(texts) == 1 for texts in several) >= 0.98 * len(several)


def _said_of(plan: Plan, meaning: str, column: Column, name: str) -> None:
    record = plan.records[name]
    if meaning == "role" and record.type != "relation":
        return
    scheme = record.type if meaning == "kind" else meaning
    if meaning in ("status", "role", "kind"):
        codes, unknown = codes_of(scheme, column.counted)
        if not codes:
            plan.unknown[column.head] = unknown
            return
        field = FieldMapping(meaning, columns=[column.head], codes=codes)
        if unknown:
            plan.undecided[name, meaning] = unknown
    else:
        field = FieldMapping(meaning, columns=[column.head])
    plan.add(name, record.type, field)


def _linked(plan: Plan, found: dict[str, Column], main: str, *, both: bool) -> None:
    """Add what a row links its record with: partners, programmes, a place."""
    own = next(iter(plan.records))
    linked = [("place", "place", "located-in")]
    if main == ORGANISATION:
        linked += [("partner", "organisation", "partners-with"), ("programme", "programme", "offers")]
    for meaning, type, kind in linked:
        if meaning not in found:
            continue
        column = found[meaning]
        separator = _separator(column) if meaning != "place" else ""
        plan.add(
            meaning,
            type,
            FieldMapping("name", columns=[column.head]),
            each=column.head if separator else None,
            between=separator or ";",
        )
        together = both and meaning == "partner"
        plan.add(
            f"{meaning} of it",
            "relation",
            FieldMapping("source", record=meaning if together else own),
            FieldMapping("kind", constant="participates-in" if together else kind),
            FieldMapping("target", record=PROJECT if together else meaning),
        )


def _document(plan: Plan, found: dict[str, Column], owner: str) -> None:
    """Add the document that is cited for a record."""
    fields = [FieldMapping("name", columns=[found["document"].head])]
    if "document date" in found:
        fields.append(FieldMapping("published", columns=[found["document date"].head]))
    plan.add("document", "document", *fields)
    plan.add(owner, plan.records[owner].type, FieldMapping("evidence", record="document"))


def _separator(column: Column) -> str:
    """Return what stands between several values in the cells of a column, or an empty text."""
    cells = column.stated
    shares = {one: sum(one in cell for cell in cells) / len(cells) for one in _SEPARATORS}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= (0.5 if best == "," else 0.02) else ""
