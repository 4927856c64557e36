"""Who works with whom, and through which records."""

from __future__ import annotations

from typing import Any

import attrs

from partnermodel.errors import UnknownIdError
from partnermodel.language.sayings import Name, Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.days import ALWAYS, ordinals
from partnermodel.model.doors import door, refuse_or_raise
from partnermodel.model.entities import Organisation
from partnermodel.model.joins import JOINING_SCHEMES, Joins, codes_of
from partnermodel.model.links import Link
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.slips import refuse_slips
from partnermodel.model.ties import Tie, ties_of, told_all
from partnermodel.queries.answers import Listing, label, named
from partnermodel.queries.later import Later
from partnermodel.queries.presence import must_be_there
from partnermodel.queries.tie_cells import tie_cells
from partnermodel.values.columns import Column, column_of, fields_of
from partnermodel.values.dates import Day
from partnermodel.values.rows import Rows, rows_of, typed_rows
from partnermodel.values.table import Shown, Table
from partnermodel.values.text import shown
from partnermodel.values.unfrozen import unfrozen
from partnermodel.wording import worded

Search = list[Any]
"""The model, the id, the days and the kinds that were asked for, and at the end what joins the partners.

That is found when somebody looks at it: who they are is found without, and is all that many want to
know. It is a list, since nothing else that can be added to is made so quickly.
"""


@attrs.frozen
class Partner(Later):
    """An organisation that another works with.

    Attributes:
        organisation: The partner.
        ties: Every way in which the two are joined, seen from the one that was asked about.
    """

    organisation: Organisation
    ties: tuple[Tie, ...]

    @property
    def through(self) -> tuple[str, ...]:
        """The ids of the records that join the two: relations, and what they share; sorted, each once."""
        return tuple(sorted({record for tie in self.ties for record in tie.records}))

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses of the ties, sorted, each once."""
        return tuple(sorted({tie.status for tie in self.ties}))

    def _make_ties(self) -> tuple[Tie, ...]:
        search: Search = self._of
        return tuple(told_all(search[0], _joined(search)[self.organisation.id]))


@attrs.frozen
class Partners(Later, Listing[Partner]):
    """What `partners` returns: the partners of one organisation, in the order of their ids.

    Who they are is found at once; what joins them, and the rows of the table, when somebody looks at it.
    """

    items: tuple[Partner, ...]
    organisation: Organisation
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each tie: with whom, how, how far it has come, and through which record.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        columns = ("partner", "id", "how", "status", "through")
        of = self.organisation
        caption = saying("partners-of", name=Name(of.name, "und", of.names))
        return Sheet(caption, columns, self._rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each tie, for machines."""
        names = {partner.organisation.id: partner.organisation.name for partner in self.items}
        name = column_of("name", "text", lambda tie: names[tie.partner])
        ties = (tie for partner in self.items for tie in partner.ties)
        return rows_of(ties, *fields_of(Tie, instead={"partner": [column_of("partner", "text"), name]}))

    def _make_organisation(self) -> Organisation:
        model, id, *_ = self._of
        found: Organisation = model.organisations[id]
        return found

    def _make_rows(self) -> tuple[tuple[Untold, ...], ...]:
        model = self._of[0]
        return tuple(_row(model, partner, tie) for partner in self.items for tie in partner.ties)


def _joined(search: Search) -> dict[str, list[Link]]:
    """Return the partners by id, each with the links that join the two; found once for all of them."""
    if len(search) == 4:
        model, *asked = search[:4]  # another thread may just have added to it
        search.append(model.once(Joins).partners(*asked))
    found: dict[str, list[Link]] = search[4]
    return found


_OpenPartner, _OpenPartners = unfrozen(Partner), unfrozen(Partners)

# As a model has a `__getattr__`, to ask it for a method takes as long as to look up the index.
_once = PartnerModel.once


