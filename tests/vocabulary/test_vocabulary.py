"""Vocabularies: what is looked up is found with what is added, and what contradicts is refused."""

from __future__ import annotations

import copy
import pickle

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import codes, languages, unknown_codes, vocabularies

from partnermodel.errors import InvalidRecordError, UnknownTermError
from partnermodel.vocabulary.relations import RELATIONS
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import STANDARD, AnyTerm, Vocabulary, scheme_of


def _all_terms(vocabulary: Vocabulary) -> list[AnyTerm]:
    standard = [STANDARD.term(scheme, code) for scheme in STANDARD.schemes for code in STANDARD.codes(scheme)]
    return [*standard, *vocabulary.terms, *vocabulary.relation_terms]


@given(vocabularies())
def test_every_lookup_sees_the_standard_words_and_the_added_ones(vocabulary: Vocabulary) -> None:
    """Each term, standard or added, is known, found by its code, and listed in its scheme."""
    terms = _all_terms(vocabulary)
    for term in terms:
        scheme = scheme_of(term)
        assert vocabulary.knows(scheme, term.code)
        assert vocabulary.term(scheme, term.code) == term
        assert scheme in vocabulary.schemes
    for scheme in vocabulary.schemes:
        assert list(vocabulary.codes(scheme)) == [term.code for term in terms if scheme_of(term) == scheme]
    assert list(vocabulary.schemes) == sorted({scheme_of(term) for term in terms})


@given(vocabularies())
def test_narrower_and_wider_are_the_reach_of_broader(vocabulary: Vocabulary) -> None:
    """The narrower codes are those from which `broader` leads to a code, as a graph of the terms has it."""
    graph: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    for term in _all_terms(vocabulary):
        node = (scheme_of(term), term.code)
        graph.add_node(node)
        if term.broader is not None:
            graph.add_edge(node, (node[0], term.broader))
    for scheme, code in graph:
        narrower = {other for _, other in nx.ancestors(graph, (scheme, code))} | {code}
        assert vocabulary.narrower(scheme, code) == narrower
        wider = {other for _, other in nx.descendants(graph, (scheme, code))} | {code}
        assert set(vocabulary.wider(scheme, code)) == wider
        assert all(vocabulary.includes(scheme, other, code) for other in wider)
        assert [other for other in vocabulary.codes(scheme) if vocabulary.includes(scheme, code, other)] == [
            other for other in vocabulary.codes(scheme) if other in narrower
        ]


@given(vocabularies(), unknown_codes(), st.sampled_from(["status", "relation", "no-such-scheme"]))
def test_an_unknown_code_stands_for_itself(vocabulary: Vocabulary, code: str, scheme: str) -> None:
    """Of a code that nobody defined nothing is known but the code: it is alone, and reads as itself."""
    assume(not vocabulary.knows(scheme, code))
    assert vocabulary.narrower(scheme, code) == {code}
    assert vocabulary.wider(scheme, code) == (code,)
    assert vocabulary.includes(scheme, code, code)
    assert not vocabulary.includes(scheme, code, None)
    assert vocabulary.label(scheme, code) == vocabulary.label(scheme, code, inverse=True) == code
    if scheme == "relation":
        assert vocabulary.relation(code) is None
        assert vocabulary.nature(code) == "tie"
    with pytest.raises(UnknownTermError, match=f'^"{code}" is not a code of the scheme {scheme}'):
        vocabulary.term(scheme, code)


def test_a_code_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    """A misspelt code is refused with the nearest code of its scheme, and without a guess if none is near."""
    for scheme, code, message in (
        ("status", "activ", '"activ" is not a code of the scheme status. Did you mean "active"?'),
        ("status", "qqq", '"qqq" is not a code of the scheme status.'),
        ("no-scheme", "active", '"active" is not a code of the scheme no-scheme.'),
    ):
        with pytest.raises(UnknownTermError) as caught:
            STANDARD.term(scheme, code)
        assert str(caught.value) == message
    assert STANDARD.codes("no-scheme") == ()
    assert not STANDARD.knows("no-scheme", "active")


