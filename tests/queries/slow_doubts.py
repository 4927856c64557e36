"""Doubts and texts looked for one record at a time: slow, plain, and the measure of the quick answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from partnermodel.errors import Issue, did_you_mean
from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Document, Entity, Initiative, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.answers import doubtful
from partnermodel.queries.lookup import Match, scopes_meet
from partnermodel.values.dates import OPEN, Day, Period, span
from partnermodel.values.homoglyphs import unmixed
from partnermodel.values.text import folded, shown
from partnermodel.vocabulary.terms import ENTITY_TYPES

_OF_PLACES = frozenset({"oktmo", "iso-3166-2"})
_ACROSS_TIME = ("about", "has-on-agenda", "succeeds")


def self_reported(model: PartnerModel) -> Iterator[Issue]:
    """Yield the documents on which ties rest that their own publisher is a party to."""
    resting: dict[str, list[Relation]] = {}
    for relation in model.relations.values():
        cited = {citation.document for citation in relation.evidence}
        if len(cited) == 1 and model.vocabulary.nature(relation.kind) in ("tie", "participation"):
            resting.setdefault(cited.pop(), []).append(relation)
    for id in model.documents:
        publishers = {link.target for link in model.relations_of(id, kind="published-by", direction="out")}
        own = [
            relation for relation in resting.get(id, ()) if publishers & {relation.source, relation.target}
        ]
        if own:
            message = f"its publisher is a party to {len(own)} of the ties that rest on this document alone"
            yield doubtful(model[id], "", "self-reported", message, "Look for a second source.", *own)


def odd_ends(model: PartnerModel) -> Iterator[Issue]:
    """Yield relations that are active though an end is over, or that cannot hold while both ends do."""
    active = model.vocabulary.narrower("status", "active")
    over = model.codes("status", ["completed", "cancelled", "not-pursued"])
    across_time = model.codes("relation", _ACROSS_TIME)
    for relation in model.relations.values():
        source, target = model.entity(relation.source), model.entity(relation.target)
        ends = (("source", source), ("target", target))
        if relation.status in active and model.vocabulary.nature(relation.kind) != "structure":
            for field, end in ends:
                if end.status in over:
                    message = f"the relation is {relation.status}, and its {field} is {end.status}"
                    hint = "Correct one of the two statuses."
                    yield doubtful(relation, field, "odd-end", message, hint, end, value=end.id)
        if relation.kind in across_time:
            continue
        for field, end in ends:
            if _apart(relation.period, end.period):
                message = f"the relation holds {relation.period}, and its {field} exists {end.period}"
                hint = "Correct one of the two periods."
                yield doubtful(
                    relation, "period", "odd-period", message, hint, end, value=str(relation.period)
                )
        if _apart(source.period, target.period):
            message = f"its source exists {source.period}, and its target exists {target.period}"
            hint = "Correct one of the two periods."
            yield doubtful(relation, "", "odd-period", message, hint, source, target)


def _apart(one: Period, other: Period) -> bool:
    return one.earliest_start() > other.latest_end() or other.earliest_start() > one.latest_end()


def unconnected(model: PartnerModel) -> Iterator[Issue]:
    """Yield entities that no relation begins or ends at. A document is linked by being cited."""
    cited = {citation.document for record in model.values() for citation in record.evidence}
    for id, entity in model.entities.items():
        if id not in cited and not model.relations_of(id):
            yield doubtful(entity, "", "unconnected", "no relation begins or ends at it",
                         "Add the relation that brought it here, or remove it.")  # fmt: skip


def stale_statuses(model: PartnerModel, as_of: Day) -> Iterator[Issue]:
    """Yield records whose status the calendar has overtaken by a day."""
    today = span(as_of)[0]
    going_on = model.codes("status", ["active", "suspended"])
    ahead = model.codes("status", ["discussed", "planned", "expected", "agreed"])
    for record in model.values():
        period = record.period
        if record.status in going_on and period.end not in (None, OPEN) and period.latest_end() < today:
            message = f"it is {record.status}, and ended in {period.end}"
            hint = "Say how it ended, or correct the end."
            yield doubtful(record, "status", "stale-status", message, hint, value=record.status)
        happens = isinstance(record, Relation | Initiative | Programme)
        if happens and record.status in ahead and period.start is not None and period.latest_start() < today:
            message = f"it is {record.status}, and was to start in {period.start}"
            hint = "Say whether it started, or correct the start."
            yield doubtful(record, "status", "stale-status", message, hint, value=record.status)


def unknown_terms(model: PartnerModel) -> Iterator[Issue]:
    """Yield the codes that the vocabulary does not know, with the nearest one, and those it has replaced."""
    words = model.vocabulary
    hints: dict[tuple[tuple[str, ...], str], str] = {}
    for record in model.values():
        for field, schemes, code in codes_of(record):
            term = next((words.term(scheme, code) for scheme in schemes if words.knows(scheme, code)), None)
            if term is None:
                if (schemes, code) not in hints:
                    near = did_you_mean(code, [known for scheme in schemes for known in words.codes(scheme)])
                    hints[schemes, code] = near or "Define it in the vocabulary."
                where = f"code of the scheme {schemes[0]}" if len(schemes) == 1 else "kind of any type"
                message = f"{shown(code)} is not a known {where}"
                yield doubtful(record, field, "unknown-term", message, hints[schemes, code], value=code)
            elif term.replaced_by is not None:
                message = f"{shown(code)} has been replaced"
                yield doubtful(
                    record, field, "replaced-term", message, f"Use {shown(term.replaced_by)}.", value=code
                )


def codes_of(record: Record) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each code of a record: its field, the schemes that it can be of, and itself."""
    if record.kind is not None:
        yield "kind", (type_of(record),), record.kind
    yield "status", ("status",), record.status
    for number, citation in enumerate(record.evidence):
        if citation.confidence is not None:
            yield f"evidence[{number}].confidence", ("confidence",), citation.confidence
    if isinstance(record, Relation):
        if record.role is not None:
            yield "role", ("role",), record.role
        if record.level is not None:
            yield "level.value", (record.level.scheme,), record.level.value
        return
    for number, identifier in enumerate(record.identifiers):
        yield f"identifiers[{number}].scheme", ("identifier",), identifier.scheme
    if isinstance(record, Document) and record.source_type is not None:
        yield "source_type", ("source-type",), record.source_type
    for number, stated in enumerate(record.stated):
        yield f"stated[{number}].kind", ENTITY_TYPES, stated.kind
        yield f"stated[{number}].through", ("relation",), stated.through


