"""Who has something in common with whom: `Sharing`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnermodel.model.entities import Place
from partnermodel.queries.sharing import Sharing

HOLDINGS = st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=8)
"""What each of some entities has; some have a thing twice."""


@given(HOLDINGS)
def test_those_who_have_a_thing_in_common_stand_together(holdings: list[list[str]]) -> None:
    """It is each thing that two have, in the order in which it is first seen, with all who have it, once."""
    shared: Sharing[str] = Sharing()
    places = [Place(f"p{number}", "P") for number in range(len(holdings))]
    for place, held in zip(places, holdings, strict=True):
        for key in held:
            shared.add(key, place)
    seen = dict.fromkeys(key for held in holdings for key in held)
    holders = {
        key: [place for place, held in zip(places, holdings, strict=True) if key in held] for key in seen
    }
    assert list(shared.clusters()) == [some for some in holders.values() if len(some) > 1]
