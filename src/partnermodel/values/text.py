r"""What may stand in a text, as patterns that mean the same to Python and to ECMA 262 (JSON Schema).

Refused everywhere: control characters, lone surrogates, and the characters that override the
direction of what follows them, since each can make a reader, a terminal or an XML file see
something other than what is stored. Names in any script, joiners and direction marks are welcome.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from json.encoder import encode_basestring

from partnermodel.wording import worded

# Overrides and embeddings of direction, isolates, line separators, the byte-order mark, non-characters.
_HOSTILE = r"\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
# Spaces, and characters that cannot be seen: two ids that look alike must be alike.
_SPACE = r"\u0020"
_BLANK = (
    _SPACE + r"\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f\u202f\u205f-\u2065"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\uffa0"
)
# The dashes and quotation marks of general punctuation are too like each other.
_UNSEEN = _BLANK + r"\u2010-\u2027"

_UNSAFE = rf"[\u0000-\u001f{_HOSTILE}{_BLANK.removeprefix(_SPACE)}]"
_QUOTES = "\"'«»„“”‘’`"

# What normalisation (NFKC) leaves as it is, whatever stands beside it. But for №, most texts are of it.
_SETTLED = r"^[\n -~А-яЁё«»–—]*$"

# A line has something to see in it; written so that a long line is read once, never back and forth.
LINE = rf"^[{_BLANK}]*[^\u0000-\u001f{_BLANK}{_HOSTILE}][^\u0000-\u001f{_HOSTILE}]*$"
BLOCK = rf"^[^\u0000-\u0008\u000b-\u001f{_HOSTILE}]*$"
ID = rf"^[^\u0000-\u001f/{_HOSTILE}{_UNSEEN}]+$"
CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
EXTRA_KEY = r"^[a-z0-9][a-z0-9.-]*:[^\u0000-\u001f" + _HOSTILE + r"]+$"
PLACE_CODE = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
URL = r"^https?://[^\s\u0000-\u0020\"<>\\^`{|}" + _HOSTILE + r"]+$"


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Return the compiled pattern; `$` is read as ECMA 262 does, so a last line feed is no match.

    Example:
        >>> bool(compiled("^[a-z]+$").match("abc")), bool(compiled("^[a-z]+$").match("abc\n"))
        (True, False)
    """
    return re.compile(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)


def shown(value: object, longest: int = 60) -> str:
    r"""Return `value` as one short line of JSON for a message; what cannot be shown safely is escaped.

    Example:
        >>> shown("Омск"), shown("a\u202eb"), shown(None), shown([1, 2])
        ('"Омск"', '"a\\u202eb"', 'null', '[1, 2]')
    """
    try:
        # What json.dumps makes of a text, without setting up an encoder for it.
        text = encode_basestring(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        # A whole number of thousands of digits is refused by `repr`, too.
        holder = isinstance(value, list | dict | tuple | int)
        text = worded("a very large {sort}", sort=type(value).__name__) if holder else repr(value)
    if not (text.isascii() and text.isprintable()):
        text = compiled(_UNSAFE).sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def folded(text: str) -> str:
    """Return a text as it is compared: without case, ё as е, without quotation marks, spaces as one.

    Example:
        >>> folded("  Центр «Ёлка» "), folded("Strasse") == folded("Straße")
        ('центр елка', True)
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(compiled(f"[{_QUOTES}]").sub(" ", plain).split())


def folded_all(texts: Sequence[str]) -> list[str]:
    """Return very many texts folded: what `folded` makes of each, in half the time.

    Args:
        texts: Texts without line feeds.

    Example:
        >>> folded_all(["Школа № 5", "  Центр «Ёлка» "])
        ['школа no 5', 'центр елка']
    """
    if not texts:
        return []
    is_settled = compiled(_SETTLED).match
    lines = "\n".join(texts).replace("№", "No")  # as normalisation writes it
    if not is_settled(lines):
        lines = "\n".join(
            [line if is_settled(line) else unicodedata.normalize("NFKC", line) for line in lines.split("\n")]
        )
    plain = lines.casefold().replace("ё", "е")
    for quote in _QUOTES:
        plain = plain.replace(quote, " ")
    return [" ".join(line.split()) for line in plain.split("\n")]


def fallbacks(language: str) -> Iterator[str]:
    """Yield a language tag and then its shorter forms, as a lookup of RFC 4647 tries them.

    Example:
        >>> list(fallbacks("tt-Cyrl-RU"))
        ['tt-Cyrl-RU', 'tt-Cyrl', 'tt']
    """
    while language:
        yield language
        language = language.rpartition("-")[0]
