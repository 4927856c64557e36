"""Sectors and governance: what the kinds of organisations and the shape of their network say."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.docs.blocks import ROOT

from partnermodel.analysis.indicators.governance import governance_form
from partnermodel.analysis.indicators.sectors import sector_mix
from partnermodel.errors import UnknownTermError
from partnermodel.formats.files import load
from partnermodel.model.entities import Group, Organisation, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation

SECTOR = {
    "vocational-college": "educational-institution",
    "educational-institution": "educational-institution",
    "employer": "employer",
    "zz-own": "zz-own",
    None: None,
}


@given(st.lists(st.sampled_from(list(SECTOR)), min_size=1, max_size=7), st.data())
def test_a_mix_is_counted_pair_by_pair(kinds: list[str | None], data: st.DataObject) -> None:
    """Pairs are within, between or unknown; Blau's index is the chance that two drawn with return differ."""
    ids = [f"o{number}" for number in range(len(kinds))]
    pairs = data.draw(st.lists(st.sampled_from([*combinations(ids, 2)]), unique=True)) if len(ids) > 1 else []
    model = PartnerModel(
        "Mix",
        [
            *(Organisation(id, id, kind=kind) for id, kind in zip(ids, kinds, strict=True)),
            *(Relation(one, "partners-with", other) for one, other in pairs),
        ],
    )
    sectors = {id: SECTOR[kind] for id, kind in zip(ids, kinds, strict=True)}
    mix = sector_mix(model)
    assert {one.sector: set(one.organisations) for one in mix} == {
        sector: {id for id in ids if sectors[id] == sector} for sector in sectors.values()
    }
    ends = [(sectors[one], sectors[other]) for one, other in pairs]
    assert mix.unknown == sum(None in both for both in ends)
    assert mix.within == sum(None not in both and both[0] == both[1] for both in ends)
    assert mix.between == len(ends) - mix.unknown - mix.within
    stated = [sector for sector in sectors.values() if sector is not None]
    if not stated:
        assert mix.blau is None
        return
    drawn = [one != other for one, other in product(stated, repeat=2)]
    assert mix.blau == pytest.approx(sum(drawn) / len(drawn))
    count = len(set(stated))
    assert (mix.blau_normalised is None) == (count < 2)
    if mix.blau is not None and mix.blau_normalised is not None:
        assert mix.blau_normalised == pytest.approx(mix.blau * count / (count - 1))
        assert 0 <= mix.blau_normalised <= 1
    for one in mix:
        touching = [both for both in ends if one.sector in both]
        if one.sector is None:
            assert (one.within, one.between, one.unknown) == (None, None, len(touching))
        else:
            assert one.within is not None
            assert one.between is not None
            assert one.within + one.between + one.unknown == len(touching)


def network(edges: Iterable[tuple[str, str]], *, offering: str = "") -> PartnerModel:
    """Return organisations of one letter, partners as the edges say, of which some offer a programme."""
    pairs = sorted({(min(edge), max(edge)) for edge in edges})
    ids = sorted({id for edge in pairs for id in edge} | set(offering))
    return PartnerModel(
        "Network",
        [
            *(Organisation(id, id.upper()) for id in ids),
            Group("deaf", "Deaf learners"),
            *(Relation(one, "partners-with", other, status="active") for one, other in pairs),
            *(Programme(f"programme-{id}", id, status="active") for id in offering),
            *(Relation(id, "offers", f"programme-{id}", status="active") for id in offering),
            *(Relation(f"programme-{id}", "serves", "deaf", status="active") for id in offering),
        ],
    )


STAR = [("a", other) for other in "bcde"]
WHOLE = list(combinations("abcde", 2))


