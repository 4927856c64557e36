"""The page of the standard vocabulary, made from the code.

`python -m tests.docs.vocabulary_page` writes it; `test_reference.py` holds the page to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from tests.docs.blocks import ROOT

from partnermodel import (
    STANDARD,
    CentreKind,
    Confidence,
    DocumentKind,
    GroupKind,
    InitiativeKind,
    OrganisationKind,
    PlaceKind,
    ProgrammeKind,
    RelationKind,
    RelationTerm,
    Role,
    SourceType,
    StatementKind,
    Status,
    Term,
)
from partnermodel.values.identifiers import SCHEMES

PAGE = ROOT / "docs" / "reference" / "vocabulary.md"

ENUMERATIONS: dict[str, type[StrEnum]] = {
    "organisation": OrganisationKind,
    "centre": CentreKind,
    "programme": ProgrammeKind,
    "initiative": InitiativeKind,
    "group": GroupKind,
    "place": PlaceKind,
    "document": DocumentKind,
    "statement": StatementKind,
    "relation": RelationKind,
    "status": Status,
    "role": Role,
    "confidence": Confidence,
    "source-type": SourceType,
}
"""The schemes that have constants in Python, in the order of the page; the others follow."""

TITLES = {
    "organisation": "Kinds of organisation",
    "centre": "Kinds of centre",
    "programme": "Kinds of programme",
    "initiative": "Kinds of initiative",
    "group": "Kinds of group",
    "place": "Kinds of place",
    "document": "Kinds of document",
    "statement": "Kinds of statement",
    "relation": "Kinds of relation",
    "status": "Status",
    "role": "Role",
    "confidence": "Confidence",
    "source-type": "Source type",
    "levels-of-collaboration-scale": "Levels of Collaboration Scale",
    "collaboration-continuum": "Collaboration continuum",
    "identifier": "Identifier",
}

NOTES = {
    "group": "The list is no official list, and it is not meant to be one.",
    "relation": "The first table has the labels from both ends. The second says what each may join.",
    "confidence": "The order is from the lowest up. The words are those of GRADE.",
    "status": "`exists` is a narrower case of `active`: whoever asks for what is active finds it too.",
    "levels-of-collaboration-scale": "The order is from the lowest up, from 0 to 5. It is the scale of Frey "
    "et al. (2006), for the field `level` of a relation.",
    "collaboration-continuum": "The order is from the lowest up. It is the continuum of Himmelman (2002), "
    "for the field `level` of a relation. Its middle two steps stand in the opposite order to those of the "
    "Levels of Collaboration Scale, so a step means nothing without its scheme.",
    "identifier": "The form of a value is checked; where the scheme has check digits, so are they. Whether a "
    "number was ever issued is not checked. A number of a natural person is refused.",
}

OPENING = """# Vocabulary

These are all the standard words: each scheme, and in it each code with its English and Russian label. This
page is made from the code.

A field takes any word in kebab-case, not only these. [Add words of your own](../how-to/add-your-own-words.md)
says how. A *broader* code includes the narrower one: a filter for `educational-institution` finds a
`vocational-college`.

In Python each code is also a constant: `OrganisationKind.VOCATIONAL_COLLEGE` is `"vocational-college"`, and
`Status.ACTIVE` is `"active"`. The code in capitals, with underscores, is the name.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def code(text: str | None) -> str:
    """Return a code as code, and what is absent as an empty cell."""
    return "" if text is None else f"`{text}`"


def codes(texts: Sequence[str]) -> str:
    """Return what may stand at an end of a relation."""
    return ", ".join(texts) or "any"


def plain_table(terms: Sequence[Term]) -> Iterator[str]:
    """Yield the table of a scheme of plain terms."""
    broader = any(term.broader for term in terms)
    rows = (
        [code(term.code), term.labels["en"], term.labels["ru"], *([code(term.broader)] if broader else [])]
        for term in terms
    )
    yield from table(["Code", "English", "Russian", *(["Broader"] if broader else [])], rows)


def relation_tables(terms: Sequence[RelationTerm]) -> Iterator[str]:
    """Yield the two tables of the kinds of relation."""
    yield from table(
        ["Code", "English", "English, from the target", "Russian", "Russian, from the target"],
        (
            [
                code(term.code),
                *(labels[tag] for tag in ("en", "ru") for labels in (term.labels, term.inverse_labels)),
            ]
            for term in terms
        ),
    )
    yield ""
    yield from table(
        ["Code", "Nature", "Source", "Target", "Broader", "Also"],
        (
            [
                code(term.code),
                term.nature,
                codes(term.sources),
                codes(term.targets),
                code(term.broader),
                ", ".join(mark for mark in ("symmetric", "acyclic") if getattr(term, mark)),
            ]
            for term in terms
        ),
    )
    yield ""
    yield "A *symmetric* kind means the same from either end. An *acyclic* kind must not lead back to where"
    yield "one began; `hosts` and `part-of` together must not, either."


def identifier_table(terms: Sequence[Term]) -> Iterator[str]:
    """Yield the table of the schemes of identifiers, with their forms."""
    yield from table(
        ["Code", "English", "Russian", "Form of a value", "Check digits"],
        (
            [
                code(term.code),
                term.labels["en"],
                term.labels["ru"],
                SCHEMES[term.code].form,
                "yes" if SCHEMES[term.code].checksum else "no",
            ]
            for term in terms
        ),
    )


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield OPENING
    order = [*ENUMERATIONS, *(scheme for scheme in STANDARD.schemes if scheme not in ENUMERATIONS)]
    for scheme in sorted(order, key=list(TITLES).index):
        terms = [STANDARD.term(scheme, found) for found in STANDARD.codes(scheme)]
        plain = [term for term in terms if isinstance(term, Term)]
        yield f"## {TITLES[scheme]}"
        yield ""
        python = f" In Python: `{ENUMERATIONS[scheme].__name__}`." if scheme in ENUMERATIONS else ""
        about = (ENUMERATIONS[scheme].__doc__ or "").rstrip() if scheme in ENUMERATIONS else ""
        yield " ".join(f"Scheme `{scheme}`.{python} {about} {NOTES.get(scheme, '')}".split())
        yield ""
        if scheme == "relation":
            yield from relation_tables([term for term in terms if isinstance(term, RelationTerm)])
        elif scheme == "identifier":
            yield from identifier_table(plain)
        else:
            yield from plain_table(plain)
        yield ""


def page() -> str:
    """Return the whole page."""
    return "\n".join(lines()).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
