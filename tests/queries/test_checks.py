"""What a person should look at: `check`, one doubt after the other."""

from __future__ import annotations

import datetime
import gc
import json
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries import slow_doubts
from tests.queries.town import town
from tests.strategies import dates, models, periods

from partnermodel.errors import InvalidRecordError, Issue
from partnermodel.model.days import Days
from partnermodel.model.entities import (
    Centre,
    Document,
    Entity,
    Group,
    Initiative,
    Organisation,
    Person,
    Place,
    Programme,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries import doubtful_codes, doubtful_times, doubts
from partnermodel.queries.checks import check
from partnermodel.queries.doubtful_names import likely_duplicates, mixed_names, padded_names
from partnermodel.queries.doubtful_times import apart
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

TODAY = "2026-11-24"

CODES = {
    "unknown-term", "replaced-term", "no-evidence", "self-reported", "count-exceeded", "same-name",
    "same-identifier", "look-alike-id", "ambiguous-alias", "padded-name", "mixed-name", "odd-end",
    "odd-period", "mirrored-relation", "unconnected", "stale-status",
}  # fmt: skip


@attrs.frozen
class Case:
    """A doubt: two records among others, of which one is doubtful and the other, its twin, is not."""

    code: str
    doubtful: tuple[Record, ...]
    sound: tuple[Record, ...]
    path: str
    value: str
    message: str
    hint: str
    records: tuple[str, ...]
    others: tuple[Record, ...] = ()
    vocabulary: Vocabulary = STANDARD


REPLACED = Vocabulary(
    [Term("organisation", "tekhnikum", labels={"en": "tekhnikum"}, replaced_by="vocational-college")]
)
CLUBS = Vocabulary([], [RelationTerm("befriends", labels={"en": "befriends"}, symmetric=True)])
A, B = Organisation("a", "Alpha"), Organisation("b", "Beta")
FUNDS = Relation("a", "funds", "b")
STUDIOS = tuple(Centre(f"s{number}", f"Studio {number}", kind="radio-studio") for number in range(3))
HOSTED = tuple(Relation("a", "hosts", studio.id) for studio in STUDIOS)
RELEASE = Document("release", "Press release")
OURS = Relation("release", "published-by", "a")


def alike(
    code: str, one: Entity, sound: Entity, other: Entity, *, field: str, message: str, value: str = ""
) -> Case:
    """Return the case of a record that is like another."""
    hint = "If they are one, keep one; if not, tell them apart in their names."
    path = f'{one.scheme}s["{one.id}"].{field}'
    return Case(code, (one,), (sound,), path, value, message, hint, (one.id, other.id), (other,))


CASES = [
    Case(
        "unknown-term",
        (Organisation("a", "Alpha", kind="vocational-colege"),),
        (Organisation("a", "Alpha", kind="vocational-college"),),
        'organisations["a"].kind',
        '"vocational-colege"',
        '"vocational-colege" is not a known code of the scheme organisation',
        'Did you mean "vocational-college"?',
        ("a",),
    ),
    Case(
        "unknown-term",
        (Programme("p", "P", status="zzz"),),
        (Programme("p", "P", status="planned"),),
        'programmes["p"].status',
        '"zzz"',
        '"zzz" is not a known code of the scheme status',
        "Define it in the vocabulary.",
        ("p",),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(FUNDS, role="fundings"),),
        (attrs.evolve(FUNDS, role="funding"),),
        'relations["a/funds/b/fundings"].role',
        '"fundings"',
        '"fundings" is not a known code of the scheme role',
        'Did you mean "funding"?',
        ("a/funds/b/fundings",),
        (A, B),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(FUNDS, level=Level("collaboration-continuum", "coordination")),),
        (attrs.evolve(FUNDS, level=Level("collaboration-continuum", "coordinating")),),
        'relations["a/funds/b"].level.value',
        '"coordination"',
        '"coordination" is not a known code of the scheme collaboration-continuum',
        'Did you mean "coordinating"?',
        ("a/funds/b",),
        (A, B),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(A, evidence=[Citation("release"), Citation("release", confidence="hihg")]),),
        (attrs.evolve(A, evidence=[Citation("release"), Citation("release", confidence="high")]),),
        'organisations["a"].evidence[1].confidence',
        '"hihg"',
        '"hihg" is not a known code of the scheme confidence',
        'Did you mean "high"?',
        ("a",),
        (RELEASE,),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(A, identifiers=[Identifier("kpp", "550401001"), Identifier("orgn", "1")]),),
        (attrs.evolve(A, identifiers=[Identifier("kpp", "550401001")]),),
        'organisations["a"].identifiers[1].scheme',
        '"orgn"',
        '"orgn" is not a known code of the scheme identifier',
        'Did you mean "ogrn"?',
        ("a",),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(RELEASE, source_type="third-partie"),),
        (attrs.evolve(RELEASE, source_type="third-party"),),
        'documents["release"].source_type',
        '"third-partie"',
        '"third-partie" is not a known code of the scheme source-type',
        'Did you mean "third-party"?',
        ("release",),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(A, stated=[StatedCount("studio", 9, through="hots")]),),
        (attrs.evolve(A, stated=[StatedCount("studio", 9, through="hosts")]),),
        'organisations["a"].stated[0].through',
        '"hots"',
        '"hots" is not a known code of the scheme relation',
        'Did you mean "hosts"?',
        ("a",),
    ),
    Case(
        "unknown-term",
        (attrs.evolve(A, stated=[StatedCount("studdio", 9, through="hosts")]),),
        (attrs.evolve(A, stated=[StatedCount("visit", 9, through="hosts")]),),
        'organisations["a"].stated[0].kind',
        '"studdio"',
        '"studdio" is not a known kind of any type',
        'Did you mean "studio"?',
        ("a",),
    ),
    Case(
        "replaced-term",
        (Organisation("a", "Alpha", kind="tekhnikum"),),
        (Organisation("a", "Alpha", kind="vocational-college"),),
        'organisations["a"].kind',
        '"tekhnikum"',
        '"tekhnikum" has been replaced',
        'Use "vocational-college".',
        ("a",),
        vocabulary=REPLACED,
    ),
    Case(
        "no-evidence",
        (A,),
        (attrs.evolve(A, evidence=[Citation("release")]),),
        'organisations["a"].evidence',
        "",
        "nobody is cited for it",
        "Cite the document that says so.",
        ("a",),
        (RELEASE,),
    ),
    Case(
        "self-reported",
        (attrs.evolve(FUNDS, evidence=[Citation("release"), Citation("release", locator="page 2")]),),
        (attrs.evolve(FUNDS, evidence=[Citation("release"), Citation("report")]),),
        'documents["release"]',
        "",
        "its publisher is a party to 1 of the ties that rest on this document alone",
        "Look for a second source.",
        ("release", "a/funds/b"),
        (A, B, RELEASE, OURS, Document("report", "Report")),
    ),
    Case(  # the same tie, but the document is another body's
        "self-reported",
        (OURS,),
        (Relation("release", "published-by", "c"),),
        'documents["release"]',
        "",
        "its publisher is a party to 1 of the ties that rest on this document alone",
        "Look for a second source.",
        ("release", "b/funds/a"),
        (A, B, Organisation("c", "C"), RELEASE, Relation("b", "funds", "a", evidence=[Citation("release")])),
    ),
    Case(
        "count-exceeded",
        (attrs.evolve(A, stated=[StatedCount("studio", 2, through="hosts")]),),
        (attrs.evolve(A, stated=[StatedCount("studio", 3, through="hosts")]),),
        'organisations["a"].stated[0]',
        "",
        '3 of the kind "studio" are named, and the source counts 2',
        "Correct the number, or the kinds of what is named.",
        ("a", "s0", "s1", "s2"),
        (*STUDIOS, *HOSTED),
    ),
    Case(
        "count-exceeded",
        (attrs.evolve(A, stated=[StatedCount("radio-studio", 2, through="hosts", qualifier="at-most")]),),
        (attrs.evolve(A, stated=[StatedCount("radio-studio", 2, through="hosts", qualifier="about")]),),
        'organisations["a"].stated[0]',
        "",
        '3 of the kind "radio-studio" are named, and the source counts at most 2',
        "Correct the number, or the kinds of what is named.",
        ("a", "s0", "s1", "s2"),
        (*STUDIOS, *HOSTED),
    ),
    alike(
        "same-name",
        Organisation("a", "Колледж «Ёлка»"),
        Organisation("a", "Колледж «Сосна»"),
        Organisation("b", "Yolka", names={"ru": "колледж  'елка'", "uk": "КОЛЛЕДЖ ЁЛКА"}),
        field="name",
        message='it is called the same as "b"',
        value='"Колледж «Ёлка»"',
    ),
    alike(
        "same-identifier",
        Organisation("a", "Alpha", identifiers=[Identifier("inn", "5503023451")]),
        Organisation("a", "Alpha", identifiers=[Identifier("inn", "7830002293")]),
        Organisation("b", "Beta", identifiers=[Identifier("inn", "5503023451")]),
        field="identifiers",
        message='it has the same identifier as "b"',
    ),
    alike(  # branches have the number of the whole body, and a KPP of their own
        "same-identifier",
        Organisation("a", "A", identifiers=[Identifier("inn", "5503023451")]),
        Organisation("a", "A", identifiers=[Identifier("inn", "5503023451"), Identifier("kpp", "550301001")]),
        Organisation("b", "B", identifiers=[Identifier("inn", "5503023451"), Identifier("kpp", "550302001")]),
        field="identifiers",
        message='it has the same identifier as "b"',
    ),
    alike(  # an organisation may be numbered by the municipality it is in, as its neighbours are
        "same-identifier",
        Place("a", "Alpha", identifiers=[Identifier("oktmo", "52701000")]),
        Organisation("a", "Alpha", identifiers=[Identifier("oktmo", "52701000")]),
        Place("b", "Beta", identifiers=[Identifier("oktmo", "52701000")]),
        field="identifiers",
        message='it has the same identifier as "b"',
    ),
    alike(
        "look-alike-id",
        Organisation("Ёлка", "Alpha"),
        Organisation("Сосна", "Alpha"),
        Place("елка", "Beta"),
        field="id",
        message='it has an id that looks like that of "елка"',
        value='"Ёлка"',
    ),
    Case(
        "ambiguous-alias",
        (attrs.evolve(A, aliases=[Alias("MT"), Alias("Минтруд", scope="RU-OMS")]),),
        (attrs.evolve(A, aliases=[Alias("MT"), Alias("Минтруд", scope="RU-TOM")]),),
        'organisations["a"].aliases[1].name',
        '"Минтруд"',
        'the alias "Минтруд" means "b" as well',
        "Give each a scope of its own.",
        ("a", "b"),
        (attrs.evolve(B, aliases=[Alias("МИНТРУД", scope="RU-OMS")]),),
    ),
    Case(
        "ambiguous-alias",
        (Organisation("a", "Alpha", aliases=[Alias("MT", scope="RU")]),),
        (Place("a", "Alpha", aliases=[Alias("MT", scope="RU")]),),
        'organisations["a"].aliases[0].name',
        '"MT"',
        'the alias "MT" means "b" as well',
        "Give each a scope of its own.",
        ("a", "b"),
        (attrs.evolve(B, aliases=[Alias("mt", scope="RU-OMS")]),),
    ),
    Case(
        "mixed-name",
        (Organisation("a", "Шк\u006fла № 5 IT-куб 3D-печать"),),  # a Latin o
        (Organisation("a", "Школа № 5 IT-куб 3D-печать"),),
        'organisations["a"].name',
        '"Шк\u006fла № 5 IT-куб 3D-печать"',
        'in "Шк\u006fла", "o" is Latin among Cyrillic letters',
        'Write "Школа № 5 IT-куб 3D-печать".',
        ("a",),
    ),
    Case(
        "mixed-name",
        (attrs.evolve(A, aliases=[Alias("S\u0421hool \u0410\u041e")]),),  # a Cyrillic С; АО is of one script
        (attrs.evolve(A, aliases=[Alias("SChool \u0410\u041e")]),),
        'organisations["a"].aliases[0].name',
        '"S\u0421hool \u0410\u041e"',
        'in "S\u0421hool", "\u0421" is Cyrillic among Latin letters',
        'Write "SChool \u0410\u041e".',
        ("a",),
    ),
    Case(
        "padded-name",
        (Organisation("a", " Alpha  one "),),
        (Organisation("a", "№\u00a01 one"),),
        'organisations["a"].name',
        '" Alpha  one "',
        '" Alpha  one " has spaces too many',
        'Write "Alpha one".',
        ("a",),
    ),
    Case(
        "padded-name",
        (attrs.evolve(A, names={"en": "Alpha", "ru": "Альфа\u00a0 1"}),),
        (attrs.evolve(A, names={"en": "Alpha", "ru": "Альфа\u00a01"}),),
        'organisations["a"].names["ru"]',
        r'"Альфа\u00a0 1"',
        r'"Альфа\u00a0 1" has spaces too many',
        r'Write "Альфа\u00a01".',
        ("a",),
    ),
    Case(
        "padded-name",
        (attrs.evolve(A, aliases=[Alias("Al"), Alias("Alph ")]),),
        (attrs.evolve(A, aliases=[Alias("Al"), Alias("Alph")]),),
        'organisations["a"].aliases[1].name',
        '"Alph "',
        '"Alph " has spaces too many',
        'Write "Alph".',
        ("a",),
    ),
    Case(
        "odd-end",
        (Relation("a", "participates-in", "i", status="active"),),
        (Relation("a", "participates-in", "i", status="agreed"),),
        'relations["a/participates-in/i"].target',
        '"i"',
        "the relation is active, and its target is completed",
        "Correct one of the two statuses.",
        ("a/participates-in/i", "i"),
        (A, Initiative("i", "Fair", status="completed")),
    ),
    Case(  # to be part of what is over is no contradiction: it was
        "odd-end",
        (Relation("p", "zz-supports", "i", status="exists"),),
        (Relation("p", "part-of", "i", status="exists"),),
        'relations["p/zz-supports/i"].source',
        '"p"',
        "the relation is exists, and its source is cancelled",
        "Correct one of the two statuses.",
        ("p/zz-supports/i", "p"),
        (Programme("p", "P", status="cancelled"), Initiative("i", "I", status="active")),
    ),
    Case(
        "odd-period",
        (attrs.evolve(FUNDS, period=Period("2021")),),
        (attrs.evolve(FUNDS, period=Period("2020-12")),),
        'relations["a/funds/b"].period',
        '"2021 to unknown end"',
        "the relation holds 2021 to unknown end, and its source exists unknown start to 2020",
        "Correct one of the two periods.",
        ("a/funds/b", "a"),
        (attrs.evolve(A, period=Period(None, "2020")), B),
    ),
    Case(  # what succeeds another begins when that is over
        "odd-period",
        (attrs.evolve(FUNDS, period=Period(None, "2019")),),
        (Relation("a", "succeeds", "b", period=Period(None, "2019")),),
        'relations["a/funds/b"].period',
        '"unknown start to 2019"',
        "the relation holds unknown start to 2019, and its target exists 2020 to open",
        "Correct one of the two periods.",
        ("a/funds/b", "b"),
        (A, attrs.evolve(B, period=Period("2020", OPEN))),
    ),
    Case(
        "odd-period",
        (attrs.evolve(A, period=Period("2010", "2015-03")),),
        (attrs.evolve(A, period=Period("2010", "2015")),),
        'relations["a/funds/b"]',
        "",
        "its source exists 2010 to 2015-03, and its target exists 2015-06 to unknown end",
        "Correct one of the two periods.",
        ("a/funds/b", "a", "b"),
        (attrs.evolve(B, period=Period("2015-06")), FUNDS),
    ),
    Case(
        "mirrored-relation",
        (Relation("b", "cooperates-with", "a"),),
        (Relation("b", "partners-with", "a"),),
        'relations["b/cooperates-with/a"]',
        "",
        'it says the same as "a/cooperates-with/b", from the other end',
        "Keep one of the two.",
        ("b/cooperates-with/a", "a/cooperates-with/b"),
        (A, B, Relation("a", "cooperates-with", "b")),
    ),
    Case(
        "mirrored-relation",
        (Relation("b", "befriends", "a"),),
        (Relation("b", "befriends", "a", level=Level("collaboration-continuum", "networking")),),
        'relations["b/befriends/a"]',
        "",
        'it says the same as "a/befriends/b", from the other end',
        "Keep one of the two.",
        ("b/befriends/a", "a/befriends/b"),
        (A, B, Relation("a", "befriends", "b", level=Level("collaboration-continuum", "cooperating"))),
        CLUBS,
    ),
    Case(
        "mirrored-relation",
        (Relation("b", "partners-with", "a", id="back"),),
        (Relation("b", "partners-with", "a", id="back", role="host"),),
        'relations["back"]',
        "",
        'it says the same as "a/partners-with/b/organiser", from the other end',
        "Keep one of the two.",
        ("back", "a/partners-with/b/organiser"),
        (A, B, Relation("a", "partners-with", "b", role="organiser")),
    ),
    Case(
        "mirrored-relation",
        (Relation("b", "partners-with", "a", period=Period("2019")),),
        (Relation("b", "partners-with", "a", period=Period("2020")),),
        'relations["b/partners-with/a"]',
        "",
        'it says the same as "a/partners-with/b", from the other end',
        "Keep one of the two.",
        ("b/partners-with/a", "a/partners-with/b"),
        (A, B, Relation("a", "partners-with", "b", period=Period(None, "2019"))),
    ),
    Case(
        "unconnected",
        (Person("p", "Somebody"),),
        (Person("p", "Somebody"), Relation("p", "holds-post-at", "a")),
        'persons["p"]',
        "",
        "no relation begins or ends at it",
        "Add the relation that brought it here, or remove it.",
        ("p",),
        (A, B, FUNDS),
    ),
    Case(
        "unconnected",
        (A,),
        (attrs.evolve(A, evidence=[Citation("release")]),),
        'documents["release"]',
        "",
        "no relation begins or ends at it",
        "Add the relation that brought it here, or remove it.",
        ("release",),
        (B, FUNDS, RELEASE),
    ),
    Case(
        "stale-status",
        (attrs.evolve(FUNDS, status="active", period=Period("2020", "2026-10")),),
        (attrs.evolve(FUNDS, status="active", period=Period("2020", "2026-11")),),
        'relations["a/funds/b"].status',
        '"active"',
        "it is active, and ended in 2026-10",
        "Say how it ended, or correct the end.",
        ("a/funds/b",),
        (A, B),
    ),
    Case(
        "stale-status",
        (Organisation("a", "Alpha", status="exists", period=Period(None, "2026-11-23")),),
        (Organisation("a", "Alpha", status="exists", period=Period(None, "2026-11-24")),),
        'organisations["a"].status',
        '"exists"',
        "it is exists, and ended in 2026-11-23",
        "Say how it ended, or correct the end.",
        ("a",),
    ),
    Case(
        "stale-status",
        (Initiative("i", "Fair", status="planned", period=Period("2025", OPEN)),),
        (Initiative("i", "Fair", status="planned", period=Period("2026", OPEN)),),
        'initiatives["i"].status',
        '"planned"',
        "it is planned, and was to start in 2025",
        "Say whether it started, or correct the start.",
        ("i",),
    ),
    Case(  # a building that is only agreed may well have its year of birth; what happens may not
        "stale-status",
        (Programme("i", "Course", status="expected", period=Period("2026-11-23")),),
        (Centre("i", "Course", status="expected", period=Period("2026-11-23")),),
        'programmes["i"].status',
        '"expected"',
        "it is expected, and was to start in 2026-11-23",
        "Say whether it started, or correct the start.",
        ("i",),
    ),
]


