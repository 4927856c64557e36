"""The invalid corpus: files that people write by mistake, each beside the exact words of its refusal."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from partnermodel.errors import PartnermodelError
from partnermodel.formats.files import loads
from partnermodel.language.retelling import retold
from partnermodel.wording import Worded

CORPUS = Path(__file__).parents[1] / "data" / "invalid"
FILES = sorted(CORPUS.glob("*.json"))

# What a reader, a terminal or a log could be misled by.
MISLEADING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

# Numbers in the corpus that are of the form of a natural person's.
PERSONAL = ("500100732259", "5001 0073 2259", "304500116000157")

# What would be left of English where a part of a message has not been told again.
ENGLISH = re.compile(
    r"(?<![-/\w])(an?|the|of|is|are|and|or|not|no|to|with|more|than|belongs?|text|open|unknown|here)(?![-/\w])"
)
QUOTED = re.compile(r'"[^"]*"|\{[^}]*\}|\[[^]]*\]|круг: .*')


def refusal(path: Path) -> PartnermodelError:
    """Return the error with which a file is refused."""
    with pytest.raises(PartnermodelError) as caught:
        loads(path.read_bytes(), source=path.name)
    return caught.value


def test_every_document_has_its_words_and_every_word_its_document() -> None:
    """Beside each .json stands a .txt of the same name, and a .ru.txt; nothing else is there."""
    expected = {path.with_suffix(suffix) for path in FILES for suffix in (".json", ".txt", ".ru.txt")}
    assert set(CORPUS.iterdir()) == expected
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_document_is_refused_in_exactly_these_words(path: Path) -> None:
    """The error and its message are those of the .txt, on every Python alike, and safe to print."""
    error = refusal(path)
    worded = f"{type(error).__name__}: {error}\n"
    assert worded == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert MISLEADING.search(worded) is None
    assert not any(number in worded + str(error.issues) for number in PERSONAL)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_document_is_refused_in_exactly_these_words_in_russian(path: Path) -> None:
    """Told in Russian, the error is that of the .ru.txt: the same places, values and codes in other words."""
    error = refusal(path)
    told = retold(error, language="ru")
    said = f"{type(told).__name__}: {told}\n"
    assert said == path.with_suffix(".ru.txt").read_text(encoding="utf-8")
    assert MISLEADING.search(said) is None
    assert not any(number in said for number in PERSONAL)
    assert isinstance(error.heading, Worded)
    for issue, again in zip(error.issues, told.issues, strict=True):
        assert attrs.evolve(again, message=issue.message, hint=issue.hint) == issue
        assert isinstance(issue.message, Worded)
        assert isinstance(issue.hint, Worded)
        assert ENGLISH.search(QUOTED.sub("", f"{again.message} {again.hint}")) is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_placed_worded_and_mended(path: Path) -> None:
    """An issue has a code, a path from the root, a clause without a full stop, and a sentence that mends."""
    error = refusal(path)
    for issue in error.issues:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", issue.code)
        assert issue.path.startswith("$")
        assert issue.message
        assert not issue.message.endswith(".")
        assert issue.hint.endswith((".", "?"))
        assert issue.severity == "broken"
        assert len(str(issue)) < 500
    if not error.issues:  # a format version has no place to be mended at
        assert str(error).endswith(".")
