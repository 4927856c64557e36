"""What all answers of the analysis have in common with those of the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from tests.analysis.resilience.leaving import registers
from tests.queries.test_results import HOSTILE, is_a_value, said
from tests.strategies import models

from partnermodel.analysis.indicators.durations import durations
from partnermodel.analysis.indicators.governance import governance_form
from partnermodel.analysis.indicators.intensity import intensity
from partnermodel.analysis.indicators.levels import collaboration_levels
from partnermodel.analysis.indicators.ratings import ratings
from partnermodel.analysis.indicators.sectors import sector_mix
from partnermodel.analysis.indicators.statuses import status_mix
from partnermodel.analysis.indicators.turnover import turnover
from partnermodel.analysis.resilience.brokers import brokers
from partnermodel.analysis.resilience.losses import loss_of, sole_providers
from partnermodel.analysis.resilience.order import losses_in_order
from partnermodel.model.entities import (
    Centre,
    Group,
    Initiative,
    Organisation,
    Place,
    Programme,
)
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.levels import Level
from partnermodel.values.table import Shown

TYPES = (Organisation, Organisation, Organisation, Group, Place, Programme, Initiative, Centre)
SCALE = "levels-of-collaboration-scale"


def answers(model: PartnerModel, counts: Codes = None) -> Iterator[Shown]:
    """Yield an answer of every sort that the analysis can give."""
    yield intensity(model, counts=counts, as_of="2026")
    yield durations(model, counts=counts, as_of="2026")
    yield status_mix(model)
    yield collaboration_levels(model, scheme=SCALE)
    yield ratings(model)
    yield sector_mix(model, counts=counts)
    yield governance_form(model, counts=counts)
    yield turnover(model, model.without(*list(model.organisations)[:1]), counts=counts)
    yield brokers(model, counts=counts)
    yield sole_providers(model, counts=counts)
    yield losses_in_order(model, counts=counts)
    for id in list(model.organisations)[:2]:
        yield loss_of(model, id, counts=counts)


@settings(max_examples=25)
@given(models(types=TYPES, max_relations=25) | registers())
def test_an_answer_is_a_value(model: PartnerModel) -> None:
    """An answer is equal to itself asked again, pickled and copied, has one hash, and can not be changed."""
    for first, again in zip(answers(model), answers(model), strict=True):
        is_a_value(first, again)
        assert repr(first).startswith(f"{type(first).__name__}(")
        assert "Phrase(" not in repr(first)


@settings(max_examples=25)
@given(models(types=TYPES, max_relations=25) | registers())
def test_what_is_printed_is_what_the_notebook_says(model: PartnerModel) -> None:
    """Text and HTML hold the same caption, cells and notes; no number is infinite or none at all."""
    for counts in (None, "active"):
        for answer in answers(model, counts):
            said(answer)
            assert not re.search(r"\b(nan|inf)\b", str(answer.table().notes))


@settings(max_examples=15)
@given(registers())
def test_the_order_of_the_records_makes_no_difference(model: PartnerModel) -> None:
    """A model whose records were given in another order has the same answers."""
    other = PartnerModel(model.name, reversed(list(model.values())))
    assert list(answers(model)) == list(answers(other))


def test_hostile_words_stay_words() -> None:
    """Markup in names is text and nothing else, and an empty model has answers, too."""
    model = PartnerModel(
        HOSTILE,
        [
            *(Organisation(id, HOSTILE) for id in "abc"),
            Programme("p", HOSTILE, status="active"),
            Group("g", HOSTILE),
            Place("t", HOSTILE),
            Relation("a", "cooperates-with", "b", level=Level(SCALE, "networking"), status="active",
                     extra={"partner:reliability": 3}),
            Relation("b", "cooperates-with", "c", status="active"),
            Relation("a", "offers", "p"),
            Relation("p", "serves", "g"),
            Relation("p", "located-in", "t"),
        ],
        language="en",
    )  # fmt: skip
    for answer in answers(model, "active"):
        read = said(answer)
        assert "alert" in "".join(cell for row in read.rows for cell in row) + "".join(
            read.captions + read.notes
        )
    for answer in answers(PartnerModel("Empty")):
        said(answer)
