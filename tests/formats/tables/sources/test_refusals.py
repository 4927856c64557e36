"""The files that are refused: in one error of ours, in exact words, in bounded time."""

from __future__ import annotations

import re
import time
from pathlib import Path

import attrs
import pytest
from tests.formats.tables.sources.corpus import CORPUS, Bad
from tests.formats.tables.sources.making import rows, written
from tests.formats.test_invalid_corpus import ENGLISH, MISLEADING, QUOTED

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.opening import open_grids
from partnermodel.language.retelling import retold
from partnermodel.wording import Worded

WORDS = Path(__file__).parents[3] / "data" / "invalid_tables"


def refusal(bad: Bad) -> InvalidTableError:
    """Return the error with which a file is refused, when it is opened or when its rows are read."""
    path = written(bad.name, bad.make())
    with pytest.raises(InvalidTableError) as caught:
        _ = [rows(grid) for grid in open_grids(path, **bad.keywords)]
    return caught.value


def test_every_file_has_its_words_and_all_words_their_file() -> None:
    """For each file of the corpus there is a .txt and a .ru.txt; nothing else is there."""
    assert {path.name for path in WORDS.iterdir()} == {
        f"{name}{ending}" for name in CORPUS for ending in (".txt", ".ru.txt")
    }


@pytest.mark.parametrize("name", CORPUS)
def test_a_file_is_refused_in_exactly_these_words(name: str) -> None:
    """The message is that of the .txt; it comes from our own error alone, and soon."""
    began = time.perf_counter()
    error = refusal(CORPUS[name])
    assert f"{error}\n" == (WORDS / f"{name}.txt").read_text(encoding="utf-8")
    assert MISLEADING.search(str(error)) is None
    # No traceback of a library hangs on it.
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("name", CORPUS)
def test_a_file_is_refused_in_exactly_these_words_in_russian(name: str) -> None:
    """Told in Russian, the message is that of the .ru.txt, with nothing left in English."""
    error = refusal(CORPUS[name])
    told = retold(error, language="ru")
    assert f"{told}\n" == (WORDS / f"{name}.ru.txt").read_text(encoding="utf-8")
    for issue, again in zip(error.issues, told.issues, strict=True):
        assert (again.code, again.value) == (issue.code, issue.value)
        assert isinstance(issue.message, Worded)
        assert isinstance(issue.hint, Worded)
        assert ENGLISH.search(QUOTED.sub("", f"{again.message} {again.hint}")) is None


@pytest.mark.parametrize("name", CORPUS)
def test_every_fault_is_placed_worded_and_mended(name: str) -> None:
    """An issue has a code, a path that begins with the file, a clause without a full stop, and a mend."""
    bad = CORPUS[name]
    for issue in refusal(bad).issues:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", issue.code)
        assert issue.path.startswith(bad.name)
        assert not issue.message.endswith(".")
        assert issue.hint.endswith((".", "?"))
        assert attrs.evolve(issue).severity == "broken"