def likely_duplicates(model: PartnerModel) -> Iterator[Issue]:
    """Yield entities of one type with the same name or identifier, and ids that differ only in looks."""
    hint = "If they are one, keep one; if not, tell them apart in their names."
    names: dict[tuple[str, str], dict[str, Entity]] = {}
    numbers: dict[tuple[str, str, str], dict[str, Entity]] = {}
    looks: dict[str, dict[str, Entity]] = {}
    for entity in model.entities.values():
        for name in {folded(name): None for name in (entity.name, *entity.names.values())}:
            names.setdefault((entity.scheme, name), {})[entity.id] = entity
        for identifier in entity.identifiers:
            of_place = identifier.scheme in _OF_PLACES and not isinstance(entity, Place)
            if identifier.scheme != "kpp" and not of_place:
                key = (entity.scheme, identifier.scheme, identifier.value)
                numbers.setdefault(key, {})[entity.id] = entity
        looks.setdefault(folded(entity.id), {})[entity.id] = entity
    for field, code, what, clusters in (
        ("name", "same-name", "is called the same as", names.values()),
        ("identifiers", "same-identifier", "has the same identifier as", numbers.values()),
        ("id", "look-alike-id", "has an id that looks like that of", looks.values()),
    ):
        seen: set[tuple[str, ...]] = set()
        for cluster in clusters:
            first, *others = cluster.values()
            told_apart = code == "same-identifier" and branches(cluster.values())
            if others and not told_apart and tuple(cluster) not in seen:
                seen.add(tuple(cluster))
                message = f"it {what} {some(one.id for one in others)}"
                value = None if code == "same-identifier" else getattr(first, field)
                yield doubtful(first, field, code, message, hint, *others, value=value)


def branches(entities: Iterable[Entity]) -> bool:
    """Return whether each has a KPP of its own: a body and its branches share their INN, and no KPP."""
    codes = [{it.value for it in entity.identifiers if it.scheme == "kpp"} for entity in entities]
    return all(codes) and sum(map(len, codes)) == len(set().union(*codes))


