"""How two organisations are joined, as the cells of a table."""

from __future__ import annotations

from partnermodel.language.sayings import Untold, saying, several
from partnermodel.model.model import PartnerModel
from partnermodel.model.ties import Tie
from partnermodel.queries.answers import label, named


def tie_cells(model: PartnerModel, tie: Tie, one: str, other: str) -> tuple[Untold, ...]:
    """Return how two are joined, how far it has come, and by which record.

    `one` and `other` are the keys of what is said of their roles.
    """
    how: Untold
    if tie.via is None:
        relation = model.relations[tie.relations[0]]
        how = label(model, "relation", relation.kind, inverse=relation.source != tie.organisation)
    else:
        how = saying("tie-shared", name=named(model, model.entity(tie.via)))
    roles = [
        saying(key, role=label(model, "role", role))
        for key, role in ((one, tie.role), (other, tie.partner_role))
        if role is not None
    ]
    if roles:
        how = saying("in-brackets", what=how, why=several(roles, ", "))
    return how, label(model, "status", tie.status), tie.via or tie.relations[0]
