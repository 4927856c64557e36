"""Which form of governance the structure of a network suggests, and what the suggestion rests on."""

from __future__ import annotations

import attrs

from partnermodel.analysis.pairs import Adjacency, adjacency, counted_codes, counted_words, organisation_name
from partnermodel.analysis.separation import separations
from partnermodel.language.amounts import Given, Number
from partnermodel.language.sayings import Saying, Untold, in_english, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.entities import Programme
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.ties import joint_status
from partnermodel.queries.answers import Sheeted
from partnermodel.queries.provisions import NOT_PROVIDING, links, provisions
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.wording import worded

SHARED, LEAD, ADMINISTRATIVE, NOT_CLEAR = (
    "shared governance",
    "lead organisation",
    "network administrative organisation",
    "not clear",
)
"""The three forms of Provan and Kenis, and the answer when the structure suggests none."""

_FORMS = {SHARED: "shared", LEAD: "lead", ADMINISTRATIVE: "administrative", NOT_CLEAR: "not-clear"}

_SUPPORTING = NOT_PROVIDING | {"accountable", "extending", "funding"}
"""Roles in which an organisation takes part in a programme without delivering it."""


@attrs.frozen
class GovernanceForm(Sheeted):
    """What `governance_form` returns: a form, and what it rests on.

    Attributes:
        form: `shared governance`, `lead organisation`, `network administrative organisation` or
            `not clear`.
        reasons: Why, as sentences.
        organisations: The ids of the organisations that have a partner; others are not looked at.
        hub: The id of the one with the most partners, or None when several have as many.
        partners: How many partners that is.
        centralisation: Freeman's centralisation of degree, from 0 (all alike) to 1 (a star); None for
            fewer than three organisations.
        density: The part of all pairs that are partners; None for fewer than two organisations.
        together: The part of the organisations that is in the largest connected part; None for none.
        delivered: The ids of the programmes and other provisions that the hub delivers.
        delivering: The ids of the other organisations that deliver any.
    """

    form: str
    reasons: tuple[str, ...]
    organisations: tuple[str, ...]
    hub: str | None
    partners: int
    centralisation: float | None
    density: float | None
    together: float | None
    delivered: tuple[str, ...]
    delivering: tuple[str, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def rows(self) -> Rows:
        """Return one row for machines: the form, and what it rests on."""
        return rows_of(
            (self,), *fields_of(GovernanceForm, instead={"reasons": [column_of("reasons", "texts")]})
        )


@door
def governance_form(
    model: PartnerModel,
    *,
    centralised: float = 0.5,
    dense: float = 0.5,
    together: float = 0.75,
    counts: Codes = "active",
) -> GovernanceForm:
    """Return which form of network governance the structure suggests.

    The forms are those of Provan and Kenis (2008). Where governance is shared, organisations work with
    each other, and none stands out: the network is dense, and not centralised. A lead organisation is
    a member that the network turns around and that delivers services itself. A network administrative
    organisation is one that the network turns around, and that delivers none: others do.

    A structure only suggests. Who decides is written in agreements, and known to those who take part.
    The paper gives no figures; the three limits are this library's, and yours to change.

    Args:
        model: The model.
        centralised: From this centralisation of degree (Freeman 1979) up a network turns around its hub.
        dense: From this density up organisations work with each other.
        together: In smaller connected parts than this one form is not suggested for the whole.
        counts: The statuses, with the narrower ones, in which ties and provisions count; None for any.

    Raises:
        UnknownTermError: `counts` holds what looks like a misspelt status.
        ValueError: A limit is not from 0 to 1.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, governance_form
        >>> model = PartnerModel("Town", [
        ...     *(Organisation(id, id) for id in "abcd"),
        ...     *(Relation("a", "supervises", id, status="active") for id in "bcd"),
        ... ])
        >>> governance_form(model).form, governance_form(model).centralisation
        ('not clear', 1.0)
    """
    for name, limit in (("centralised", centralised), ("dense", dense), ("together", together)):
        if not 0 <= limit <= 1:
            raise ValueError(worded("{name} is a number from 0 to 1, not {limit}", name=name, limit=limit))
    around = {id: partners for id, partners in adjacency(model, counts).items() if partners}
    count = len(around)
    degrees = {id: len(partners) for id, partners in around.items()}
    most = max(degrees.values(), default=0)
    hubs = [id for id, degree in degrees.items() if degree == most]
    hub = hubs[0] if len(hubs) == 1 else None
    centralisation = _centralisation(degrees)
    density = sum(degrees.values()) / (count * (count - 1)) if count > 1 else None
    largest = _largest(around)
    delivery = _delivery(model, counts)
    delivered = delivery.get(hub, ()) if hub is not None else ()
    others = tuple(id for id in sorted(delivery) if id != hub)

    called: Untold = "" if hub is None else organisation_name(model, hub)
    form = NOT_CLEAR
    reasons: list[Saying]
    if centralisation is None or density is None:
        reasons = [saying("form-few", count=count)]
    elif largest < together * count:
        reasons = [saying("form-apart", largest=largest, count=count)]
    elif centralisation >= centralised and hub is not None:
        reasons = [saying("form-hub", name=called, centralisation=Number(centralisation, 2))]
        if delivered:
            form = LEAD
            reasons.append(saying("form-hub-delivers", name=called, ids=several(delivered, ", ")))
        elif others:
            form = ADMINISTRATIVE
            reasons.append(saying("form-others-deliver", name=called, ids=several(others, ", ")))
        else:
            reasons.append(saying("form-nobody-delivers"))
    elif centralisation < centralised and density >= dense:
        form = SHARED
        reasons = [
            saying("form-dense", density=Number(density, 2)),
            saying("form-no-hub", centralisation=Number(centralisation, 2)),
        ]
    elif hub is not None or centralisation < centralised:
        numbers = {"centralisation": Number(centralisation, 2), "density": Number(density, 2)}
        reasons = [saying("form-neither", **numbers)]
    else:
        reasons = [saying("form-several-hubs", ids=several(hubs, ", "))]
    rows: tuple[tuple[Untold, ...], ...] = (
        (saying("form-suggested"), saying(f"form-{_FORMS[form]}")),
        *((saying("form-because"), reason) for reason in reasons),
        (saying("form-partnered"), Number(count)),
        (saying("form-together"), Number(largest)),
        (
            saying("form-most-partners"),
            saying("form-several-most", most=most) if hub is None else several((called, Number(most)), ": "),
        ),
        (saying("figure-degree-centralisation"), Number(centralisation, 2)),
        (saying("figure-density"), Number(density, 2)),
        (
            saying("form-delivered"),
            saying("form-no-single-hub") if hub is None else several(delivered, ", ", "nothing"),
        ),
        (saying("form-delivering"), several(others, ", ", "nobody")),
    )
    notes = (
        saying("form-note"),
        saying(
            "form-limits",
            centralised=Given(centralised),
            dense=Given(dense),
            together=Given(together),
        ),
        counted_words(model, counts),
    )
    return GovernanceForm(
        form,
        tuple(map(in_english, reasons)),
        tuple(around),
        hub,
        most,
        centralisation,
        density,
        largest / count if count else None,
        delivered,
        others,
        Sheet(saying("form-of", name=model.name), ("what", "finding"), rows, notes),
    )


def _centralisation(degrees: dict[str, int]) -> float | None:
    count = len(degrees)
    if count < 3:
        return None
    most = max(degrees.values())
    return sum(most - degree for degree in degrees.values()) / ((count - 1) * (count - 2))


def _largest(around: Adjacency) -> int:
    return max((end - begin for begin, end in separations(around).components), default=0)


def _delivery(model: PartnerModel, counts: Codes) -> dict[str, tuple[str, ...]]:
    """Return for each organisation the ids of what it delivers, in a status that counts."""
    counted = counted_codes(model, counts)
    found: dict[str, set[str]] = {}
    for one in provisions(model, model.once(links).served):
        if one.organisation is not None and (counted is None or one.status in counted):
            relations = [model.relations[id] for id in one.records if id in model.relations]
            if not any(it.source == one.organisation and it.role in _SUPPORTING for it in relations):
                found.setdefault(one.organisation, set()).add(one.provision)
    offers = model.codes("relation", "offers")
    for relation in model.relations.values():
        target = model.entity(relation.target)
        if relation.kind in offers and isinstance(target, Programme):
            status = joint_status((relation.status, target.status), model.vocabulary)
            delivers = relation.role not in _SUPPORTING and (counted is None or status in counted)
            if delivers and relation.source in model.organisations:
                found.setdefault(relation.source, set()).add(target.id)
    return {id: tuple(sorted(what)) for id, what in found.items()}
