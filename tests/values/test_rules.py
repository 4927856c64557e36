"""The rules: two faces, one verdict."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import (
    any_entities,
    citations,
    codes,
    dates,
    extra,
    identifiers,
    json_values,
    lines,
    localised,
    periods,
    relations,
    urls,
    wholes,
)

from partnermodel.errors import InvalidRecordError, Issue
from partnermodel.model.entities import ENTITY_CLASSES, Organisation
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.enforcement import refuse
from partnermodel.values.fields import BLOCK_RULE, CODE_RULE, EXTRA_KEY_RULE, LINE_RULE
from partnermodel.values.identifiers import Identifier
from partnermodel.values.kinds import kind_of, with_article
from partnermodel.values.levels import Level
from partnermodel.values.mapping import FrozenMap, frozen
from partnermodel.values.names import Alias
from partnermodel.values.rules import (
    DEEPEST_EXTRA,
    RULE,
    Choice,
    Flag,
    Instance,
    Json,
    Many,
    Pairs,
    Rule,
    Text,
    Whole,
    rules_of,
)
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary

VALUES = (Citation, StatedCount, Period, Identifier, Level, Alias, Term, RelationTerm, Vocabulary)
CLASSES: tuple[type[Any], ...] = (*ENTITY_CLASSES, Relation, *VALUES)


class Word(str):
    """A text of another class, as enumerations and numpy have them."""

    __slots__ = ()


class Number(enum.IntEnum):
    """A whole number of another class."""

    THREE = 3


def _with_inner(rule: Rule) -> Iterator[Rule]:
    yield rule
    match rule:
        case Many(item=inner):
            yield from _with_inner(inner)
        case Pairs(key=key, value=inner):
            yield key
            yield from _with_inner(inner)
        case Json(text=text):
            yield text


RULES = list(
    dict.fromkeys(inner for cls in CLASSES for rule in rules_of(cls).values() for inner in _with_inner(rule))
)


def oddities() -> st.SearchStrategy[Any]:
    """Return values that Python has and JSON has not."""
    return st.one_of(
        st.floats(),
        st.binary(max_size=3),
        st.dates(),
        st.sets(st.integers(), max_size=2),
        st.text(max_size=4).map(Word),
        st.just(Number.THREE),
        st.text(alphabet="\ud800\u202e\x00a\n", max_size=3),
        st.dictionaries(st.none() | st.integers() | st.just("a:b"), st.none() | st.integers(), max_size=2),
        st.builds(object),
    )


def anything() -> st.SearchStrategy[Any]:
    """Return arbitrary values: right ones for some rule, JSON, and what is neither."""
    words = st.sampled_from(["..", "tie", "exactly", "person"])
    records: st.SearchStrategy[Any] = st.one_of(any_entities(), relations(), identifiers(), citations())
    texts = st.one_of(words, lines(), codes("status"), dates(), urls())
    right = st.one_of(records, texts, periods(), wholes(), localised(), extra(), extra().map(frozen))
    inner = st.one_of(right, json_values(), oddities())
    return st.one_of(
        inner,
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(lines() | st.just("ru") | st.just("a:b"), inner, max_size=2),
        st.dictionaries(st.just("a:b"), inner, max_size=1).map(MappingProxyType),
    )


@given(anything(), st.data())
def test_the_two_faces_of_a_rule_agree(value: Any, data: st.DataObject) -> None:
    """A rule accepts a value exactly when it finds no fault with it, for every rule of every field."""
    for rule in RULES:
        assert rule.accepts(value) == (not list(rule.faults(value, ""))), (rule, value)


@given(anything())
def test_a_fault_is_worded_for_a_person(value: Any) -> None:
    """Every fault has a code, the place where it is, a message of one line, and a hint or a choice."""
    for rule in RULES:
        for issue in rule.faults(value, "$.here"):
            assert issue.code
            assert issue.path.startswith("$.here")
            assert issue.message
            assert issue.hint.endswith(".")
            assert "\n" not in str(issue)


def test_there_is_no_field_without_a_rule() -> None:
    """Every field of every class of ours has a rule, under the name of its argument."""
    for cls in CLASSES:
        arguments = {field.alias for field in attrs.fields(cls)}
        assert set(rules_of(cls)) == arguments
    assert list(rules_of(Relation))[:4] == ["id", "source", "kind", "target"]


def _nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    return value


ANY_JSON = "a text, a number, a truth value, a list or an object"
NO_NUMBER = (
    "is not a number that JSON can hold. Leave it out, or put it in quotation marks to keep it as a text."
)
QUOTE_IT = "and a text belongs here. Write it in quotation marks"
TRUTH = "and true or false belongs here. Write"
WHOLE = "and a whole number belongs here. Write"

FAULTS: list[tuple[Rule, object, str]] = [
    (LINE_RULE, 5, f'$: 5 is a whole number, {QUOTE_IT}: "5".'),
    (LINE_RULE, True, f'$: true is a truth value, {QUOTE_IT}: "true".'),
    (LINE_RULE, 10**10, "$: a whole number stands where a text belongs. Write it in quotation marks."),
    (LINE_RULE, ["a"], "$: a list stands where a text belongs. Write a text, in quotation marks."),
    (
        LINE_RULE,
        None,
        "$: null stands where a text belongs. Write a text, or leave the field out if nobody states it.",
    ),
    (Whole(), 2.5, f"$: 2.5 is a number, {WHOLE} a whole number."),
    (Whole(), 2.0, f"$: 2.0 is written with a fraction, {WHOLE} 2."),
    (Whole(), "2", f'$: "2" is a text, {WHOLE} 2, without quotation marks.'),
    (Whole(), "b", f'$: "b" is a text, {WHOLE} a whole number.'),
    (Whole(), True, f"$: true is a truth value, {WHOLE} a whole number."),
    (Whole(), -1, "$: -1 is less than 0. Write 0 or more."),
    (Whole(3), 2, "$: 2 is less than 3. Write 3 or more."),
    (Whole(), 2**53, "$: the number is more than 9007199254740991. Write fewer digits."),
    (Flag(), "false", f'$: "false" is a text, {TRUTH} false, without quotation marks.'),
    (Flag(), 0, f"$: 0 is a whole number, {TRUTH} true or false."),
    (Choice(("a", "b")), "c", '$: "c" is not one of the words for this field. Write one of: a, b.'),
    (Choice(("a",)), 1, f'$: 1 is a whole number, {QUOTE_IT}: "1".'),
    (Instance(Period), {}, "$: an object stands where a Period belongs. Write a Period."),
    (Instance(Period), "2020", '$: "2020" is a text, and a Period belongs here. Write Period("2020").'),
    (Instance(Period), "1.2.2020", '$: "1.2.2020" is a text, and a Period belongs here. Write a Period.'),
    (Instance(Citation), "act", '$: "act" is a text, and a Citation belongs here. Write Citation("act").'),
    (Instance(Alias), "Б" * 50, f'$: "{"Б" * 50}" is a text, and an Alias belongs here. Write an Alias.'),
    (Instance(Alias), "5501000000", "$: a text stands where an Alias belongs. Write an Alias."),
    (Instance(Identifier), "", '$: "" is a text, and an Identifier belongs here. Write an Identifier.'),
    (Many(Flag()), "ab", '$: "ab" is a text, and a list belongs here. Write a list, in square brackets [ ].'),
    (Many(Flag()), [True, 1], f"$[1]: 1 is a whole number, {TRUTH} true or false."),
    (
        Pairs(CODE_RULE, Flag()),
        [],
        "$: a list stands where an object belongs. Write an object: keys and their values, in braces { }.",
    ),
    (Pairs(CODE_RULE, Flag()), {"a": 1}, f'$["a"]: 1 is a whole number, {TRUTH} true or false.'),
    (
        Json(BLOCK_RULE),
        {"a": [None]},
        '$["a"][0]: null stands in extra data. Leave the key out; what nobody states is not written.',
    ),
    (Json(BLOCK_RULE), b"", f"$: a bytes stands where {ANY_JSON} belongs. Write {ANY_JSON}."),
    (Json(BLOCK_RULE), [float("inf")], f"$[0]: Infinity {NO_NUMBER}"),
    (Json(BLOCK_RULE), float("nan"), f"$: NaN {NO_NUMBER}"),
    (Json(BLOCK_RULE), {"a": 10**400}, f'$["a"]: 1{"0" * 58}… {NO_NUMBER}'),
    (
        Json(BLOCK_RULE),
        _nested(DEEPEST_EXTRA),
        "$" + '["a"]' * DEEPEST_EXTRA + ": the data is nested more than 16 levels deep. "
        "Keep such data in a file of its own, and name the file here.",
    ),
    (LINE_RULE, "a\u202e", f'$: "a\\u202e" is not a line of text. {LINE_RULE.hint}'),
    (BLOCK_RULE, "a\0", f'$: "a\\u0000" is not plain text. {BLOCK_RULE.hint}'),
    (CODE_RULE, "A b", f'$: "A b" is not a code. {CODE_RULE.hint}'),
    (EXTRA_KEY_RULE, "a", f'$: "a" is not a key for extra data. {EXTRA_KEY_RULE.hint}'),
]


@pytest.mark.parametrize(("rule", "value", "worded"), FAULTS)
def test_a_fault_is_worded_exactly(rule: Rule, value: object, worded: str) -> None:
    """Each sort of fault is worded with its path, what is wrong, and what to do."""
    found = [str(issue) for issue in rule.faults(value, "$")]
    assert [line.rpartition(" [")[0] for line in found] == [worded]


def test_data_is_kept_to_the_limit_of_depth_and_no_deeper() -> None:
    """Strangers' data of sixteen levels is kept, counted with the innermost value; any deeper is refused."""
    assert not list(Json(BLOCK_RULE).faults(_nested(DEEPEST_EXTRA - 1), ""))
    assert Organisation("a", "A", extra={"a:b": _nested(DEEPEST_EXTRA - 1)}).extra["a:b"]
    for levels in (DEEPEST_EXTRA, 100_000):
        with pytest.raises(InvalidRecordError) as caught:
            Organisation("a", "A", extra={"a:b": _nested(levels)})
        assert [issue.code for issue in caught.value.issues] == ["too-deep"]