def issues_of(model: PartnerModel, code: str) -> list[Issue]:
    """Return the issues with a code."""
    return [issue for issue in check(model, as_of=TODAY) if issue.code == code]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_a_doubt_is_found_and_its_twin_is_not(case: Case) -> None:
    """The doubtful model has exactly this issue of its code; change one thing, and it has none."""
    doubtful = PartnerModel("Doubtful", [*case.others, *case.doubtful], vocabulary=case.vocabulary)
    assert issues_of(doubtful, case.code) == [
        Issue(
            case.code,
            case.path,
            case.value,
            case.message,
            case.hint,
            severity="doubtful",
            records=case.records,
        )
    ]
    sound = PartnerModel("Sound", [*case.others, *case.sound], vocabulary=case.vocabulary)
    assert issues_of(sound, case.code) == []


def test_many_that_are_alike_are_one_issue() -> None:
    """However many are called the same, one issue says so, names the first five and counts the rest."""
    model = PartnerModel("Many", [Group(id, "Deaf learners") for id in "abcdefgh"])
    (issue,) = issues_of(model, "same-name")
    assert issue.message == 'it is called the same as "b", "c", "d", "e", "f" and 2 more'
    assert issue.records == tuple("abcdefgh")
    six = model.without("g", "h")
    assert issues_of(six, "same-name")[0].message == 'it is called the same as "b", "c", "d", "e", "f"'


