"""What is measured by every engine is tested with each that is installed."""

from __future__ import annotations

import pytest

from partnermodel.graph.measures.engines import Engine


@pytest.fixture(params=("python", "rustworkx", "scipy"), scope="module")
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return an engine that is installed."""
    found: Engine = request.param
    if found != "python":
        pytest.importorskip(found)
    return found