def partners(
    model: PartnerModel,
    id: str,
    *,
    kind: Codes = None,
    role: Codes = None,
    status: Codes = None,
    at: Day | None = None,
) -> Partners:
    """Return the organisations that one works with, directly or through what both take part in.

    Args:
        model: The model.
        id: The id of the organisation.
        kind: Only ties of this kind or a narrower one: of the relation if it is direct, else of the
            initiative, programme or centre that is shared.
        role: Only ties in which the partner has this role or a narrower one.
        status: Only ties in this status or a narrower one. The status of a shared tie is what the
            shared record and both relations say together: it is as far as its least advanced link.
        at: Only ties all of whose records may hold on this day, month or year: the answer is that of
            `partners(model.at(day), id)`, and no model is made for it.

    Returns:
        The partners in the order of their ids, each with its ties. The answer keeps the model, until
        it is pickled: who they are is found at once, and what joins them when somebody looks at it.

    Raises:
        UnknownIdError: No organisation has the id, or it is not there on the day.
        UnknownTermError: A kind, a role or a status seems to be misspelt.
        InvalidRecordError: `at` is not a date.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, partners
        >>> talks = Relation("a", "cooperates-with", "b", status="discussed")
        >>> model = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B"), talks])
        >>> [(partner.organisation.id, partner.statuses) for partner in partners(model, "b")]
        [('a', ('discussed',))]
        >>> len(partners(model, "b", status="active"))
        0
    """
    days = ALWAYS if at is None else ordinals(at)
    try:
        joins = _once(model, Joins)
    except (AttributeError, TypeError):
        refuse_or_raise("partners", "model", model)
    kinds = None
    if kind is not None:
        kinds = joins.kinds.get(kind) if type(kind) is str else None
        if kinds is None:
            must_be_there(model, joins, id, days, at)
            refuse_slips(model, JOINING_SCHEMES, kind, "kind")
            kinds = codes_of(model, kind)
    itself, found = joins.together(id, days, kinds)
    search: Search = [model, id, days, kinds]
    items = []
    before = None
    for organisation in found:
        if organisation is not before and organisation is not itself:
            before = organisation
            partner = _OpenPartner()
            partner._of = search
            partner.organisation = organisation
            partner.__class__ = Partner
            items.append(partner)
    if not items:  # who has a partner is an organisation, and is there
        must_be_there(model, joins, id, days, at)
    answer = _OpenPartners()
    answer._of = search
    answer.items = tuple(items)
    answer.__class__ = Partners
    all_found: Partners = answer
    if role is None and status is None:
        return all_found
    refuse_slips(model, ("role",), role, "role")
    refuse_slips(model, ("status",), status, "status")
    roles = None if role is None else model.codes("role", role)
    statuses = None if status is None else model.codes("status", status)
    kept = []
    for partner in all_found:
        ties = tuple(
            tie
            for tie in partner.ties
            if (roles is None or tie.partner_role in roles) and (statuses is None or tie.status in statuses)
        )
        if ties:
            kept.append(Partner(partner.organisation, ties))
    rows = tuple(_row(model, partner, tie) for partner in kept for tie in partner.ties)
    return Partners(tuple(kept), all_found.organisation, rows)


def _row(model: PartnerModel, partner: Partner, tie: Tie) -> tuple[Untold, ...]:
    cells = tie_cells(model, tie, "role-of-itself", "role-of-partner")
    return (named(model, partner.organisation), partner.organisation.id, *cells)


@attrs.frozen
class Between(Shown):
    """What `relations_between` returns: all that joins two entities.

    Attributes:
        first: The id of the one.
        second: The id of the other.
        relations: The relations between them, in either direction, of any nature.
        shared: For two organisations, the ties through what both take part in.
    """

    first: str
    second: str
    relations: tuple[Relation, ...]
    shared: tuple[Tie, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def __bool__(self) -> bool:
        return bool(self.relations or self.shared)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each relation and each thing shared.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        return self._sheet.table(language)

    def rows(self) -> Rows:
        """Return a row for each relation and each thing shared, for machines."""
        texts = ("via", "kind", "source", "target", "first_role", "second_role", "status")
        columns = [*(Column(name, "text") for name in texts), Column("relations", "ids")]
        found: list[tuple[object, ...]] = [
            (None, one.kind, one.source, one.target, *self._roles(one), one.status, [one.id])
            for one in self.relations
        ]
        found += [
            (one.via, one.kind, None, None, one.role, one.partner_role, one.status, one.relations)
            for one in self.shared
        ]
        return typed_rows(columns, found)

    def _roles(self, relation: Relation) -> tuple[str | None, str | None]:
        """Return the role of the first and of the second; a relation says that of its source."""
        return (relation.role, None) if relation.source == self.first else (None, relation.role)


@door
def relations_between(model: PartnerModel, first: str, second: str) -> Between:
    """Return the relations between two entities and, for organisations, what they share.

    Args:
        model: The model.
        first: The id of an entity.
        second: The id of another.

    Raises:
        UnknownIdError: No entity has one of the ids, or both are the same.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, relations_between
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Relation("a", "funds", "b"),
        ... ])
        >>> [relation.kind for relation in relations_between(model, "b", "a").relations]
        ['funds']
    """
    one, other = model.entity(first), model.entity(second)
    if one is other:
        raise UnknownIdError(worded("{id} is given twice; name two different entities.", id=shown(first)))
    direct = tuple(found for found in model.relations_of(first) if found.other_end(first) == second)
    shared: tuple[Tie, ...] = ()
    if isinstance(one, Organisation) and isinstance(other, Organisation):
        shared = tuple(tie for tie in ties_of(model, first) if tie.partner == second and tie.via is not None)
    rows: list[tuple[Untold, ...]] = []
    for relation in direct:
        how: Untold = label(model, "relation", relation.kind, inverse=relation.source != first)
        if relation.role is not None:
            key = "role-of-first" if relation.source == first else "role-of-second"
            how = saying("in-brackets", what=how, why=saying(key, role=label(model, "role", relation.role)))
        rows.append((how, label(model, "status", relation.status), relation.id))
    rows += [tie_cells(model, tie, "role-of-first", "role-of-second") for tie in shared]
    caption = saying("between", one=named(model, one), other=named(model, other))
    return Between(first, second, direct, shared, Sheet(caption, ("how", "status", "through"), tuple(rows)))
