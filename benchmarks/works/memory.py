"""What a loaded model keeps in memory, and the most that was in use while it was loaded."""

from __future__ import annotations

from benchmarks.contest import Contest, Target
from benchmarks.works.load import LOADERS, PYDANTIC, STRUCTS


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "memory of the loaded model",
            LOADERS,
            floor=STRUCTS,
            measures=("resident", "peak"),
            fresh=True,
            rounds=3,
            targets=(
                Target(1, of=STRUCTS, measure="resident"),
                Target(1 / 3, of=PYDANTIC, measure="resident"),
            ),
        ),
    )
