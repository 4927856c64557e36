"""Expectations of a model, drawn."""

from __future__ import annotations

from hypothesis import strategies as st

from partnermodel.model.model import PartnerModel
from partnermodel.queries.expectations import Expectation, Expected

KINDS = ("welding", "visit", "studio", "school", "training-programme", "staff-training", "media-centre")


@st.composite
def profiles(draw: st.DrawFn, model: PartnerModel, *, most: int = 6) -> Expectation:
    """Draw a profile of the groups and places of a model that has some."""
    used = {one.kind for one in model.entities.values()}
    cells = st.builds(
        Expected,
        st.sampled_from([*model.groups]),
        st.none() | st.sampled_from([*model.places]),
        st.none() | st.sampled_from([kind for kind in KINDS if "-" in kind or kind in used]),
        at_least=st.integers(min_value=1, max_value=3),
    )
    return Expectation(draw(st.lists(cells, max_size=most, unique_by=lambda cell: cell.key)))