def test_only_what_is_of_one_type_can_be_one() -> None:
    """A college and a centre of one name, number and alias are no duplicates of each other."""
    model = PartnerModel(
        "Two types",
        [
            cls(cls.scheme, "Yolka", identifiers=[Identifier("wikidata", "Q42")], aliases=[Alias("Y")])
            for cls in (Organisation, Centre, Place)
        ],
    )
    found = {issue.code for issue in check(model, as_of=TODAY)}
    assert found == {"no-evidence", "unconnected"}


def test_numbers_of_places_tell_organisations_nothing() -> None:
    """Two organisations in one municipality may both give its number, and are not one for that."""
    number = [Identifier("oktmo", "52701000"), Identifier("iso-3166-2", "RU-OMS")]
    model = PartnerModel("Town", [attrs.evolve(A, identifiers=number), attrs.evolve(B, identifiers=number)])
    assert issues_of(model, "same-identifier") == []


def test_every_doubt_has_a_case() -> None:
    """No code is without a model that shows it, and no case is of a code that nobody knows."""
    assert {case.code for case in CASES} == CODES


@given(models(), dates())
def test_any_model_can_be_checked(model: PartnerModel, day: str) -> None:
    """Whatever the model, issues are doubtful, of known codes, and of records that are in it."""
    for issue in check(model, as_of=day):
        assert issue.severity == "doubtful"
        assert issue.code in CODES
        assert issue.message
        assert issue.hint
        assert issue.records
        assert set(issue.records) <= set(model)