@pytest.mark.parametrize(
    ("model", "form", "reason"),
    [
        (network(STAR, offering="ab"), "lead organisation", "A delivers services itself: programme-a."),
        (
            network(STAR, offering="bc"),
            "network administrative organisation",
            "A delivers no service; others do: b, c.",
        ),
        (
            network(STAR),
            "not clear",
            "Nobody is said to deliver a service, so its part in the network is not known.",
        ),
        (network(WHOLE), "shared governance", "Organisations work with each other: density 1.00."),
        (network([("a", "b")]), "not clear", "Only 2 organisations have a partner; a form takes three."),
        (network([]), "not clear", "Only 0 organisations have a partner; a form takes three."),
        (
            network([("a", "b"), ("c", "d"), ("e", "f")]),
            "not clear",
            "The largest connected part has 2 of 6 organisations.",
        ),
        (
            network(zip("abcdefgh", "bcdefgha", strict=True)),
            "not clear",
            "The network is neither centralised (0.00) nor dense (0.29).",
        ),
    ],
)
def test_what_a_structure_suggests(model: PartnerModel, form: str, reason: str) -> None:
    """A star turns around its hub, a whole graph around nobody; what cannot be told is not clear."""
    found = governance_form(model)
    assert found.form == form
    assert reason in found.reasons


def test_the_figures_of_a_star_and_of_a_whole_graph() -> None:
    """Centralisation is 1 for a star and 0 where all are alike (Freeman 1979); density is 2/n and 1."""
    star, whole = governance_form(network(STAR)), governance_form(network(WHOLE))
    assert (star.centralisation, star.density, star.hub, star.partners) == (1, 0.4, "a", 4)
    assert (whole.centralisation, whole.density, whole.hub, whole.together) == (0, 1, None, 1)


def test_a_role_that_only_supports_delivers_nothing() -> None:
    """Who funds a programme, or answers for it, takes part in it, and does not deliver it."""
    model = network(STAR, offering="b").with_(
        Relation("a", "participates-in", "programme-b", status="active", role="funding")
    )
    found = governance_form(model)
    answer = ("network administrative organisation", (), ("b",))
    assert (found.form, found.delivered, found.delivering) == answer
    offer = Relation("a", "offers", "programme-b", status="active", role="accountable")
    found = governance_form(network(STAR, offering="b").with_(offer))
    assert (found.form, found.delivered, found.delivering) == answer
    talk = Relation("a", "offers", "programme-b", status="discussed")
    assert governance_form(network(STAR, offering="b").with_(talk)).delivered == ()


def test_the_limits_decide() -> None:
    """Each limit is a keyword, from 0 to 1, and moves the answer."""
    path = network([("a", "b"), ("b", "c"), ("c", "d")], offering="b")
    assert governance_form(path).form == "shared governance"  # a half of the pairs, and none stands out
    assert governance_form(path, dense=0.6).form == "not clear"
    wheel = network([*STAR, ("b", "c"), ("d", "e")], offering="a")
    assert governance_form(wheel).form == "lead organisation"
    assert governance_form(wheel, centralised=0.9).form == "shared governance"
    apart = network([*STAR, ("f", "g")], offering="a")
    assert governance_form(apart).form == "not clear"
    assert governance_form(apart, together=0.7).form == "lead organisation"
    for limit in ("centralised", "dense", "together"):
        with pytest.raises(ValueError, match=rf"^{limit} is a number from 0 to 1, not 2$"):
            governance_form(path, **{limit: 2})  # type: ignore[arg-type]  # one of the limits
    with pytest.raises(UnknownTermError):
        governance_form(path, counts="actve")


def test_the_omsk_case() -> None:
    """Eight organisations of five sectors, no two partners of one; and no form of governance is clear."""
    model = load(ROOT / "examples" / "omsk.json")
    mix = sector_mix(model)
    assert [(one.sector, len(one.organisations), one.between) for one in mix] == [
        ("education-system", 1, 1),
        ("educational-institution", 2, 5),
        ("public-authority", 2, 5),
        ("social-care-institution", 2, 4),
        ("sport-organisation", 1, 1),
    ]
    assert (mix.within, mix.between, mix.unknown) == (0, 8, 0)
    assert mix.blau == pytest.approx(1 - (1 + 4 + 4 + 4 + 1) / 64)
    assert governance_form(model).reasons == ("The largest connected part has 2 of 6 organisations.",)
    assert governance_form(model, counts=None).form == "not clear"