@given(vocabularies(), languages())
def test_a_label_is_the_best_that_there_is(vocabulary: Vocabulary, language: str) -> None:
    """A label is that of the language or a shorter form of it, else English, else any, else the code."""
    terms: list[AnyTerm] = [*vocabulary.terms, *vocabulary.relation_terms]
    for term in terms:
        sides = [(False, term.labels)]
        if isinstance(term, RelationTerm):
            sides.append((True, term.inverse_labels))
        for inverse, labels in sides:
            tags = [language, language.rpartition("-")[0], language.partition("-")[0], "en", *sorted(labels)]
            expected = next((labels[tag] for tag in tags if tag in labels), term.code)
            assert vocabulary.label(scheme_of(term), term.code, language, inverse=inverse) == expected


def test_a_relation_reads_from_either_end() -> None:
    """The label of a relation is what the source does, the inverse label what the target does."""
    assert STANDARD.label("relation", "hosts", "ru-RU") == "размещение на своей базе"
    assert STANDARD.label("relation", "hosts", "ru", inverse=True) == "на чьей базе действует"
    assert STANDARD.label("relation", "hosts", "tt") == "hosts"
    assert STANDARD.label("status", "active", inverse=True) == "active"
    assert STANDARD.relation("hosts") is STANDARD.term("relation", "hosts")
    assert STANDARD.nature("part-of") == "structure"


@given(vocabularies(), vocabularies())
def test_a_vocabulary_is_a_value(first: Vocabulary, second: Vocabulary) -> None:
    """Vocabularies are equal when they add the same terms; a copy or a pickle is equal and works."""
    assert (first == second) == ((first.terms, first.relation_terms) == (second.terms, second.relation_terms))
    first.narrower("status", "active")  # what is computed once must not travel, nor count
    for again in (copy.copy(first), copy.deepcopy(first), pickle.loads(pickle.dumps(first))):
        assert again == first
        assert hash(again) == hash(first)
        assert again.schemes == first.schemes
        assert again.narrower("status", "active") == first.narrower("status", "active")
        assert repr(again) == repr(first)


def test_a_pickle_of_a_vocabulary_holds_only_what_is_added() -> None:
    """The standard words are not written into every pickle."""
    STANDARD.narrower("status", "active")
    assert len(pickle.dumps(STANDARD)) < 200


@given(vocabularies())
def test_a_vocabulary_cannot_change(vocabulary: Vocabulary) -> None:
    """Neither a field of a vocabulary nor the map behind its lookups can be assigned to."""
    for name in ("terms", "relation_terms", "other"):
        with pytest.raises(AttributeError):
            setattr(vocabulary, name, ())


LYCEUM = Term("organisation", "lyceum", broader="school")

KEEPS = "codes keep their meaning. Leave it out, or choose another code."

ADD_IT = "Add it as a term of its own, or leave it out."
NO_ENDS = "a plain term stands in the scheme relation, and says nothing of the two ends"

