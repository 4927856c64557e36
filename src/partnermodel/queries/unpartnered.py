"""Which organisations of a list have no partner of a sort that each of them should have."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.language.sayings import Untold, in_english, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.joins import SHARED, codes_of
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.ties import Tie, ties_of
from partnermodel.queries.answers import Listing, named, stated
from partnermodel.queries.expectations import known_codes
from partnermodel.queries.inventories import Listed, looked_up
from partnermodel.queries.kindred import OVER
from partnermodel.values.collector import collector_paused
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.identifiers import Identifier
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table

NOT_KNOWN = "not in the model"
SEVERAL = "more than one meant"
WITHOUT = "no partner"
WITH = "has a partner"

_STATES = {NOT_KNOWN: "not-known", SEVERAL: "several", WITHOUT: "without", WITH: "with"}


@attrs.frozen
class NearPartner:
    """A partner that would count, were its tie or itself otherwise.

    Attributes:
        partner: The id of the partner.
        tie: The tie that comes nearest.
        lacking: What would have to be otherwise: `kind`, `partner` (its kind), `role`, `status`.
        why: Why it does not count, in words.
        records: The ids of the records that make the tie.
    """

    partner: str
    tie: Tie
    lacking: tuple[str, ...]
    why: str
    records: tuple[str, ...]
    _why: Untold = attrs.field(default="", repr=False, alias="told")


@attrs.frozen
class ListEntry:
    """How an entry of a list stands.

    Attributes:
        asked: The texts of the list that mean it, as they were given.
        organisation: The id of the organisation, or None when the model has none, or several.
        state: `has a partner`, `no partner`, `not in the model` or `more than one meant`.
        partners: The ids of the partners that count, in alphabetical order.
        nearly: The partners that nearly count, the nearest first.
        hint: What a person may look at when the organisation is not known; else empty.
    """

    asked: tuple[str, ...]
    organisation: str | None
    state: str
    partners: tuple[str, ...] = ()
    nearly: tuple[NearPartner, ...] = ()
    hint: str = ""


@attrs.frozen
class Unpartnered(Listing[ListEntry]):
    """What `unpartnered` returns: the entries without such a partner, in the order of the list.

    Attributes:
        items: The entries that have none, or that the model does not know.
        entries: All entries.
    """

    items: tuple[ListEntry, ...]
    entries: tuple[ListEntry, ...]
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    @property
    def share(self) -> float | None:
        """The share of the entries that have such a partner, 0 to 1; None when the list is empty.

        An entry that the model does not know has none: nobody says that it has.
        """
        all_of_them = len(self.entries)
        return (all_of_them - len(self.items)) / all_of_them if all_of_them else None

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each entry without such a partner, with what nearly counts.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(row for one, row in zip(self.entries, self._rows, strict=True) if one.state != WITH)
        return Sheet(saying("unpartnered"), _COLUMNS, rows, (self._note,)).table(language)

    def rows(self) -> Rows:
        """Return a row for each entry without such a partner, for machines."""
        columns = fields_of(
            ListEntry,
            instead={
                "asked": [column_of("asked", "texts")],
                "nearly": [column_of("nearly", "ids", "nearly.partner")],
            },
        )
        return rows_of(self.items, *columns)

    def overview(self, *, language: str = "en") -> Table:
        """Return a row for each entry, with or without such a partner.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        return Sheet(saying("partnered-or-not"), _COLUMNS, self._rows, (self._note,)).table(language)

    @property
    def _note(self) -> Untold:
        with_one = len(self.entries) - len(self.items)
        parts: list[Untold] = [saying("partnered-note", number=with_one, all=len(self.entries))]
        for state in (NOT_KNOWN, SEVERAL):
            number = sum(one.state == state for one in self.entries)
            if number:
                parts.append(saying("state-note", state=saying(f"state-{_STATES[state]}"), number=number))
        return saying("sentence", text=several(parts))


_COLUMNS = ("listed", "id", "state", "partners", "nearly")