def some(ids: Iterable[str]) -> str:
    """Return the first few ids as text, and how many more there are."""
    first, rest = (given := list(ids))[:5], len(given) - 5
    return ", ".join(map(shown, first)) + (f" and {rest} more" if rest > 0 else "")


def stated_counts(model: PartnerModel) -> Iterator[Issue]:
    """Yield the records that name more things of a kind than their source says there are."""
    for entity in model.entities.values():
        for number, stated in enumerate(entity.stated):
            links = model.codes("relation", stated.through)
            relations = [one for one in model.relations.values() if one.kind in links]
            ends = {one.target for one in relations if one.source == entity.id}
            ends |= {one.source for one in relations if one.target == entity.id}
            named = [
                model.entity(id)
                for id in sorted(ends)
                if model.entity(id).kind in model.codes(model.entity(id).scheme, stated.kind)
            ]
            if stated.qualifier in ("exactly", "at-most") and len(named) > stated.number:
                most = "at most " if stated.qualifier == "at-most" else ""
                kind = shown(stated.kind)
                message = (
                    f"{len(named)} of the kind {kind} are named, and the source counts {most}{stated.number}"
                )
                hint = "Correct the number, or the kinds of what is named."
                yield doubtful(entity, f"stated[{number}]", "count-exceeded", message, hint, *named)


def mixed_names(model: PartnerModel) -> Iterator[Issue]:
    """Yield names and aliases with a word of two alphabets."""
    for entity in model.entities.values():
        for field, name in _names(entity):
            for word in re.findall(r"[^\W\d_]+", name):
                if (mended := unmixed(word)) != word:
                    stray = "".join(one for one, other in zip(word, mended, strict=True) if one != other)
                    sides = ("Latin among Cyrillic", "Cyrillic among Latin")[not stray.isascii()]
                    message = f"in {shown(word)}, {shown(stray)} is {sides} letters"
                    hint = f"Write {shown(unmixed(name), 1000)}."
                    yield doubtful(entity, field, "mixed-name", message, hint, value=name)
                    break


def padded_names(model: PartnerModel) -> Iterator[Issue]:
    """Yield names and aliases with spaces at their ends, or two in a row."""
    for entity in model.entities.values():
        for field, name in _names(entity):
            spaces = [character.isspace() for character in name]
            if spaces[0] or spaces[-1] or any(map(all, pairwise(spaces))):
                mended = re.sub(r"(\s)\s+", r"\1", name.strip())
                message, hint = f"{shown(name)} has spaces too many", f"Write {shown(mended, 1000)}."
                yield doubtful(entity, field, "padded-name", message, hint, value=name)


def _names(entity: Entity) -> list[tuple[str, str]]:
    named = [("name", entity.name), *((f"names[{shown(tag)}]", entity.names[tag]) for tag in entity.names)]
    return named + [(f"aliases[{place}].name", alias.name) for place, alias in enumerate(entity.aliases)]


def matches(entity: Entity, needle: str, scope: str | None) -> Iterator[Match]:
    """Yield the places at which an entity has a folded text, the plainest first."""
    for field, value, language in (
        ("name", entity.name, None),
        *(("names", name, language) for language, name in sorted(entity.names.items())),
        ("id", entity.id, None),
    ):
        if _within(needle, found := folded(value)):
            yield Match(entity, field, value, language, exact=needle == found)
    for alias in entity.aliases:
        if scopes_meet(scope, alias.scope) and _within(needle, found := folded(alias.name)):
            yield Match(entity, "aliases", alias.name, alias.language, alias.scope, needle == found)
    for identifier in entity.identifiers:
        if needle.replace(" ", "") in (closed_up(identifier.value), closed_up(str(identifier))):
            yield Match(entity, "identifiers", str(identifier), exact=True)


def _within(needle: str, text: str) -> bool:
    """Return whether a text holds another; nothing at all is held only by nothing at all."""
    return needle in text if needle else not text


def closed_up(text: str) -> str:
    """Return a text as identifiers are compared."""
    return folded(text).replace(" ", "")


def found(model: PartnerModel, text: str, scope: str | None) -> list[Match]:
    """Return what `find` has to find, the exact matches first."""
    best = [
        min(every, key=lambda match: not match.exact)
        for entity in model.entities.values()
        if (every := list(matches(entity, folded(text), scope)))
    ]
    return sorted(best, key=lambda match: not match.exact)
