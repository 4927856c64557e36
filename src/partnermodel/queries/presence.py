"""Whether an organisation that is asked about is there to be asked about."""

from __future__ import annotations

from partnermodel.errors import UnknownIdError
from partnermodel.model.catalogues import type_of
from partnermodel.model.days import Span
from partnermodel.model.joins import Joins
from partnermodel.model.model import PartnerModel
from partnermodel.model.nouns import type_word
from partnermodel.values.dates import Day, as_text
from partnermodel.values.text import shown
from partnermodel.wording import worded


def must_be_there(model: PartnerModel, joins: Joins, id: str, days: Span, at: Day | None) -> None:
    """Refuse what is no organisation, or nothing, or an organisation that is not there on the day.

    Args:
        model: The model.
        joins: The index of the model.
        id: The id that was given.
        days: The days that the day covers.
        at: The day as it was given.

    Raises:
        UnknownIdError: No organisation has the id, or it is not there.
    """
    if id not in joins.links:
        if id in model:
            raise UnknownIdError(
                worded(
                    "{id} is of the type {type}, not organisation.",
                    id=shown(id),
                    type=type_word(type_of(model[id])),
                )
            )
        _ = model.organisations[id]  # it is not there, and this says which is near
    first, last = joins.limits(id)
    if first > days[1] or last < days[0]:
        raise UnknownIdError(
            worded(
                "{id} is not there on {day}: its period is {period}.",
                id=shown(id),
                day=as_text(at),
                period=model.organisations[id].period.told(),
            )
        )
