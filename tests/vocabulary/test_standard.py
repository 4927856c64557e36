"""The standard words: complete in both languages, and the same in the table as in the constants."""

from __future__ import annotations

from enum import StrEnum
from itertools import product

import pytest

from partnermodel.model.entities import ENTITY_CLASSES
from partnermodel.values.identifiers import SCHEMES
from partnermodel.values.rules import rules_of
from partnermodel.vocabulary import codes as constants
from partnermodel.vocabulary.terms import ENTITY_TYPES, NATURES, RelationTerm, Term
from partnermodel.vocabulary.vocabulary import STANDARD, AnyTerm
from partnermodel.vocabulary.words import SCALES, WORDS

ENUMERATIONS: dict[str, type[StrEnum]] = {
    "organisation": constants.OrganisationKind,
    "centre": constants.CentreKind,
    "programme": constants.ProgrammeKind,
    "initiative": constants.InitiativeKind,
    "group": constants.GroupKind,
    "place": constants.PlaceKind,
    "document": constants.DocumentKind,
    "statement": constants.StatementKind,
    "role": constants.Role,
    "status": constants.Status,
    "confidence": constants.Confidence,
    "source-type": constants.SourceType,
    "relation": constants.RelationKind,
}

# Schemes without constants: nobody writes them by hand as the kind, the role or the status of a record.
WITHOUT = {"identifier", "levels-of-collaboration-scale", "collaboration-continuum"}

TERMS: list[AnyTerm] = [
    STANDARD.term(scheme, code) for scheme in STANDARD.schemes for code in STANDARD.codes(scheme)
]
RELATIONS = [term for term in TERMS if isinstance(term, RelationTerm)]


def test_every_enumeration_is_of_a_scheme() -> None:
    """Each enumeration of the module stands for one scheme, and each scheme has one or none on purpose."""
    found = {
        one
        for one in vars(constants).values()
        if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum
    }
    assert found == set(ENUMERATIONS.values())
    assert set(STANDARD.schemes) == set(ENUMERATIONS) | WITHOUT


@pytest.mark.parametrize("scheme", list(ENUMERATIONS))
def test_constants_and_terms_are_the_same_words(scheme: str) -> None:
    """Every constant has a standard term and every standard term a constant, named after its code."""
    assert {member.value for member in ENUMERATIONS[scheme]} == set(STANDARD.codes(scheme))
    for member in ENUMERATIONS[scheme]:
        assert member.name == member.value.upper().replace("-", "_")


@pytest.mark.parametrize("scheme", STANDARD.schemes)
def test_every_term_can_be_read_in_english_and_russian(scheme: str) -> None:
    """Every standard term has a label in English without Cyrillic and one in Russian."""
    foreign = {"ror", "lei", "isni", "iso-3166-2"}
    for code in STANDARD.codes(scheme):
        labels = STANDARD.term(scheme, code).labels
        assert set(labels) == {"en", "ru"}
        assert labels["en"].isascii()
        assert labels["ru"].isascii() == (code in foreign)


def test_no_standard_word_is_replaced() -> None:
    """A standard code is there to be used: none tells its reader to write another one."""
    assert [term.code for term in TERMS if term.replaced_by is not None] == []


@pytest.mark.parametrize("term", RELATIONS, ids=lambda term: term.code)
def test_every_kind_of_relation_can_be_read_from_both_ends(term: RelationTerm) -> None:
    """A kind of relation has an inverse label in both languages, the same as its label if it is symmetric."""
    assert set(term.inverse_labels) == {"en", "ru"}
    assert term.inverse_labels["en"].isascii()
    assert not term.inverse_labels["ru"].isascii()
    for language in ("en", "ru"):
        assert (term.labels[language] == term.inverse_labels[language]) == term.symmetric


@pytest.mark.parametrize("term", RELATIONS, ids=lambda term: term.code)
def test_a_symmetric_kind_can_be_turned_round(term: RelationTerm) -> None:
    """The ends of a symmetric kind may be exchanged: they allow the same types, and it may close circles."""
    if term.symmetric:
        assert term.sources == term.targets
        assert not term.acyclic


def test_no_two_terms_of_a_scheme_read_alike() -> None:
    """Within a scheme each label stands for one code, in each language."""
    for scheme, language in product(STANDARD.schemes, ("en", "ru")):
        labels = [STANDARD.label(scheme, code, language) for code in STANDARD.codes(scheme)]
        assert len(set(labels)) == len(labels), (scheme, language)


@pytest.mark.parametrize("scheme", STANDARD.schemes)
def test_a_broader_code_exists_and_leads_up(scheme: str) -> None:
    """A broader code is of the same scheme, and following it ends."""
    for code in STANDARD.codes(scheme):
        above = [code]
        while (broader := STANDARD.term(scheme, above[-1]).broader) is not None:
            assert broader not in above
            above.append(broader)
        assert STANDARD.wider(scheme, code) == tuple(above)


def test_a_narrower_kind_of_relation_can_stand_wherever_it_means_something() -> None:
    """What a kind of relation allows at its ends and what nature it has, its broader kind has too."""
    for term in RELATIONS:
        if term.broader is not None:
            wider = STANDARD.relation(term.broader)
            assert wider is not None
            assert set(term.sources) <= set(wider.sources or ENTITY_TYPES)
            assert set(term.targets) <= set(wider.targets or ENTITY_TYPES)
            assert (term.nature, term.symmetric) == (wider.nature, wider.symmetric)


def test_the_types_of_entity_are_one_list() -> None:
    """The types that a relation may name are the entity classes, and all but persons have kinds."""
    assert tuple(cls.scheme for cls in ENTITY_CLASSES) == ENTITY_TYPES
    assert [scheme for scheme in ENTITY_TYPES if not STANDARD.codes(scheme)] == ["person"]
    assert {term.nature for term in RELATIONS} == set(NATURES)


def test_every_identifier_whose_form_is_checked_has_a_name() -> None:
    """The schemes of identifiers are the same in the vocabulary as in the checks."""
    assert set(STANDARD.codes("identifier")) == set(SCHEMES)


def test_scales_have_an_order_and_nothing_else_has() -> None:
    """The terms of a scale have the ranks 0, 1, 2, … from the lowest up; those of other schemes none."""
    for scheme in WORDS:
        found = [STANDARD.term(scheme, code) for code in STANDARD.codes(scheme)]
        ranks = [term.rank for term in found if isinstance(term, Term)]
        assert ranks == (list(range(len(found))) if scheme in SCALES else [None] * len(found))


def test_the_two_scales_of_collaboration_disagree_as_published() -> None:
    """Himmelman puts coordinating below cooperating, Frey and others cooperation below coordination."""
    assert STANDARD.codes("collaboration-continuum") == (
        "networking", "coordinating", "cooperating", "collaborating"
    )  # fmt: skip
    assert STANDARD.codes("levels-of-collaboration-scale") == (
        "no-interaction", "networking", "cooperation", "coordination", "coalition", "collaboration"
    )  # fmt: skip
    assert STANDARD.codes("confidence") == ("very-low", "low", "moderate", "high")


def test_a_constant_is_a_text_to_every_field() -> None:
    """A constant stands wherever its code could, since it is a text that matches the rule of a code."""
    rule = rules_of(Term)["code"]
    assert all(rule.accepts(member) for cls in ENUMERATIONS.values() for member in cls)
