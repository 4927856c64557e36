"""The container: records that agree with each other, found by id, filtered, and changed by copying."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any, TypeVar

from partnermodel.errors import UnknownIdError
from partnermodel.model.amending import amended
from partnermodel.model.catalogues import where_in_model
from partnermodel.model.coherence import SCHEMES, Gathering, gathered
from partnermodel.model.days import known_days
from partnermodel.model.display import Display
from partnermodel.model.entities import Entity
from partnermodel.model.filters import Direction, adjacency, holding, in_status, lacking, passing, seen_from
from partnermodel.model.integrity import contradiction, integrity_faults
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import Shelves
from partnermodel.model.slips import refuse_slips
from partnermodel.values.collector import collector_paused
from partnermodel.values.dates import Day
from partnermodel.values.enforcement import refuse
from partnermodel.values.fields import LANGUAGE_RULE, LINE_RULE, plain
from partnermodel.values.kinds import wrong_type
from partnermodel.values.rules import Instance
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary
from partnermodel.wording import worded

T = TypeVar("T")

Codes = str | Collection[str] | None
"""One code, several, or None for any."""


class PartnerModel(Display):
    """A partnership network: immutable, and equal to any model that holds the same.

    It is a mapping of id to record, in the order of the file: entities type by type, then relations.

    Args:
        name: What the model is of.
        records: Entities and relations, in any order.
        vocabulary: The standard words, and those that the model adds.
        language: The language (BCP 47) of the plain names and descriptions; `und` when not known.

    Raises:
        InvalidRecordError: The name, the language or a record is not what it should be.
        IntegrityError: Two records share an id, an end or a document is missing or of the wrong
            type, a relation leads to itself, or relations close a circle; all at once.

    Example:
        >>> from partnermodel import Centre, Organisation, PartnerModel, Relation
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College", kind="vocational-college"),
        ...     Centre("centre", "Inclusive education centre"),
        ...     Relation("college", "hosts", "centre"),
        ... ])
        >>> model["centre"].name, len(model.relations_of("college"))
        ('Inclusive education centre', 1)
    """

    __slots__ = ("_kept", "_shelves", "language", "name", "vocabulary")

    name: str
    language: str
    vocabulary: Vocabulary
    _kept: dict[object, Any]

    def __init__(
        self,
        name: str,
        records: Iterable[Record] = (),
        *,
        vocabulary: Vocabulary = STANDARD,
        language: str = "und",
    ) -> None:
        issues = [*LINE_RULE.faults(name, ".name"), *LANGUAGE_RULE.faults(language, ".language")]
        given = list(records)
        for index, record in enumerate(given):
            if not isinstance(record, Entity | Relation) or record.scheme not in SCHEMES:
                issues.append(wrong_type(record, worded("an Entity or a Relation"), f".records[{index}]"))
        issues += Instance(Vocabulary).faults(vocabulary, ".vocabulary")
        if issues:
            refuse(PartnerModel, issues)
        shelves = gathered(given, vocabulary)
        if shelves is None:
            faults = list(integrity_faults(given, vocabulary, lambda index: where_in_model(given[index])))
            raise contradiction(shown(name), faults)
        self._fill(plain(name), shelves, vocabulary, plain(language))

    def _fill(self, name: str, shelves: Shelves, vocabulary: Vocabulary, language: str) -> None:
        put = object.__setattr__
        put(self, "name", name)
        put(self, "language", language)
        put(self, "vocabulary", vocabulary)
        put(self, "_shelves", shelves)
        put(self, "_kept", {})

    def _like(self, shelves: Shelves) -> PartnerModel:
        """Return a model of records that are known to agree, with all else as it is here."""
        model = object.__new__(PartnerModel)
        model._fill(self.name, shelves, self.vocabulary, self.language)
        return model

    # What it holds

    def entity(self, id: str) -> Entity:
        """Return the entity with an id.

        Raises:
            UnknownIdError: No record has the id, or the record is a relation.
        """
        record = self._shelves.entities.get(id) or self[id]
        if isinstance(record, Relation):
            raise UnknownIdError(worded("{id} is the id of a relation, not of an entity.", id=shown(id)))
        return record

    def relations_of(
        self, id: str, *, kind: Codes = None, direction: Direction = "both"
    ) -> tuple[Relation, ...]:
        """Return the relations that begin or end at an entity, in the order of their ids.

        Args:
            id: The entity.
            kind: Only relations of this kind or a narrower one; or of any of several.
            direction: `out` of it, `in` to it, or `both`.

        Raises:
            UnknownIdError: No entity has the id.
            UnknownTermError: `kind` seems to be misspelt.
            ValueError: `direction` is none of the three words.
        """
        self.entity(id)
        found = seen_from(id, self.once(adjacency).get(id, ()), direction)
        if kind is not None:
            refuse_slips(self, ("relation",), kind, "kind")
            wanted = self.codes("relation", kind)
            found = tuple(one for one in found if one.kind in wanted)
        return found

    def codes(self, scheme: str, wanted: str | Collection[str]) -> frozenset[str]:
        """Return the codes that one or several codes stand for: themselves and all narrower ones.

        Args:
            scheme: The scheme of the codes, such as `status`.
            wanted: A code, or several.

        Example:
            >>> sorted(PartnerModel("Empty").codes("status", "active"))
            ['active', 'exists']
        """
        codes = [wanted] if isinstance(wanted, str) else wanted
        return frozenset().union(*(self.vocabulary.narrower(scheme, str(code)) for code in codes))

    def once(self, work: Callable[[PartnerModel], T]) -> T:
        """Return what a function makes of the model, and keep it with the model, which cannot change.

        Args:
            work: A function of the model alone, the same object at each call. What it returns is
                shared by all who ask, so it must not be changed.

        Example:
            >>> PartnerModel("Empty").once(len)
            0
        """
        try:
            return self._kept[work]  # type: ignore[no-any-return]  # it is what `work` returned
        except KeyError:
            pass  # what `work` raises has nothing to do with this
        with collector_paused(kept=True):  # an index is many objects and no rubbish
            found = self._kept[work] = work(self)
        return found

    # What can be made of it

    def at(self, day: Day, *, certain: bool = False) -> PartnerModel:
        """Return what holds on a day: the records whose period does not rule the day out.

        A relation is kept with both its ends or not at all. Documents are kept: what was said
        stays said. A month or a year stands for any day of it (`certain`: for every day of it).

        Args:
            day: A `datetime.date`, or a text such as `2024-09-01`, `2024-09` or `2024`.
            certain: Keep only what must hold on the day. An entity then stays when its own period
                says so, or when a relation that must hold needs it.

        Raises:
            InvalidRecordError: `day` is not a date.
        """
        return self._like(holding(self._shelves, day, certain=certain, days=self.once(known_days)))

    def where(self, keep: Callable[[Record], bool] | None = None, *, status: Codes = None) -> PartnerModel:
        """Return the part of the model that passes a test, a filter of statuses, or both.

        A relation goes when one of its ends goes; a citation goes with its document.

        Args:
            keep: Called with each record; what it returns false for goes.
            status: Keep what is in one of these statuses or a narrower one. It is asked of what
                happens: relations, programmes and initiatives. What merely is (organisations,
                centres, groups, places, …, and relations of the nature `structure`) stays also
                when its status is `exists`, `active` or unknown, so that whoever is left without
                an active tie stays in sight. What happens in an unknown status passes only a
                filter that names `unknown`.

        Raises:
            UnknownTermError: `status` seems to be misspelt.

        Example:
            >>> from partnermodel import Organisation, Relation
            >>> talks = Relation("a", "partners-with", "b", status="discussed")
            >>> model = PartnerModel("Two", [Organisation("a", "A"), Organisation("b", "B"), talks])
            >>> [len(model.where(status=code)) for code in ("active", "discussed")]
            [2, 3]
        """
        shelves = self._shelves if keep is None else passing(self._shelves, keep)
        if status is not None:
            refuse_slips(self, ("status",), status, "status")
            shelves = in_status(shelves, self.codes("status", status), self.vocabulary)
        return self._like(shelves)

    def with_(self, *records: Record) -> PartnerModel:
        """Return the model with these records; one whose id is there already takes its place.

        Raises:
            IntegrityError: The records contradict each other or the rest.
            InvalidRecordError: One of them is not a record.

        Example:
            >>> from partnermodel import Place
            >>> "omsk" in PartnerModel("Empty").with_(Place("omsk", "Omsk"))
            True
        """
        if all(isinstance(record, Entity | Relation) for record in records):
            after = amended(self._shelves, records, self.vocabulary)
            if after is not None:
                return self._like(after)
            # Something does not fit: to build the model anew says what, of all records in one go.
            new = {record.id for record in records}
            records = (*(record for record in self.values() if record.id not in new), *records)
        return PartnerModel(self.name, records, vocabulary=self.vocabulary, language=self.language)

    def without(self, *ids: str) -> PartnerModel:
        """Return the model without these records, the relations that need them, and citations of them.

        Raises:
            UnknownIdError: No record has one of the ids.

        Example:
            >>> from partnermodel import Place
            >>> len(PartnerModel("One", [Place("omsk", "Omsk")]).without("omsk"))
            0
        """
        gone = {self[id].id for id in ids}
        relations = gone & self._shelves.relations.keys()
        return self._like(lacking(self._shelves, gone - relations, relations))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartnerModel):
            return NotImplemented
        return (
            (self.name, self.language, self.vocabulary) == (other.name, other.language, other.vocabulary)
            and self._shelves.entities == other._shelves.entities
            and self._shelves.relations == other._shelves.relations
        )

    def __hash__(self) -> int:
        return self.once(_hash)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a PartnerModel cannot be changed ({name}); use with_, without, where or at")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __reduce__(self) -> tuple[Callable[..., PartnerModel], tuple[object, ...]]:
        make = partial(PartnerModel, vocabulary=self.vocabulary, language=self.language)
        return make, (self.name, tuple(self.values()))

    def __repr__(self) -> str:
        return f"<PartnerModel {self.name!r}: {len(self.entities)} entities, {len(self.relations)} relations>"


def trusted(name: str, gathering: Gathering, vocabulary: Vocabulary, language: str) -> PartnerModel | None:
    """Return a model of parts that keep their rules, or None when its records contradict each other."""
    shelves = gathering.shelves()
    if shelves is None:
        return None
    model = object.__new__(PartnerModel)
    model._fill(name, shelves, vocabulary, language)
    return model


def _hash(model: PartnerModel) -> int:
    return hash((model.name, model.language, frozenset(model.values())))