@given(models(fields=5), dates())
def test_a_path_leads_to_what_is_doubtful(model: PartnerModel, day: str) -> None:
    """A path is Python: from the model it leads to the record, or to the very value that is shown."""
    for issue in check(model, as_of=day):
        if "…" in issue.path:  # a path is shortened when an id is longer than anybody would read
            continue
        found: Any = eval(f"model.{issue.path}", {"model": model})
        record = model[issue.records[0]]
        if issue.value:
            assert issue.value == shown(found if isinstance(found, str) else str(found))
        else:
            assert found is record or found in [
                getattr(record, one.name) for one in attrs.fields(type(record))
            ] + list(getattr(record, "stated", ()))


def test_a_model_without_doubts_is_left_alone() -> None:
    """Of the town, by hand: nobody serves the blind, and the ministry reports on itself; no more."""
    found = check(town(), as_of=TODAY)
    assert str(found) == (
        "To look at: 2\n"
        "where                 code           what                                                         "
        "                hint\n"
        'documents["release"]  self-reported  its publisher is a party to 2 of the ties that rest on this '
        "document alone.  Look for a second source.\n"
        'groups["blind"]       unconnected    no relation begins or ends at it.                            '
        "                Add the relation that brought it here, or remove it."
    )
    assert str(check(PartnerModel("Empty"))) == "To look at\n(none)"


