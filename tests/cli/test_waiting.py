"""The bar: drawn for whoever waits at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys

import pytest

from partnermodel.cli import waiting
from partnermodel.cli.waiting import PATIENCE, bar


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the time that the bar sees, as the one item of a list."""
    now = [0.0]
    monkeypatch.setattr(waiting, "monotonic", lambda: now[0])
    return now


def test_a_long_reading_is_drawn_to_its_end(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """Once it is clear that a reading takes longer than one waits gladly, it is drawn."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with bar(lambda: "Reading big.json") as show:
        clock[0] = PATIENCE
        show(0.15)
        assert " 15%" in terminal.getvalue()
        show(1.0)
    assert "Reading big.json" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert "\n" in terminal.getvalue()


def test_a_bar_is_heard_some_times_and_not_a_hundred(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    """A screen reader says a line whenever it is drawn, so it is drawn for each tenth, and at the end."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with bar(lambda: "Reading big.json") as show:
        clock[0] = 10 * PATIENCE
        for step in range(1001):
            show(step / 1000)
    assert 5 < terminal.getvalue().count("%") <= 12
    assert "100%" in terminal.getvalue()


def test_a_short_reading_is_not_drawn(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """A bar that flashes by would only disturb: whoever need not wait sees none."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with bar(lambda: "Reading small.json") as show:
        clock[0] = PATIENCE / 4
        for share in (0.5, 1.0):
            show(share)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_nothing_is_drawn_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, clock: list[float], stream: io.StringIO | None
) -> None:
    """In a pipe, in a log, or without any standard error, a long reading leaves no trace."""
    monkeypatch.setattr(sys, "stderr", stream)
    with bar(lambda: "Reading big.json") as show:
        clock[0] = 10 * PATIENCE
        show(0.5)
    assert stream is None or stream.getvalue() == ""


def test_what_follows_a_broken_reading_begins_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    """When a reading fails half-way, the line of the bar is ended all the same."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())

    def fail_half_way() -> None:
        with bar(lambda: "Reading big.json") as show:
            clock[0] = PATIENCE
            show(0.5)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail_half_way()
    assert terminal.getvalue().rsplit("\n", 1)[1].strip("\x1b[?25h") == ""