def test_every_fault_of_every_field_is_named_at_once() -> None:
    """A record with faults in several fields is refused with all of them, in the order of the fields."""
    with pytest.raises(InvalidRecordError) as caught:
        Organisation("a b", "", kind="X", size=-1, extra={"k": None, "a:b": [1.5, None]})
    found = caught.value
    assert found.heading == "this Organisation cannot be made:"
    assert found.place == 'Organisation("a b")'
    assert [(issue.code, issue.path) for issue in found.issues] == [
        ("bad-id", 'Organisation("a b").id'),
        ("bad-text", 'Organisation("a b").name'),
        ("bad-code", 'Organisation("a b").kind'),
        ("out-of-range", 'Organisation("a b").size'),
        ("bad-extra-key", 'Organisation("a b").extra["k"]'),
        ("wrong-type", 'Organisation("a b").extra["k"]'),
        ("wrong-type", 'Organisation("a b").extra["a:b"][1]'),
    ]


def test_a_record_whose_id_is_no_text_is_named_by_its_class() -> None:
    """Where there is no id to name, the path of a fault begins with the class alone."""
    with pytest.raises(InvalidRecordError) as caught:
        Organisation(5, "A")  # type: ignore[arg-type]  # that is the test
    assert [issue.path for issue in caught.value.issues] == ["Organisation.id"]
    with pytest.raises(InvalidRecordError) as caught:
        Citation("a b")
    assert [issue.path for issue in caught.value.issues] == ["Citation.document"]
    with pytest.raises(InvalidRecordError) as caught:
        refuse(Period, [Issue("a", ".b")])
    assert [issue.path for issue in caught.value.issues] == ["Period.b"]


