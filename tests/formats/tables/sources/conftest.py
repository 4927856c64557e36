"""Every test of sources stands in a folder of its own, so that files have short names in messages."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
