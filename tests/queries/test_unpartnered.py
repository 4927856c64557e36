"""Who of a list has no partner of a sort: `unpartnered`, held to `partners`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.networks import STATUSES, networks
from tests.queries.town import town

from partnermodel.errors import UnknownTermError
from partnermodel.formats.files import load
from partnermodel.model.entities import Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.partnerships import partners
from partnermodel.queries.unpartnered import unpartnered
from partnermodel.values.identifiers import Identifier


@settings(max_examples=200)
@given(
    networks(),
    st.none() | st.sampled_from(["visit", "studio", "cooperates-with", "funds"]),
    st.none() | st.sampled_from(["school", "educational-institution"]),
    st.none() | st.sampled_from(["host", "party", "site"]),
    st.none() | st.sampled_from(STATUSES[:6]),
)
def test_a_partner_counts_as_it_does_for_partners(
    model: PartnerModel, kind: str | None, partner_kind: str | None, role: str | None, status: str | None
) -> None:
    """Who counts is whom `partners` finds; every other partner nearly counts, and lacks something."""
    model = model.with_(Organisation("o0", "Kept", kind="school"))
    found = unpartnered(
        model, model.organisations, kind=kind, partner_kind=partner_kind, role=role, status=status
    )
    assert [one.organisation for one in found.entries] == [*model.organisations]
    kinds = None if partner_kind is None else model.codes("organisation", partner_kind)
    for one in found.entries:
        assert one.organisation is not None
        counting = [
            partner.organisation.id
            for partner in partners(model, one.organisation, kind=kind, role=role, status=status)
            if kinds is None or partner.organisation.kind in kinds
        ]
        assert list(one.partners) == counting
        assert one.state == ("has a partner" if counting else "no partner")
        everybody = {partner.organisation.id for partner in partners(model, one.organisation)}
        assert {near.partner for near in one.nearly} == everybody - {*counting}
        lengths = [len(near.lacking) for near in one.nearly]
        assert lengths == sorted(lengths)
        for near in one.nearly:
            assert near.lacking
            assert near.records == near.tie.records
            assert near.tie.partner == near.partner
    assert found.items == tuple(one for one in found.entries if one.state != "has a partner")
    assert found.share == (len(found.entries) - len(found)) / len(found.entries)


def test_the_town_is_partnered_as_worked_out_by_hand() -> None:
    """By id, name, alias and number, with what nearly counts, and who the model does not know."""
    model = town().with_(Organisation("yolka", "Ёлка", status="exists"), Organisation("second", "Елка"))
    found = unpartnered(
        model,
        [
            "homes",
            "5503023451",
            Identifier("inn", "5503023451"),
            "минтруд",
            "theater",
            "ЁЛКА",
            "studio",
            "Care homes",
        ],
        kind="joint-training",
        partner_kind="educational-institution",
    )
    table = found.table()
    assert (table.caption, table.columns) == (
        "Without such a partner",
        ("listed", "id", "state", "partners", "nearly"),
    )
    assert [" | ".join(map(str, row)) for row in table.rows] == [
        "Care homes | homes | no partner | nobody | College “Yolka” (discussed); and 1 further off",
        (
            "College “Yolka” | college | no partner | nobody | Care homes (partner: residential care "
            "home, discussed); Ministry of Labour (partner: regional authority, discussed); "
            "Theatre (kind: media centre, partner: cultural institution)"
        ),
        (
            "Ministry of Labour | ministry | no partner | nobody | College “Yolka” (discussed); "
            "and 1 further off"
        ),
        'theater |  | not in the model | nobody | Did you mean "theatre"?',
        'ЁЛКА |  | more than one meant | nobody | It may mean "second" or "yolka".',
        'studio |  | not in the model | nobody | "studio" is of the type centre, not organisation.',
    ]
    assert table.notes == ("With such a partner: 0 of 6; not in the model: 2; more than one meant: 1.",)
    assert found[0].asked == ("homes", "Care homes")
    assert found[1].asked == ("5503023451", "INN 5503023451")
    assert found[0].nearly[0].records == (
        "training",
        "homes/participates-in/training/site",
        "college/participates-in/training/party",
    )
    assert found.share == 0


def test_in_omsk_no_institution_has_a_training_partner_yet() -> None:
    """The stationary institutions have one in discussion, and no tie of that kind that is active."""
    model = load("examples/omsk.json")
    found = unpartnered(
        model,
        ["stationary-institutions", "paralympic-training-centre"],
        partner_kind="vocational-college",
    )
    assert [(one.organisation, one.state) for one in found.entries] == [
        ("stationary-institutions", "no partner"),
        ("paralympic-training-centre", "has a partner"),
    ]
    assert [(near.partner, near.why) for near in found[0].nearly] == [
        ("omsk-college", "discussed"),
        ("omsk-labour-ministry", "partner: regional authority, discussed"),
    ]
    assert found.share == 0.5
    assert "Omsk College" in str(found.overview())


def test_an_ended_tie_nearly_counts() -> None:
    """A tie that is over is named as what it is."""
    model = PartnerModel(
        "Ended",
        [
            Organisation("school", "School"),
            Organisation("university", "University"),
            Relation("university", "trains-staff-of", "school", status="completed"),
        ],
    )
    (one,) = unpartnered(model, "school", kind="trains-staff-of")
    assert [(near.lacking, near.why) for near in one.nearly] == [(("status",), "completed")]
    assert unpartnered(model, [], kind="trains-staff-of").share is None


def test_unknown_words_are_refused() -> None:
    """A kind, a role or a status that nobody knows is refused with the nearest."""
    for words, said in (
        ({"kind": "join-training"}, 'no kind has the code "join-training". Did you mean "joint-training"?'),
        ({"partner_kind": "shool"}, 'no kind has the code "shool". Did you mean "school"?'),
        ({"role": "hots"}, 'no role has the code "hots". Did you mean "host"?'),
        ({"status": "actve"}, 'no status has the code "actve". Did you mean "active"?'),
    ):
        with pytest.raises(UnknownTermError) as caught:
            unpartnered(town(), ["homes"], **words)
        assert str(caught.value) == said