def test_a_text_is_not_taken_for_a_list_of_letters() -> None:
    """Where a list belongs a text, a mapping or a number is refused, and an iterator is read once."""
    for wrong in ("ab", {"a": 1}, 5, None):
        with pytest.raises(InvalidRecordError, match="a list belongs"):
            Organisation("a", "A", aliases=wrong)  # type: ignore[arg-type]  # that is the test
    assert Organisation("a", "A", aliases=iter([Alias("b")])).aliases == (Alias("b"),)
    assert RelationTerm("a", sources=(word for word in ["person"])).sources == ("person",)
    with pytest.raises(InvalidRecordError, match="a text, and a list belongs here"):
        RelationTerm("a", sources="person")


def test_a_mapping_is_not_taken_from_anything_else() -> None:
    """Where an object belongs a list of pairs is refused, though Python could make one of it."""
    for field in ("names", "extra"):
        with pytest.raises(InvalidRecordError, match="a list stands where an object belongs"):
            Organisation("a", "A", **{field: [("ru", "А")]})  # type: ignore[arg-type]  # that is the test


def _disguised(value: Any) -> Any:
    """Return a value with every text of another class, every tuple a list and every mapping a dict."""
    if isinstance(value, str):
        return Word(value)
    if isinstance(value, FrozenMap):
        return {Word(key): _disguised(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_disguised(item) for item in value]
    return value


def _leaves(value: Any) -> Iterator[Any]:
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _leaves(getattr(value, field.name))
    elif isinstance(value, FrozenMap):
        for key, item in value.items():
            yield key
            yield from _leaves(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


@given(st.one_of(any_entities(), relations(), citations(), periods(), identifiers()))
def test_a_record_holds_plain_values_whatever_it_is_given(record: Any) -> None:
    """Enumerations, lists and dicts are taken, and held as plain strings, tuples and frozen maps."""
    arguments = {field.alias: _disguised(getattr(record, field.name)) for field in attrs.fields(type(record))}
    again = type(record)(**arguments)
    assert again == record
    assert hash(again) == hash(record)
    assert {type(leaf) for leaf in _leaves(again)} <= {str, int, float, bool, type(None)}


def test_numbers_in_extra_data_become_plain_ones() -> None:
    """A number of another class is kept in extra data as the number that it is; a truth value stays one."""

    class Real(float):
        __slots__ = ()

    kept = Organisation("a", "A", extra={"a:b": [Number.THREE, Real(1.5), True, Word("x")]}).extra["a:b"]
    assert [(type(item), item) for item in kept] == [(int, 3), (float, 1.5), (bool, True), (str, "x")]


def test_a_whole_number_of_another_class_becomes_a_plain_one() -> None:
    """What Python takes for an index is taken for a whole number; a truth value is not."""

    class Numpy:
        def __index__(self) -> int:
            return 7

    for number, plain in ((Number.THREE, 3), (Numpy(), 7)):
        held = [
            Organisation("a", "A", size=number).size,  # type: ignore[arg-type]  # as numpy's are
            StatedCount("a", number, through="b").number,  # type: ignore[arg-type]
            Term("a", "b", rank=number).rank,  # type: ignore[arg-type]
        ]
        assert [(type(one), one) for one in held] == [(int, plain)] * 3
    with pytest.raises(InvalidRecordError, match="true is a truth value, and a whole number belongs here"):
        Organisation("a", "A", size=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "a truth value"),
        (1, "a whole number"),
        (1.5, "a number"),
        ("", "a text"),
        ([], "a list"),
        ((), "a list"),
        ({}, "an object"),
        (FrozenMap(), "an object"),
        (None, "null"),
        (datetime.date(2024, 1, 1), "a date"),
        (Organisation("a", "A"), "an Organisation"),
    ],
)
def test_a_value_is_named_in_the_words_of_json(value: object, words: str) -> None:
    """What sort of thing stands somewhere is said in the words of JSON, with the article."""
    assert kind_of(value) == words