@door
def unpartnered(
    model: PartnerModel,
    ids: Iterable[str | Identifier],
    *,
    kind: Codes = None,
    partner_kind: Codes = None,
    role: Codes = None,
    status: Codes = "active",
) -> Unpartnered:
    """Return which organisations of a list have no partner of a sort that each of them should have.

    The list comes from outside the model, such as a register of all boarding schools of a region, so that
    the model need not have all of them. What makes two organisations partners is said by `partners`.

    Args:
        model: The model. To see a day, filter it first.
        ids: The organisations: by id, by identifier (`Identifier("inn", "…")`, or its text with or
            without the scheme) or by a whole name or alias. Those that mean the same are one entry.
        kind: The kind of tie, or a narrower one: of the relation if it is direct, else of what is shared.
        partner_kind: The kind of the partner, or a narrower one.
        role: The role of the partner in the tie, or a narrower one.
        status: The status of the tie, or a narrower one; None for any.

    Returns:
        The entries without such a partner: `no partner`, `not in the model` (with the nearest name or id),
        or `more than one meant` (several organisations have the name). `.entries` has all entries.
        Nearly counts every partner that the organisation has in any way: each once, by the tie that lacks
        least, with what it lacks.

    Raises:
        UnknownTermError: A kind, a role or a status is neither a word of the vocabulary nor in the model.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, unpartnered
        >>> model = PartnerModel("Town", [
        ...     Organisation("school", "School"), Organisation("university", "University"),
        ...     Relation("university", "trains-staff-of", "school", status="planned"),
        ... ])
        >>> [(one.asked[0], one.state) for one in unpartnered(model, ["school", "Lyceum No. 2"])]
        [('school', 'no partner'), ('Lyceum No. 2', 'not in the model')]
    """
    known_codes(model, ("relation", *(cls.scheme for cls in SHARED)), kind, "kind")
    known_codes(model, ("organisation",), partner_kind, "kind")
    known_codes(model, ("role",), role, "role")
    known_codes(model, ("status",), status, "status")
    asked = _Asked(model, kind, partner_kind, role, status)
    listed = looked_up(model, ids)
    with collector_paused(kept=True):
        entries = tuple([_entry(one, asked) for one in listed])
        rows = tuple([_row(model, one) for one in entries])
    return Unpartnered(tuple(one for one in entries if one.state != WITH), entries, rows)


class _Asked:
    """What a partner must be to count."""

    def __init__(
        self, model: PartnerModel, kind: Codes, partner_kind: Codes, role: Codes, status: Codes
    ) -> None:
        self.model = model
        self.over = model.codes("status", OVER)
        self._kinds = None if kind is None else codes_of(model, kind)
        self._partner_kinds = None if partner_kind is None else model.codes("organisation", partner_kind)
        self._roles = None if role is None else model.codes("role", role)
        self._statuses = None if status is None else model.codes("status", status)

    def lacking(self, tie: Tie) -> dict[str, Untold]:
        """Return what a tie lacks to count, and the words for it."""
        model = self.model
        partner = model.organisations[tie.partner]
        found: dict[str, Untold] = {}
        if self._kinds is not None and tie.kind not in self._kinds:
            scheme = "relation" if tie.via is None else model.entity(tie.via).scheme
            found["kind"] = saying("lacking-kind", what=stated(model, scheme, tie.kind))
        if self._partner_kinds is not None and partner.kind not in self._partner_kinds:
            found["partner"] = saying("lacking-partner", what=stated(model, "organisation", partner.kind))
        if self._roles is not None and tie.partner_role not in self._roles:
            found["role"] = saying("lacking-role", what=stated(model, "role", tie.partner_role))
        if self._statuses is not None and tie.status not in self._statuses:
            found["status"] = stated(model, "status", tie.status)
        return found


def _entry(entry: Listed, asked: _Asked) -> ListEntry:
    if len(entry.organisations) != 1:
        state = SEVERAL if entry.organisations else NOT_KNOWN
        return ListEntry(entry.asked, None, state, hint=entry.hint)
    (id,) = entry.organisations
    best: dict[str, tuple[tuple[int, bool, bool], dict[str, Untold], Tie]] = {}
    for tie in ties_of(asked.model, id):
        lacking = asked.lacking(tie)
        # Of two that lack as much, that of the right kind is nearer, and what is to come than what is over.
        distance = len(lacking), "kind" in lacking, tie.status in asked.over
        if tie.partner not in best or distance < best[tie.partner][0]:
            best[tie.partner] = distance, lacking, tie
    counting = tuple(sorted(partner for partner, (_, lacking, _) in best.items() if not lacking))
    nearly = tuple(
        NearPartner(
            partner,
            tie,
            tuple(lacking),
            in_english(why := several(lacking.values(), ", ")),
            tie.records,
            why,
        )
        for partner, (_, lacking, tie) in sorted(best.items(), key=lambda pair: (pair[1][0], pair[0]))
        if lacking
    )
    return ListEntry(entry.asked, id, WITH if counting else WITHOUT, counting, nearly)


def _row(model: PartnerModel, one: ListEntry) -> tuple[Untold, ...]:
    """Return the row of an entry; of many that nearly count, those that come nearest are named."""
    least = min((len(near.lacking) for near in one.nearly), default=0)
    near: list[Untold] = [
        saying("in-brackets", what=named(model, model.entity(two.partner)), why=two._why)
        for two in one.nearly
        if len(two.lacking) == least
    ]
    if len(near) < len(one.nearly):
        near.append(saying("further-off", number=len(one.nearly) - len(near)))
    listed: Untold = ", ".join(one.asked)
    if one.organisation is not None:
        listed = named(model, model.organisations[one.organisation])
    return (
        listed,
        one.organisation or "",
        saying(f"state-{_STATES[one.state]}"),
        several((named(model, model.organisations[id]) for id in one.partners), otherwise="nobody"),
        several(near) if near else one.hint or saying("nobody"),
    )