@given(models(max_entities=5, max_relations=3), st.integers(min_value=0, max_value=3))
def test_own_checks_come_last(model: PartnerModel, many: int) -> None:
    """A check of the user's own is called with the model; its issues come last, in its order, as doubtful."""
    given_as = "broken" if many % 2 else "doubtful"
    found_as = "doubtful"
    told, own = (
        [
            Issue("own", f"here[{number}]", message="odd", hint="Mend it.", severity=severity)
            for number in range(many)
        ]
        for severity in (given_as, found_as)
    )
    asked: list[PartnerModel] = []

    def mine(given: PartnerModel) -> Iterator[Issue]:
        asked.append(given)
        yield from told

    found = check(model, mine, lambda given: told[:1], as_of=TODAY)
    assert found.items == (*check(model, as_of=TODAY), *own, *own[:1])
    assert len(asked) == 1
    assert asked[0] is model


def test_the_day_decides_what_is_stale() -> None:
    """A status is stale once the day is after the whole of its date; without a day, as of today."""
    long_ago = Initiative("i", "I", status="planned", period=Period("1999"))
    model = PartnerModel("Old", [long_ago])

    def stale(day: Any) -> bool:
        return "stale-status" in [issue.code for issue in check(model, as_of=day)]

    assert [stale(day) for day in ("1999", "1999-12-31", "2000", "2000-01-01")] == [False, False, True, True]
    assert stale(datetime.date(2000, 1, 1))
    assert not stale(datetime.date(1999, 12, 31))
    assert stale(None)
    later = PartnerModel("New", [attrs.evolve(long_ago, period=Period("9998"))])
    assert "stale-status" not in [issue.code for issue in check(later)]