def test_an_article_is_the_one_that_is_spoken() -> None:
    """A noun has "an" before a spoken vowel; no class of ours begins with a mute or a long u."""
    assert [with_article(cls.__name__).split()[0] for cls in CLASSES] == [
        "an" if cls.__name__[0] in "AEIO" else "a" for cls in CLASSES
    ]


TEXT_RULES = [rule for cls in CLASSES for rule in rules_of(cls).values() if isinstance(rule, Text)]


@given(st.sampled_from(TEXT_RULES), st.lists(st.text(max_size=6) | lines() | codes() | dates()))
def test_many_texts_are_accepted_when_each_of_them_is(rule: Text, texts: list[str]) -> None:
    """To ask about many at once is only quicker."""
    assert rule.accepts_all(texts) == all(map(rule.accepts, texts))
    good = [text for text in texts if rule.accepts(text)]
    assert rule.accepts_all(good)


@pytest.mark.parametrize("cls", CLASSES)
def test_what_is_not_stated_could_be_stated(cls: type[Any]) -> None:
    """A default is None or keeps the rule of its field: a file that writes it out is right, too."""
    for field in attrs.fields(cls):
        if field.default is not attrs.NOTHING and field.default is not None:
            assert field.metadata[RULE].accepts(field.default), field.name
