"""The words of a model: the standard ones, and those that a file adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache, partial

import attrs

from partnermodel.errors import Issue, Suggestions, UnknownTermError, did_you_mean
from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import many
from partnermodel.values.stating import stated_only
from partnermodel.values.text import fallbacks, shown
from partnermodel.vocabulary.terms import RelationTerm, Term, listed_relation_terms, listed_terms
from partnermodel.wording import together, worded

AnyTerm = Term | RelationTerm

RELATION = "relation"
"""The scheme of the kinds of relation."""


def scheme_of(term: AnyTerm) -> str:
    """Return the scheme that a term belongs to.

    Example:
        >>> scheme_of(Term("status", "on-hold", labels={"en": "on hold"}))
        'status'
    """
    return term.scheme if isinstance(term, Term) else RELATION


@lru_cache(maxsize=1)
def _standard() -> dict[str, dict[str, AnyTerm]]:
    from partnermodel.vocabulary.relations import RELATIONS
    from partnermodel.vocabulary.words import SCALES, WORDS

    schemes: dict[str, dict[str, AnyTerm]] = {}
    for scheme, words in WORDS.items():
        schemes[scheme] = {
            code: Term(
                scheme,
                code,
                labels={"en": entry[0], "ru": entry[1]},
                broader=entry[2] if len(entry) == 3 else None,
                rank=rank if scheme in SCALES else None,
            )
            for rank, (code, entry) in enumerate(words.items())
        }
    schemes[RELATION] = {term.code: term for term in RELATIONS}
    return schemes


@attrs.frozen(slots=False)
class Vocabulary:
    """The standard words and the added ones; every lookup sees both.

    Attributes:
        terms: The added terms. A standard code cannot be given a second meaning.
        relation_terms: The added kinds of relation.

    Raises:
        InvalidRecordError: A code is defined twice, or a broader code is not known or leads in a circle.

    Example:
        >>> lyceum = Term("organisation", "lyceum", labels={"en": "lyceum"}, broader="school")
        >>> Vocabulary([lyceum]).includes("organisation", "educational-institution", "lyceum")
        True
    """

    __repr__ = stated_only

    terms: tuple[Term, ...] = attrs.field(default=(), converter=listed_terms, metadata=many(Term))
    relation_terms: tuple[RelationTerm, ...] = attrs.field(
        default=(), converter=listed_relation_terms, metadata=many(RelationTerm)
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def _contradictions(self) -> Iterator[Issue]:
        """Yield what makes the words contradict each other or the standard ones."""
        seen: set[tuple[str, str]] = set()
        for path, term in self._added():
            key = (scheme_of(term), term.code)
            if isinstance(term, Term) and key[0] == RELATION:
                yield Issue(
                    "relation-term",
                    f"{path}.scheme",
                    shown(RELATION),
                    worded("a plain term stands in the scheme relation, and says nothing of the two ends"),
                    worded("Write it under relation_terms."),
                )
            elif term.code in _standard().get(key[0], {}):
                yield Issue(
                    "standard-term",
                    f"{path}.code",
                    shown(term.code),
                    worded(
                        "{code} is a standard code of the scheme {scheme}; codes keep their meaning",
                        code=shown(term.code),
                        scheme=key[0],
                    ),
                    worded("Leave it out, or choose another code."),
                )
            elif key in seen:
                yield Issue(
                    "duplicate-term",
                    f"{path}.code",
                    shown(term.code),
                    worded(
                        "{code} is defined twice in the scheme {scheme}", code=shown(term.code), scheme=key[0]
                    ),
                    worded("Keep one of the two."),
                )
            seen.add(key)
        suggestions = {scheme: Suggestions(partial(self.codes, scheme)) for scheme in self._schemes}
        for path, term in self._added():
            codes = self._schemes[scheme_of(term)]
            if term.broader is not None and term.broader not in codes:
                yield Issue(
                    "unknown-broader",
                    f"{path}.broader",
                    shown(term.broader),
                    worded(
                        "{code} is not a code of the scheme {scheme}",
                        code=shown(term.broader),
                        scheme=scheme_of(term),
                    ),
                    suggestions[scheme_of(term)].of(term.broader)
                    or worded("Add it as a term of its own, or leave it out."),
                )
            elif term.code in self._above(codes, term.broader):
                yield Issue(
                    "circular-broader",
                    f"{path}.broader",
                    shown(term.broader),
                    worded("the broader codes of {code} lead back to it", code=shown(term.code)),
                    worded("Remove one of them."),
                )

    def _added(self) -> Iterator[tuple[str, AnyTerm]]:
        for index, term in enumerate(self.terms):
            yield f".terms[{index}]", term
        for index, relation_term in enumerate(self.relation_terms):
            yield f".relation_terms[{index}]", relation_term

    @staticmethod
    def _above(codes: Mapping[str, AnyTerm], code: str | None) -> list[str]:
        chain: dict[str, None] = {}  # an ordered set
        while code is not None and code in codes and code not in chain:
            chain[code] = None
            code = codes[code].broader
        return list(chain)

    @cached_property
    def _schemes(self) -> dict[str, dict[str, AnyTerm]]:
        schemes = {scheme: dict(terms) for scheme, terms in _standard().items()}
        for _, term in self._added():
            schemes.setdefault(scheme_of(term), {}).setdefault(term.code, term)
        return schemes

    @cached_property
    def _narrower(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for scheme, codes in self._schemes.items():
            for code in codes:
                for wider in self._above(codes, code):
                    found.setdefault((scheme, wider), set()).add(code)
        return {key: frozenset(codes) for key, codes in found.items()}

    def __getstate__(self) -> tuple[tuple[Term, ...], tuple[RelationTerm, ...]]:
        return self.terms, self.relation_terms

    def __setstate__(self, state: tuple[tuple[Term, ...], tuple[RelationTerm, ...]]) -> None:
        object.__setattr__(self, "terms", state[0])
        object.__setattr__(self, "relation_terms", state[1])

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes that have terms, in alphabetical order."""
        return tuple(sorted(self._schemes))

    def codes(self, scheme: str) -> tuple[str, ...]:
        """Return the codes of a scheme in the order in which they are defined; none for an unknown scheme."""
        return tuple(self._schemes.get(scheme, ()))

    def knows(self, scheme: str, code: str) -> bool:
        """Return whether the scheme has the code."""
        return code in self._schemes.get(scheme, ())

    def term(self, scheme: str, code: str) -> AnyTerm:
        """Return the term of a code.

        Raises:
            UnknownTermError: The scheme has no such code; the message names the nearest one.

        Example:
            >>> STANDARD.term("status", "active").labels["ru"]
            'действует'
        """
        codes = self._schemes.get(scheme, {})
        if code not in codes:
            hint = did_you_mean(code, codes)
            sentence = worded("{code} is not a code of the scheme {scheme}.", code=shown(code), scheme=scheme)
            raise UnknownTermError(together(sentence, hint))
        return codes[code]

    def relation(self, kind: str) -> RelationTerm | None:
        """Return the term of a kind of relation, or None when it is not known."""
        found = self._schemes[RELATION].get(kind)
        return found if isinstance(found, RelationTerm) else None

    def nature(self, kind: str) -> str:
        """Return the nature of a kind of relation; an unknown kind is taken for a `tie`.

        So a register that uses a word of its own does not lose its partners in silence.
        """
        found = self.relation(kind)
        return found.nature if found is not None else "tie"

    def label(self, scheme: str, code: str, language: str = "en", *, inverse: bool = False) -> str:
        """Return what people read for a code: in the language, else in English, else in any, else the code.

        Args:
            scheme: The scheme of the code.
            code: The code.
            language: A language tag; `tt-Cyrl-RU` falls back to `tt-Cyrl`, and that to `tt`.
            inverse: For a relation, the label seen from the target.

        Example:
            >>> STANDARD.label("relation", "hosts"), STANDARD.label("relation", "hosts", inverse=True)
            ('hosts', 'is hosted by')
        """
        term = self._schemes.get(scheme, {}).get(code)
        if term is None:
            return code
        labels = term.inverse_labels if inverse and isinstance(term, RelationTerm) else term.labels
        for tag in (*fallbacks(language), "en"):
            if tag in labels:
                return labels[tag]
        return labels[min(labels)] if labels else code

    def wider(self, scheme: str, code: str) -> tuple[str, ...]:
        """Return the code and every code above it, from the code up; for an unknown code, the code alone.

        Example:
            >>> STANDARD.wider("organisation", "vocational-college")
            ('vocational-college', 'educational-institution')
        """
        return tuple(self._above(self._schemes.get(scheme, {}), code)) or (code,)

    def narrower(self, scheme: str, code: str) -> frozenset[str]:
        """Return the code and every code below it; for an unknown code, the code alone.

        Example:
            >>> sorted(STANDARD.narrower("status", "active"))
            ['active', 'exists']
        """
        return self._narrower.get((scheme, code)) or frozenset({code})

    def includes(self, scheme: str, wider: str, code: str | None) -> bool:
        """Return whether `code` is `wider` or narrower than it."""
        return code is not None and code in self.narrower(scheme, wider)


STANDARD = Vocabulary()
"""The standard words and no others."""