CONTRADICTIONS: dict[str, tuple[list[Term], list[RelationTerm], list[str]]] = {
    "standard-term": (
        [Term("status", "active"), Term("organisation", "active")],
        [RelationTerm("hosts")],
        [
            f'.terms[0].code: "active" is a standard code of the scheme status; {KEEPS}',
            f'.relation_terms[0].code: "hosts" is a standard code of the scheme relation; {KEEPS}',
        ],
    ),
    "duplicate-term": (
        [LYCEUM, LYCEUM, Term("role", "lyceum")],
        [RelationTerm("a"), RelationTerm("a", nature="structure")],
        [
            '.terms[1].code: "lyceum" is defined twice in the scheme organisation. Keep one of the two.',
            '.relation_terms[1].code: "a" is defined twice in the scheme relation. Keep one of the two.',
        ],
    ),
    "unknown-broader": (
        [Term("organisation", "a", broader="shool"), Term("my", "b", broader="zzz")],
        [RelationTerm("c", broader="host")],
        [
            '.terms[0].broader: "shool" is not a code of the scheme organisation. Did you mean "school"?',
            f'.terms[1].broader: "zzz" is not a code of the scheme my. {ADD_IT}',
            '.relation_terms[0].broader: "host" is not a code of the scheme relation. Did you mean "hosts"?',
        ],
    ),
    "circular-broader": (
        [Term("my", "a", broader="b"), Term("my", "b", broader="a"), Term("my", "c", broader="a")],
        [RelationTerm("d", broader="d")],
        [
            '.terms[0].broader: the broader codes of "a" lead back to it. Remove one of them.',
            '.terms[1].broader: the broader codes of "b" lead back to it. Remove one of them.',
            '.relation_terms[0].broader: the broader codes of "d" lead back to it. Remove one of them.',
        ],
    ),
    "relation-term": (
        [Term("relation", "mentors")],
        [],
        [
            f".terms[0].scheme: {NO_ENDS}. Write it under relation_terms.",
        ],
    ),
}


@pytest.mark.parametrize("code", list(CONTRADICTIONS))
def test_a_contradiction_is_refused_word_for_word(code: str) -> None:
    """Each sort of contradiction is named with its place, all of one sort at once."""
    terms, relation_terms, worded = CONTRADICTIONS[code]
    with pytest.raises(InvalidRecordError) as caught:
        Vocabulary(terms, relation_terms)
    found = caught.value.issues
    assert [f"{one.path}: {one.message}. {one.hint}".rstrip() for one in found] == [
        f"Vocabulary{line}" for line in worded
    ]
    assert {one.code for one in found} == {code}


def test_all_contradictions_are_named_at_once() -> None:
    """Faults of different sorts are found together, none hides another."""
    wrong = [Term("role", "a", broader="a"), Term("role", "b", broader="zzz")]
    with pytest.raises(InvalidRecordError) as caught:
        Vocabulary([Term("status", "active"), LYCEUM, LYCEUM, *wrong])
    codes_found = [issue.code for issue in caught.value.issues]
    assert codes_found == ["standard-term", "duplicate-term", "circular-broader", "unknown-broader"]


def test_what_is_no_term_is_refused_by_its_place() -> None:
    """A term of the wrong sort, or a text in place of a list, is refused by the rules of the fields."""
    with pytest.raises(InvalidRecordError) as caught:
        Vocabulary([RelationTerm("a")], "ab")  # type: ignore[list-item, arg-type]  # that is the test
    assert [issue.path for issue in caught.value.issues] == [
        "Vocabulary.terms[0]",
        "Vocabulary.relation_terms",
    ]


@given(codes("organisation"), st.none() | codes("organisation"))
def test_a_term_of_an_own_scheme_may_use_any_code(code: str, broader: str | None) -> None:
    """A standard code is standard in its scheme alone: elsewhere it is free."""
    terms = [Term("my-scheme", code)]
    if broader is not None and broader != code:
        terms.append(Term("my-scheme", broader, broader=code))
    assert Vocabulary(terms).codes("my-scheme") == tuple(term.code for term in terms)


def test_a_russian_label_of_a_relation_takes_names_in_the_nominative() -> None:
    """It stands before a colon: it ends with no preposition, and with no verb or participle on its own."""
    prepositions = {"в", "во", "на", "с", "со", "к", "ко", "для", "из", "от", "о", "по", "у", "за"}
    for term in RELATIONS:
        for label in (term.labels["ru"], term.inverse_labels["ru"]):
            words = label.split()
            assert words[-1] not in prepositions, label
            asks = words[0] in {"кто", "что", "где", "чья", "на"}
            assert asks or not words[0].endswith(("ует", "ает", "яет", "ит", "ется", "ится", "ано", "ено")), (
                label
            )
