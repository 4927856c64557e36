"""What can go wrong, as values that a person can act on: `Issue`, and one tree of errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from partnermodel.wording import NOTHING, Worded, worded

BROKEN = "broken"
DOUBTFUL = "doubtful"

# A file with a hundred thousand faults has one cause, not a hundred thousand readers.
WORDED_AT_MOST = 100

_MANY_WORDS = 1000


@attrs.frozen
class Issue:
    """One fault, or one doubt: where it is, what is wrong, and how to mend it.

    Attributes:
        code: What sort of fault it is, in kebab-case; stable, for machines.
        path: Where it is: a JSONPath into a file (`$.organisations[3].period.start`), or the
            Python expression that leads to it (`organisations["omsk-college"].kind`).
        value: The value that is refused, as JSON, shortened to one line; empty when there is none.
        message: What is wrong, as a clause without its full stop.
        hint: How to mend it, as a sentence; empty when nothing useful can be said.
        severity: `"broken"` (the model cannot be trusted) or `"doubtful"` (a person should look).
        records: The ids of the records that it concerns.
        also: The other places where the very same is wrong, all of them; the message names the first.

    Example:
        >>> print(Issue("self-relation", "$.relations[0]", message="it is a loop", hint="Mend it."))
        $.relations[0]: it is a loop. Mend it. [self-relation]
    """

    code: str
    path: str
    value: str = attrs.field(kw_only=False, default="")
    message: str = ""
    hint: str = ""
    severity: str = attrs.field(default=BROKEN, kw_only=True)
    records: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    also: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.path}: {self.message}.{hint} [{self.code}]"

    def under(self, prefix: str) -> Issue:
        """Return the same issue seen from further out: `prefix` is put before its path."""
        return attrs.evolve(self, path=prefix + self.path)


class PartnermodelError(Exception):
    """The root of every error that the library raises on purpose.

    Attributes:
        heading: What failed, as a clause.
        issues: Every fault that was found, in the order of the file or of the arguments.
        rest: What stands for those of them that are not written out; empty when all are.
    """

    def __init__(self, heading: str, issues: Iterable[Issue] = ()) -> None:
        self.heading = heading
        self.issues = tuple(issues)
        more = len(self.issues) - WORDED_AT_MOST
        self.rest: str = worded("… and {more} more", more=more) if more > 0 else NOTHING
        super().__init__(heading, self.issues)

    def __str__(self) -> str:
        lines = [self.heading, *(f"  {issue}" for issue in self.issues[:WORDED_AT_MOST])]
        if self.rest:
            lines.append(f"  {self.rest}")
        return "\n".join(lines)


class InvalidRecordError(PartnermodelError, ValueError):
    """A record or a value was built in Python from arguments that it cannot hold.

    Attributes:
        place: What each path begins with: the class, and the id if there is one.
    """

    place: str = ""


class InvalidDocumentError(PartnermodelError, ValueError):
    """A document cannot be read as a model: its syntax, a type, a key or a value is wrong."""


class IntegrityError(PartnermodelError, ValueError):
    """Each record is well formed, but together they contradict: ids, ends, cycles."""


class InvalidTableError(PartnermodelError, ValueError):
    """A file or a frame cannot be read as a table: its encoding, its form or a cell is wrong."""


class UnsupportedFormatError(PartnermodelError, ValueError):
    """A document has a format version that this release does not read."""


class UnknownIdError(PartnermodelError, KeyError):
    """No record of the model has this id."""


class UnknownTermError(PartnermodelError, KeyError):
    """No term of the vocabulary has this code."""


class MissingExtraError(PartnermodelError, ImportError):
    """A feature needs a package that is not installed; the message names the extra that brings it."""


def missing_extra(need: Worded, extra: str, instead: Worded = NOTHING) -> MissingExtraError:
    """Return the error that says what needs which package, and which extra brings that.

    Args:
        need: What needs which package, as a clause without its full stop.
        extra: The extra.
        instead: What can be had without the package, as a sentence.

    Example:
        >>> print(missing_extra(worded("Parquet needs pyarrow"), "arrow", worded("CSV needs none.")))
        Parquet needs pyarrow; the extra "arrow" brings it: pip install "partnermodel[arrow]". CSV needs none.
    """
    brings = worded(
        '{need}; the extra "{extra}" brings it: pip install "partnermodel[{extra}]"', need=need, extra=extra
    )
    return MissingExtraError(
        worded("{brings}. {instead}", brings=brings, instead=instead) if instead else brings
    )


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` that is most like `word`, or None when none is alike.

    Likeness is the ratio of Ratcliff and Obershelp, as `difflib` computes it; 0.6 is the least.
    Of more than a thousand words only those are looked at that share the longest beginning or end
    with `word`, at the least half of it: so much is the same after one slip of the finger.

    Example:
        >>> nearest("organisatons", ["organisations", "centres"])
        'organisations'
    """
    from difflib import get_close_matches

    candidates = list(words)
    if len(candidates) > _MANY_WORDS:
        candidates = [other for other in candidates if abs(len(other) - len(word)) <= 2]
        alike: list[str] = []
        for size in range(len(word), max(len(word) // 2, 1) - 1, -1):
            ends = word[:size], word[-size:]
            alike = [other for other in candidates if other.startswith(ends[0]) or other.endswith(ends[1])]
            if alike:
                break
        candidates = alike[:50]
    found = get_close_matches(word, candidates, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> Worded:
    """Return the sentence "Did you mean …?" for the nearest of `words`, or an empty string.

    Example:
        >>> did_you_mean("shool", ["school", "university"])
        'Did you mean "school"?'
    """
    near = nearest(word, words)
    return worded('Did you mean "{near}"?', near=near) if near else NOTHING


class Suggestions:
    """What `did_you_mean` says, for as many faults of a run as are worded, and nothing for the rest.

    To search for the nearest of a hundred thousand ids a hundred thousand times would take hours.

    Example:
        >>> Suggestions(lambda: ["omsk", "tomsk"]).of("omks")
        'Did you mean "omsk"?'
    """

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        """Take what gives the words; it is called when the first suggestion is asked for."""
        self._words = words
        self._found: list[str] | None = None
        self._left = WORDED_AT_MOST

    def of(self, word: str) -> Worded:
        """Return the sentence "Did you mean …?", or an empty string."""
        if self._left == 0:
            return NOTHING
        self._left -= 1
        if self._found is None:
            self._found = list(self._words())
        return did_you_mean(word, self._found)
