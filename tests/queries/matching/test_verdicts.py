"""What is said of a pair: its score, its verdict, what speaks for it and against it, in two languages."""

from __future__ import annotations

from typing import Any

import pytest

from partnermodel.model.entities import Centre, Entity, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.matching.duplicates import CandidatePair, find_duplicates
from partnermodel.queries.matching.scoring import VERDICTS
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias

INN = Identifier("inn", "5503023451")
OTHER_INN = Identifier("inn", "7707083893")
OGRN, OTHER_OGRN = Identifier("ogrn", "1027700132195"), Identifier("ogrn", "1025500736623")


def pair_of(
    one: dict[str, Any], other: dict[str, Any], *more: Any, kind: type[Entity] = Organisation
) -> CandidatePair:
    """Return the one pair of a model of two records and some more."""
    model = PartnerModel("Town", [kind("a", **one), kind("b", **other), *more])
    found = find_duplicates(model, type=kind.scheme, threshold=0)
    (pair,) = (*found.items, *found.apart)
    assert (pair in found.apart) == (pair.verdict in ("two", "branches"))
    return pair


COLLEGE = {"name": "БПОУ «Колледж № 5»"}
Case = tuple[dict[str, Any], dict[str, Any], float, str, list[str], list[str]]
CASES: list[Case] = [
    (
        {**COLLEGE, "identifiers": [INN]},
        {"name": "колледж №5", "identifiers": [INN]},
        1.0,
        "one",
        ["the same INN (taxpayer number): 5503023451", "the same name: колледж 5"],
        [],
    ),
    (
        {**COLLEGE, "identifiers": [INN]},
        {"name": "Лицей", "identifiers": [INN]},
        0.95,
        "one with aliases",
        ["the same INN (taxpayer number): 5503023451"],
        [],
    ),
    (
        {**COLLEGE, "identifiers": [INN]},
        {"name": "Колледж № 15", "identifiers": [INN]},
        0.8,
        "one with aliases",
        ["the same INN (taxpayer number): 5503023451"],
        ["different numbers in the names: 5, 15"],
    ),
    (
        {**COLLEGE, "identifiers": [INN, OGRN]},
        {**COLLEGE, "identifiers": [INN, OTHER_OGRN]},
        0.8,
        "one",
        ["the same INN (taxpayer number): 5503023451", "the same name: колледж 5"],
        ["different OGRN (state registration number): 1027700132195, 1025500736623"],
    ),
    (
        {**COLLEGE, "identifiers": [INN]},
        {**COLLEGE, "identifiers": [OTHER_INN]},
        0.1,
        "two",
        ["the same name: колледж 5"],
        ["different INN (taxpayer number): 5503023451, 7707083893"],
    ),
    (
        {**COLLEGE, "identifiers": [INN, Identifier("kpp", "550301001")]},
        {**COLLEGE, "identifiers": [INN, Identifier("kpp", "550301002")]},
        0.1,
        "branches",
        ["the same INN (taxpayer number): 5503023451", "the same name: колледж 5"],
        ["each has a KPP of its own"],
    ),
    (COLLEGE, {"name": "Колледж № 5"}, 0.9, "likely one", ["the same name: колледж 5"], []),
    (
        COLLEGE,
        {"name": "Kolledzh No. 5"},
        0.87,
        "likely one",
        ["the same name in other letters: колледж 5, kolledzh 5"],
        [],
    ),
    ({"name": "Party School"}, {"name": "Parti School"}, 0.85, "likely one", ["names alike by 100%"], []),
    ({"name": "Колледж связи"}, {"name": "Коледж связи"}, 0.821, "possibly one", ["names alike by 97%"], []),
    (
        {"name": "БПОУ Омской области «Медицинский колледж»"},
        {"name": "БПОУ Томской области «Медицинский колледж»"},
        0.65,
        "possibly one",
        ["the same name: медицинский колледж"],
        ["different regions after the legal form: омской область, томской область"],
    ),
    (
        {"name": "Лицей", "aliases": [Alias("Колледж № 5")]},
        {"name": "College", "names": {"ru": "Колледж № 5"}},
        0.9,
        "likely one",
        ["the same name: колледж 5"],
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[3]} {case[2]}")
def test_a_pair_is_judged(case: Case) -> None:
    """Each case has the documented score and verdict, and says why."""
    one, other, score, verdict, given, against = case
    pair = pair_of(one, other)
    assert (pair.score, pair.verdict) == (score, verdict)
    assert [reason.words for reason in pair.reasons] == given
    assert [reason.words for reason in pair.against] == against


def test_every_verdict_has_a_case() -> None:
    """The cases show every verdict."""
    assert {case[3] for case in CASES} == set(VERDICTS)


OMSK, TOMSK, REGION = Place("omsk", "Омск"), Place("tomsk", "Томск"), Place("region", "Омская область")
INSIDE = Relation("omsk", "part-of", "region")


@pytest.mark.parametrize(
    ("one", "other", "score", "given", "against"),
    [
        ("omsk", "omsk", 0.92, ["both in Омск"], []),
        ("omsk", "region", 0.9, [], []),
        ("region", "omsk", 0.9, [], []),
        ("omsk", "tomsk", 0.65, [], ["different places: Омск, Томск"]),
        ("region", "tomsk", 0.65, [], ["different places: Омская область, Томск"]),
    ],
)
def test_places_speak_for_and_against(
    one: str, other: str, score: float, given: list[str], against: list[str]
) -> None:
    """One place speaks for it, places apart against it, and a place within the other does neither."""
    located = (Relation("a", "located-in", one), Relation("b", "located-in", other))
    pair = pair_of(COLLEGE, COLLEGE, OMSK, TOMSK, REGION, INSIDE, *located)
    assert pair.score == score
    assert [reason.words for reason in pair.reasons][1:] == given
    assert [reason.words for reason in pair.against] == against


@pytest.mark.parametrize(
    ("hosts", "score", "given", "against"),
    [
        (("x", "x"), 0.92, ["both hosted by X"], []),
        (("x", "y"), 0.65, [], ["different hosts: X, Y"]),
        (("x",), 0.9, [], []),
    ],
)
def test_hosts_speak_for_and_against(
    hosts: tuple[str, ...], score: float, given: list[str], against: list[str]
) -> None:
    """Centres of one host may be one; those of two hosts are not told to be one by their name alone."""
    owners = (Organisation("x", "X"), Organisation("y", "Y"))
    hosting = (Relation(host, "hosts", id) for host, id in zip(hosts, "ab", strict=False))
    pair = pair_of({"name": "Медиацентр"}, {"name": "«МЕДИАЦЕНТР»"}, *owners, *hosting, kind=Centre)
    assert pair.score == score
    assert [reason.words for reason in pair.reasons][1:] == given
    assert [reason.words for reason in pair.against] == against


def test_who_works_with_itself_is_two() -> None:
    """A relation between the two speaks against them being one."""
    pair = pair_of(COLLEGE, COLLEGE, Relation("b", "partners-with", "a"))
    assert pair.score == 0.7
    assert [reason.words for reason in pair.against] == ["a relation joins the two: is a partner of"]
    assert pair.against[0].one == "b/partners-with/a"


def test_an_identifier_outweighs_what_speaks_against_it() -> None:
    """Places, numbers and relations together take no more from a shared identifier than 0.2."""
    one, other = ({"name": f"Школа № {number}", "identifiers": [INN]} for number in (5, 15))
    pair = pair_of(
        one,
        other,
        OMSK,
        TOMSK,
        Relation("a", "located-in", "omsk"),
        Relation("b", "located-in", "tomsk"),
        Relation("a", "partners-with", "b"),
    )
    assert len(pair.against) == 3
    assert (pair.score, pair.verdict) == (0.75, "one with aliases")


@pytest.mark.parametrize(
    ("scopes", "found"), [(("RU-OMS", "RU-TOM"), 0), (("RU-OMS", "RU"), 1), ((None, "RU"), 1)]
)
def test_an_alias_means_a_record_where_it_means_it(scopes: tuple[str | None, ...], found: int) -> None:
    """Aliases whose scopes have no ground in common are no reason."""
    both = [
        Organisation(id, name, aliases=[Alias("Минтруд", scope=scope)])
        for id, name, scope in zip("ab", ("Министерство", "Управа"), scopes, strict=True)
    ]
    assert len(find_duplicates(PartnerModel("Country", both))) == found


def test_names_that_are_only_alike_under_other_identifiers_are_not_told() -> None:
    """Who has an identifier of its own and is called otherwise is no duplicate, and no namesake."""
    both = [
        Organisation("a", "Омский колледж связи", identifiers=[INN]),
        Organisation("b", "Томский колледж связи", identifiers=[OTHER_INN]),
    ]
    found = find_duplicates(PartnerModel("Town", both), threshold=0)
    assert (found.items, found.apart) == ((), ())


def test_a_table_says_it_in_both_languages() -> None:
    """The table has a row a pair, those told apart at the end, and the reasons in the language."""
    some = [
        Organisation("a", "Колледж № 5", identifiers=[INN]),
        Organisation("b", "БПОУ «Колледж №5»", identifiers=[INN]),
        Organisation("c", "Лицей", identifiers=[OGRN], names={"en": "Lyceum"}),
        Organisation("d", "«Лицей»", identifiers=[OTHER_OGRN]),
    ]
    found = find_duplicates(PartnerModel("Town", some, language="ru"))
    assert [list(map(str, row)) for row in found.table().rows] == [
        ["Колледж № 5", "a", "БПОУ «Колледж №5»", "b", "1.00", "one and the same",
         "the same INN (taxpayer number): 5503023451; the same name: колледж 5", ""],
        ["Lyceum", "c", "«Лицей»", "d", "0.10", "two of one name", "the same name: лицей",
         "different OGRN (state registration number): 1027700132195, 1025500736623"],
    ]  # fmt: skip
    russian = found.table(language="ru")
    assert [list(map(str, row)) for row in russian.rows] == [
        ["Колледж № 5", "a", "БПОУ «Колледж №5»", "b", "1,00", "одно и то же",
         "совпадает ИНН: 5503023451; совпадает название: колледж 5", ""],
        ["Лицей", "c", "«Лицей»", "d", "0,10", "разные, хотя названия совпадают", "совпадает название: лицей",
         "различается ОГРН: 1027700132195, 1025500736623"],
    ]  # fmt: skip
    assert " ".join(russian.notes) == (
        "Сравнено: 4 записи; показаны пары с оценкой не ниже 0,75 и пары, записи которых различаются. "
        "Ничего не объединяется: решает человек."
    )
