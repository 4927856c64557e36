"""Hypothesis strategies for versions of a model: what two people can have made of one file."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from tests.strategies import any_entities, blocks, citations, dates, extra, lines, localised, models

from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import OPEN, Period

SMALL: dict[str, Any] = {"max_entities": 5, "max_relations": 5}


@st.composite
def versions(draw: st.DrawFn, model: PartnerModel) -> PartnerModel:
    """Draw a version of a model as an editor could have left it: removed, changed and added to."""
    after = model
    if after:
        after = after.without(*draw(st.lists(st.sampled_from(list(after)), max_size=2)))
    for id in draw(st.lists(st.sampled_from(list(after)), max_size=3, unique=True)) if after else ():
        after = after.with_(draw(changed(after, after[id])))
    new = draw(any_entities())
    if new.id not in after and not new.evidence:
        after = after.with_(new)
    ends = list(after.entities)
    if len(ends) > 1:
        source, target = draw(st.permutations(ends))[:2]
        link = Relation(source, "zz-knows", target)
        after = after.with_(link) if link.id not in after else after
    name, language = (
        draw(st.just(was) | other) for was, other in ((after.name, lines()), (after.language, st.just("en")))
    )
    return PartnerModel(name, after.values(), vocabulary=after.vocabulary, language=language)


@st.composite
def changed(draw: st.DrawFn, model: PartnerModel, record: Record) -> Record:
    """Draw another version of a record, that fits where the record does."""
    documents = tuple(model.documents)
    changes: dict[str, st.SearchStrategy[Any]] = {
        "evidence": st.lists(citations(documents), max_size=2) if documents else st.just(()),
        "description": blocks(),
        "period": st.builds(Period, st.none() | dates(), st.sampled_from([None, OPEN])),
        "extra": extra(),
        "status": st.sampled_from(["planned", "active", "unknown"]),
    }
    if isinstance(record, Entity):
        changes = {key: one for key, one in changes.items() if key not in record.withheld}
        changes |= {"name": lines(), "names": localised()}
    chosen = draw(st.lists(st.sampled_from(sorted(changes)), min_size=1, max_size=3, unique=True))
    return attrs.evolve(record, **{key: draw(changes[key]) for key in chosen})


@st.composite
def strangers(draw: st.DrawFn) -> tuple[PartnerModel, PartnerModel]:
    """Draw two models: now strangers whose ids meet by chance, now two versions of one."""
    one = draw(models(**SMALL))
    return one, draw(models(**SMALL) | versions(one))


@st.composite
def families(draw: st.DrawFn) -> tuple[PartnerModel, PartnerModel, PartnerModel]:
    """Draw a common ancestor and two versions of it."""
    base = draw(models(**SMALL))
    return base, draw(versions(base)), draw(versions(base))
