"""Which new relations would close the most gaps, or join the most separate parts; each with its reasons."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from partnermodel.analysis.recommending.bridging import bridges, parts_of
from partnermodel.analysis.recommending.choosing import Choice, Offer, Rank, chosen
from partnermodel.analysis.recommending.closing import Closing, Steps
from partnermodel.analysis.recommending.footing import Footing
from partnermodel.analysis.recommending.grounds import Grounds
from partnermodel.analysis.recommending.proposals import ACTIONS, Proposal
from partnermodel.analysis.recommending.recommendation import Recommendation, Recommendations
from partnermodel.analysis.recommending.wording import row, sentence
from partnermodel.errors import did_you_mean
from partnermodel.language.sayings import Saying, in_english, saying
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.expectations import Expectation, Expected, expectation
from partnermodel.queries.unmet import Outcome, unmet
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.wording import one_of_these, worded

Cost = Callable[[Proposal], float] | Mapping[str, float] | None
"""What a step costs: by a function, or by its action; 1 where nothing is said."""

AIMS = ("gaps", "parts", "both")


@door
def recommend(
    model: PartnerModel,
    expectation: Expectation | Iterable[Expected] | None = None,
    *,
    close: str = "gaps",
    at_most: int | None = 5,
    cost: Cost = None,
    progress: Callable[[float], None] | None = None,
) -> Recommendations:
    """Return which steps to take first, to close gaps, to join separate parts of the network, or both.

    A gap is an expected cell that `unmet` finds. What could close it, the sooner the better:

    - what is begun already, discussed, planned or not known to be active: to move on with it (`agree`);
    - what serves the group, but nobody says where: to find out (`ask`);
    - what is in the place and serves others: to serve this group too (`serve`);
    - a partner of who gives something elsewhere, who gives it here too (`join`);
    - what is in a wider place: to be in this one as well (`extend`);
    - an organisation in the place that gives the like, or serves the group, or else any there: to begin a new
      programme, centre or initiative of the kind (`begin`);
    - where none of these would add to the gap: what is in the place and serves nobody so far, or only did
      what did not work out: to serve the group (`serve`).

    Where there is enough of the first two, none of the others is proposed for the gap. A new relation
    leads from one organisation or thing to another, to a group or a place: never from or to a person.

    Parts of the network are the connected components of the organisations by active ties. They are joined
    by a tie that is discussed already (`agree`), or by a new one (`connect`) between two organisations that
    are in one place, serve one group, or else have the most partners. Of the largest parts, one more than
    the steps that are asked for and at the most 30, each pair is looked at; the other parts beside the
    largest.

    The steps are chosen one by one, each time the one that adds to the most gaps (or connects the most
    pairs of organisations, or the greatest sum of the shares of both) for its cost. For gaps this is the
    greedy algorithm for the weighted set cover (Chvátal, A greedy heuristic for the set-covering problem,
    1979): all steps together cost at most H(d) = 1 + 1/2 + … + 1/d times as much as the best choice among the
    same steps, where d is the most gaps that one of them adds to, if `at_most` does not end it before. Of
    steps that are worth as much, the first is what was not tried before, then by the order of the actions
    above, then what is named rather than a set, then for two to connect how much they have in common, then
    the greatest score, then the ids.

    Args:
        model: The model. To see a day, filter it first.
        expectation: The profile; left out, it is the gaps of `coverage(model)`: each group in each place.
        close: `gaps`, `parts` or `both`.
        at_most: How many steps at the most; None for as many as do anything.
        cost: What a step costs: a function of the `Proposal`, or a mapping of its action; else 1.
        progress: Called now and then with the share of the work that is done, 0 to 1.

    Returns:
        The steps in their order. Each says what it closes, what it rests on, what was tried before, and
        a second opinion, which decides only between steps that are worth as much: the index of Adamic and
        Adar (Friends and neighbors on the Web, 2003) between who would act and who serves the group
        already. Between two separate parts it is 0.

    Raises:
        UnknownIdError: The expectation has a group or a place that the model does not know.
        UnknownTermError: It has a kind that nobody knows.
        ValueError: `expectation`, `close`, `at_most` or a cost is not what it should be.

    Example:
        >>> from partnermodel import Expected, Group, PartnerModel, Programme, Relation, recommend
        >>> model = PartnerModel("Town", [
        ...     Group("deaf", "Deaf learners"), Programme("signs", "Sign language", status="discussed"),
        ...     Relation("signs", "serves", "deaf"),
        ... ])
        >>> print(recommend(model, [Expected("deaf")])[0].reason)
        Move on with Sign language (discussed), for Deaf learners.
    """
    _refuse(close, at_most, cost)
    told = progress or (lambda share: None)
    return _recommended(model, expectation, close=close, at_most=at_most, cost=cost, told=told)


@collector_paused(kept=True)
def _recommended(
    model: PartnerModel,
    expectation: Expectation | Iterable[Expected] | None,
    *,
    close: str,
    at_most: int | None,
    cost: Cost,
    told: Callable[[float], None],
) -> Recommendations:
    footing = model.once(Footing)
    grounds = Grounds(footing)
    gaps: Sequence[Outcome] = ()
    steps: Steps = {}
    if close != "parts":
        gaps = unmet(model, _all_places(model) if expectation is None else expectation).items
        told(0.1)
        steps = Closing(footing, gaps).found(lambda: told(0.3))
    told(0.5)
    parts = parts_of(footing)
    separate = parts.separate
    if close != "gaps":
        for proposal in bridges(footing, parts, at_most):
            steps.setdefault(proposal, {})
    offers, proposals = _offers(steps, gaps, grounds, cost)
    told(0.8)
    missing = [gap.missing for gap in gaps]
    needs = {"gaps": 1.0, "parts": 0.0, "both": 1 / max(1, sum(missing))}[close]
    joins = {"gaps": 0.0, "parts": 1.0, "both": 1 / max(1, separate)}[close]
    choices = chosen(offers, missing, parts, needs=needs, joins=joins, at_most=at_most)
    items = tuple(_told(grounds, proposals[one.offer], offers[one.offer], one, gaps) for one in choices)
    closed = {gap for one in choices for gap in one.closed}
    left = tuple(gap for place, gap in enumerate(gaps) if place not in closed)
    told(1.0)
    rows = tuple(row(grounds, one) for one in items)
    notes = []
    if close != "parts":
        notes.append(_state_of_gaps(model, gaps, left, asked=expectation is not None))
    if close != "gaps" and not separate:
        notes.append(saying("recommended-whole"))
    return Recommendations(items, left, separate, rows, tuple(filter(None, notes)))


def _state_of_gaps(
    model: PartnerModel, gaps: Sequence[Outcome], left: Sequence[Outcome], *, asked: bool
) -> Saying | None:
    """Return what there is to say of gaps: how many stay, or why there are none; None if all are closed."""
    if left:
        return saying("recommended-left", number=len(left))
    if gaps:
        return None
    return saying("recommended-met" if asked or model.groups else "recommended-no-group")


def _refuse(close: str, at_most: int | None, cost: Cost) -> None:
    if close not in AIMS:
        hint = did_you_mean(str(close), AIMS) or one_of_these(AIMS)
        raise ValueError(
            worded("close is {close}, which nothing is called. {hint}", close=shown(close), hint=hint)
        )
    if at_most is not None and (isinstance(at_most, bool) or not isinstance(at_most, int) or at_most < 0):
        raise ValueError(
            worded(
                "at_most is {at_most}; give a whole number of steps, or None for all.", at_most=shown(at_most)
            )
        )
    if isinstance(cost, Mapping):
        for action in cost:
            if action not in ACTIONS:
                hint = did_you_mean(str(action), ACTIONS) or one_of_these(ACTIONS)
                raise ValueError(
                    worded(
                        "{action} is not an action that has a cost. {hint}", action=shown(action), hint=hint
                    )
                )


def _all_places(model: PartnerModel) -> Expectation:
    return expectation(model, places=model.places or None)


def _cost(cost: Cost, proposal: Proposal) -> float:
    if cost is None:
        return 1
    found = cost.get(proposal.action, 1) if isinstance(cost, Mapping) else cost(proposal)
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 < found < math.inf:
        raise ValueError(
            worded(
                "{action} costs {found}; give a number above 0.", action=proposal.action, found=repr(found)
            )
        )
    return found


def _offers(
    steps: Steps, gaps: Sequence[Outcome], grounds: Grounds, cost: Cost
) -> tuple[list[Offer], list[Proposal]]:
    offers = [
        Offer(
            tuple(adds.items()),
            proposal.pairs,
            _cost(cost, proposal),
            partial(_rank, proposal, adds, gaps, grounds),
        )
        for proposal, adds in steps.items()
    ]
    return offers, list(steps)


def _rank(proposal: Proposal, adds: Iterable[int], gaps: Sequence[Outcome], grounds: Grounds) -> Rank:
    """Return what decides between steps that are worth as much."""
    score = grounds.score(proposal)
    return (
        grounds.tried_by(proposal, [gaps[gap].expected for gap in adds]),
        ACTIONS.index(proposal.action),
        grounds.collective(proposal),
        -grounds.common(proposal),
        0.0 if score is None else -round(score, 9),
        proposal.source,
        proposal.target,
        proposal.kind,
        proposal.group or "",
        proposal.place or "",
        " ".join(proposal.advances),
    )


def _told(
    grounds: Grounds, proposal: Proposal, offer: Offer, choice: Choice, gaps: Sequence[Outcome]
) -> Recommendation:
    added = [gaps[gap].expected for gap in choice.added]
    closed = {*choice.closed}
    cells = [gaps[gap].expected for gap, _ in offer.adds]
    return Recommendation(
        proposal,
        tuple(gaps[gap].expected for gap in choice.added if gap in closed),
        tuple(gaps[gap].expected for gap in choice.added if gap not in closed),
        choice.joined,
        offer.cost,
        tuple(grounds.grounds(proposal, added or cells)),
        tuple(dict.fromkeys(grounds.against(proposal, added or cells))),
        grounds.score(proposal),
        in_english(reason := sentence(grounds, proposal, added or cells)),
        reason,
    )
