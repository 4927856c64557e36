"""The weights of edges: which numbers they may be, and what they add up to."""

from __future__ import annotations

import re
from fractions import Fraction
from math import inf, isfinite, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.graph.weights import LARGEST, evened, total, weight_of


@given(st.one_of(st.integers(-(10**9), 10**9), st.booleans(), st.fractions(), st.floats(-LARGEST, LARGEST)))
def test_a_number_stays_what_it_is(value: Any) -> None:
    """What is a finite number is the nearest int or float of Python itself."""
    found = weight_of(value, "weight", "a", "b")
    assert type(found) in (int, float)
    assert found == (value if isinstance(value, int) else float(value))


@pytest.mark.parametrize(
    ("value", "signed", "said"),
    [
        ("much", True, 'is a finite number, not "much"'),
        (None, True, "is a finite number, not null"),
        (nan, True, "is a finite number, not NaN"),
        (inf, False, "is a finite number from 0 up, not Infinity"),
        (-1, False, "is a finite number from 0 up, not -1"),
        pytest.param(10**5000, True, "is larger than the largest float", id="too-long-to-print"),
        (Fraction(10**400), False, "is larger than the largest float"),
    ],
)
def test_what_is_no_weight_is_refused(value: object, signed: bool, said: str) -> None:
    """What is no finite number, or below 0 where it may not be, is refused with its edge."""
    message = f'weight of the edge from "a" to "b" {said}'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        weight_of(value, "weight", "a", "b", signed=signed)


@pytest.mark.parametrize("values", [[1e308, 1e308], [-1e308, -1e308], [10**308] * 2, [10**308] * 20 + [0.5]])
def test_a_sum_is_a_number(values: list[float]) -> None:
    """A sum that is larger than any float is refused, whether of whole numbers or fractions."""
    message = "the sum of the edges' weight is larger than the largest float"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        total(values, "weight")


@given(st.lists(st.lists(st.floats(0, LARGEST), max_size=4), max_size=4))
def test_evened_numbers_are_the_same_shares(rows: list[list[float]]) -> None:
    """Each is as much of the largest as before, and the squares of all add up to a finite number."""
    found = evened(rows)
    assert [len(row) for row in found] == [len(row) for row in rows]
    before, after = [value for row in rows for value in row], [value for row in found for value in row]
    assert isfinite(sum(value * value for value in after))
    largest = max(before, default=0.0)
    if largest:
        assert [value / max(after) for value in after] == pytest.approx([value / largest for value in before])


@given(st.lists(st.sampled_from((1, 2, 0.1, 0.3, 1e16)), max_size=6), st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_its_order(values: list[float], random: Any) -> None:
    """However numbers are ordered, their sum is the same; of whole numbers it is whole."""
    assert total(values) == total(random.sample(values, len(values)))
    assert isinstance(total(values), int) == all(isinstance(value, int) for value in values)
    assert total(values) == pytest.approx(sum(values))