@pytest.mark.parametrize(
    ("day", "shown_as"), [("soon", '"soon"'), ("2024-02-30", '"2024-02-30"'), ("..", '".."')]
)
def test_a_day_that_is_none_is_refused(day: str, shown_as: str) -> None:
    """A day that is no date is refused, even when the model is empty."""
    with pytest.raises(InvalidRecordError) as caught:
        check(PartnerModel("Empty"), as_of=day)
    (issue,) = caught.value.issues
    assert issue.value == shown_as
    assert issue.message.startswith(f"{shown_as} is not a date")


_SCOPES = st.sampled_from((None, "RU", "RU-OMS", "RU-TOM", "GB"))


@settings(max_examples=120)
@given(st.lists(st.lists(_SCOPES, min_size=1, max_size=2), max_size=6))
def test_two_that_share_an_alias_in_a_place_stand_in_one_issue(scopes: list[list[str | None]]) -> None:
    """Two entities are named together exactly if an alias can mean both in one place, first each once."""
    model = PartnerModel(
        "Aliases",
        [
            Organisation(f"o{number}", f"Name {number}", aliases=[Alias("MT", scope=scope) for scope in own])
            for number, own in enumerate(scopes)
        ],
    )

    def meet(one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return True
        return one == other or one == other[:2] or other == one[:2]

    def collide(one: int, other: int) -> bool:
        return any(meet(left, right) for left in scopes[one] for right in scopes[other])

    issues = issues_of(model, "ambiguous-alias")
    for issue in issues:
        first, *others = (int(id[1:]) for id in issue.records)
        assert all(collide(first, other) for other in others)
    together = {pair for issue in issues for pair in combinations(issue.records, 2)}
    for one, other in combinations(range(len(scopes)), 2):
        if collide(one, other):
            assert (f"o{one}", f"o{other}") in together
    assert len({issue.records[0] for issue in issues}) == len(issues)


@given(st.text("a \u00a0\u3000", min_size=1, max_size=8).filter(lambda text: "a" in text))
def test_a_padded_name_is_mended_by_what_is_proposed(name: str) -> None:
    """Who writes what the hint proposes has no such doubt any more, and has lost nothing but spaces."""
    found = issues_of(PartnerModel("Padded", [Organisation("o", name)]), "padded-name")
    padded = (
        name[0] != "a" or name[-1] != "a" or any(not (one + other).strip() for one, other in pairwise(name))
    )
    assert len(found) == padded
    if found:
        mended = json.loads(found[0].hint.removeprefix("Write ").removesuffix("."))
        assert mended.split() == name.split()
        assert not issues_of(PartnerModel("Mended", [Organisation("o", mended)]), "padded-name")


PERIODS = (
    Period(), Period("2019"), Period("2019", OPEN), Period(end="2020-05"), Period("2021", "2022-03-01"),
    Period("2021-01-01"), Period(end="2018"),
)  # fmt: skip
STATUSES = ("unknown", "active", "exists", "completed", "planned", "expected", "suspended", "zz-odd")
ENDS = (
    ("funds", "o", "o"), ("located-in", "o", "t"), ("succeeds", "o", "o"), ("published-by", "d", "o"),
    ("offers", "o", "p"), ("published-by", "d", "o"), ("funds", "o", "p"),
)  # fmt: skip


@st.composite
def busy(draw: st.DrawFn) -> PartnerModel:
    """Draw a model of few entities and much that may be doubtful about what is between them."""
    small = st.integers(0, 41)
    given_codes = draw(st.lists(small, min_size=16, max_size=16))
    classes = {"o": Organisation, "p": Programme, "t": Place}
    entities: list[Entity] = [
        classes[id[0]](id, id, status=STATUSES[code % 8], period=PERIODS[code % 7])
        for id, code in zip(("o1", "o2", "o3", "p1", "p2", "t1"), given_codes, strict=False)
    ]
    links: dict[str, Relation] = {}
    for kind, first, second, state, when, cited in draw(
        st.lists(st.tuples(small, small, small, small, small, small), max_size=10)
    ):
        code, source, target = ENDS[kind % len(ENDS)]
        numbers = {"o": 3, "p": 2, "t": 1, "d": 2}
        ends = tuple(f"{end}{n % numbers[end] + 1}" for end, n in ((source, first), (target, second)))
        if ends[0] < ends[1]:
            evidence = [Citation(f"d{n}") for n in ((), (1,), (2,), (1, 2), (1, 1))[cited % 5]]
            link = Relation(
                ends[0], code, ends[1], status=STATUSES[state % 8], period=PERIODS[when % 7],
                evidence=evidence,
            )  # fmt: skip
            links[link.id] = link
    return PartnerModel("Busy", [*entities, Document("d1", "One"), Document("d2", "Two"), *links.values()])


@settings(max_examples=300)
@given(busy() | models(types=(Organisation, Programme, Document), max_relations=12))
def test_what_is_doubtful_is_found_one_by_one_as_well(model: PartnerModel) -> None:
    """What is looked at once for all that is alike is what each record by itself gives, in the same order."""
    for quick, plain in (
        (doubtful_codes.unknown_terms, slow_doubts.unknown_terms),
        (doubts.self_reported, slow_doubts.self_reported),
        (doubtful_times.odd_ends, slow_doubts.odd_ends),
        (doubts.unconnected, slow_doubts.unconnected),
        (likely_duplicates, slow_doubts.likely_duplicates),
    ):
        assert list(quick(model)) == list(plain(model))
    for day in ("2018-06", "2021-01-01", TODAY):
        assert list(doubtful_times.stale_statuses(model, day)) == list(slow_doubts.stale_statuses(model, day))


@st.composite
def counting(draw: st.DrawFn) -> PartnerModel:
    """Draw organisations that host and offer things, and whose sources count such things."""
    kinds = st.sampled_from(("studio", "radio-studio", "zz-odd"))
    links = st.sampled_from(("hosts", "offers", "part-of"))
    numbers, owners = st.integers(0, 1), st.sampled_from("ab")
    counts = st.builds(
        StatedCount, kinds, numbers, through=links, qualifier=st.sampled_from(("exactly", "at-most", "about"))
    )
    bodies = [
        Organisation(id, id.upper(), stated=draw(st.lists(counts, min_size=2, max_size=4))) for id in "ab"
    ]
    centres = [Centre(f"c{n}", "C", kind=draw(kinds)) for n in range(draw(st.integers(1, 4)))]
    hosted = [Relation(draw(owners), "hosts", centre.id) for centre in centres]
    parts = [Relation(centre.id, "part-of", draw(owners)) for centre in centres]
    return PartnerModel("Counts", [*bodies, *centres, *hosted, *parts, Relation("a", "partners-with", "b")])


@given(counting())
def test_what_is_named_is_counted_one_by_one_as_well(model: PartnerModel) -> None:
    """The relations of those whose things are counted are gathered at once, and none is lost or added."""
    assert list(doubts.stated_counts(model)) == list(slow_doubts.stated_counts(model))


SPELT = st.text("aAоOОмKк \u00a0\u3000", min_size=1, max_size=6).filter(str.strip)


@given(
    st.lists(
        st.tuples(SPELT, st.dictionaries(st.sampled_from(("ru", "en")), SPELT), st.lists(SPELT, max_size=2))
    )
)
def test_every_name_is_looked_at_by_itself_as_well(
    called: list[tuple[str, dict[str, str], list[str]]],
) -> None:
    """Names of every sort are held to the same, and each is told with its place."""
    model = PartnerModel(
        "Names",
        [
            Organisation(f"o{place}", name, names=names, aliases=[Alias(one) for one in others])
            for place, (name, names, others) in enumerate(called)
        ],
    )
    assert list(padded_names(model)) == list(slow_doubts.padded_names(model))
    assert list(mixed_names(model)) == list(slow_doubts.mixed_names(model))


@given(periods(), st.sampled_from(("planned", "active", "completed")), dates())
def test_a_status_is_overtaken_as_its_own_period_says(period: Period, status: str, day: str) -> None:
    """However precise a period and the day are, it is as when each record is asked by itself."""
    visit = Initiative("visit", "Visit", period=period, status=status)
    model = PartnerModel("Visits", [visit, Organisation("a", "A", period=period, status=status)])
    for when in (day, *filter(None, (period.start, period.end if period.end != OPEN else None))):
        assert list(doubtful_times.stale_statuses(model, when)) == list(
            slow_doubts.stale_statuses(model, when)
        )


def test_what_is_planned_cannot_start_after_its_end() -> None:
    """It was to start in the year, and is to be over in spring: in summer it is overtaken."""
    visit = Initiative("visit", "Visit", period=Period("2026", "2026-03"), status="planned")
    found = {
        day: [*doubtful_times.stale_statuses(PartnerModel("V", [visit]), day)]
        for day in ("2026-03", "2026-06")
    }
    assert [len(issues) for issues in found.values()] == [0, 1]


def test_names_in_other_languages_are_told_in_their_own_order() -> None:
    """Whoever shares the first of them is told first, whatever the languages are."""
    names = {"ru": "Лаборатория", "en": "Laboratory"}
    others = [Organisation("o1", "Laboratory"), Organisation("o2", "Лаборатория")]
    found = likely_duplicates(PartnerModel("M", [Organisation("a", "A", names=names), *others]))
    assert [issue.records for issue in found] == [("a", "o2"), ("a", "o1")]


@given(periods(), periods())
def test_periods_are_apart_when_no_day_may_be_in_both(one: Period, other: Period) -> None:
    """What is reckoned in numbers of days is what the days themselves say."""
    days = Days()
    assert apart(days.possible(one), days.possible(other)) == (
        one.earliest_start() > other.latest_end() or other.earliest_start() > one.latest_end()
    )


def test_checks_of_ones_own_have_the_garbage_collector() -> None:
    """It is out of the way of our checks alone, and at its work again after them, whatever is found."""
    collecting: list[bool] = []

    def own(model: PartnerModel) -> list[Issue]:
        collecting.append(gc.isenabled())
        return []

    assert len(check(PartnerModel("One", [A]), own, as_of=TODAY)) > 0
    with pytest.raises(InvalidRecordError):
        check(PartnerModel("One", [A]), own, as_of="soon")
    assert [*collecting, gc.isenabled()] == [True, True]


def test_other_names_do_not_hide_ids_that_look_alike() -> None:
    """Ids are compared as ids and names as names, however many names there are."""
    one = Organisation("Lab", "Laboratory", names={"ru": "Лаборатория", "de": "Labor"})
    other = Organisation("lab", "Workshop", names={"tt": "Остаханә", "ru": "Мастерская"})
    third = Organisation("c", "Third", names={"zz": "Nothing", "ru": "«лаборатория»"})
    found = [
        (issue.code, issue.records) for issue in likely_duplicates(PartnerModel("M", [one, other, third]))
    ]
    assert found == [("same-name", ("Lab", "c")), ("look-alike-id", ("Lab", "lab"))]


@pytest.mark.parametrize(
    ("scheme", "hint"),
    [
        ("organization", 'It is defined in the scheme "organization". Write "organisation" there.'),
        ("centre", "Define it in the vocabulary."),
        ("trust", "Define it in the vocabulary."),
    ],
)
def test_a_word_that_is_defined_in_a_misspelt_scheme_is_found_there(scheme: str, hint: str) -> None:
    """Nobody is told to define what is defined; another scheme, or one of its own, may have the same code."""
    words = Vocabulary([Term(scheme, "zz-9", labels={"en": "lyceum"})])
    model = PartnerModel("Town", [Organisation("a", "A", kind="zz-9")], vocabulary=words)
    assert [issue.hint for issue in check(model) if issue.code == "unknown-term"] == [hint]
