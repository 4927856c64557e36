"""Find records by what people call them: `find`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries import slow_doubts
from tests.queries.town import town
from tests.strategies import HARD_NAMES, models

from partnermodel.model.entities import ENTITY_CLASSES, Entity, Initiative, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.queries.lookup import Found, find
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias


def ids(found: Found) -> list[str]:
    """Return the ids of what was found, in its order."""
    return [match.entity.id for match in found]


@settings(max_examples=30)
@given(models(types=ENTITY_CLASSES, max_entities=6, max_relations=0, fields=8))
def test_whatever_an_entity_is_called_finds_it(model: PartnerModel) -> None:
    """Each entity is found, exactly, by its id, its names, its aliases and its identifiers."""
    for entity in model.entities.values():
        for text in (
            entity.id,
            entity.name,
            *entity.names.values(),
            *(alias.name for alias in entity.aliases),
            *(identifier.value for identifier in entity.identifiers),
            *map(str, entity.identifiers),
        ):
            found = find(model, text)
            assert entity in [match.entity for match in found if match.exact]


@given(models(types=ENTITY_CLASSES, max_entities=8, max_relations=0, fields=8), st.data())
def test_what_is_found_at_once_is_found_one_by_one(model: PartnerModel, data: st.DataObject) -> None:
    """A search of all names as one text finds what a search of each entity finds, and for the same reason."""
    parts = [
        text
        for entity in model.entities.values()
        for whole in (entity.name, entity.id, *entity.names.values(), *(one.name for one in entity.aliases),
                      *map(str, entity.identifiers))
        for text in (whole, whole[:2], whole[-2:], whole[1:3])
    ]  # fmt: skip
    for text in data.draw(st.lists(st.sampled_from([*parts, "", "«", " ", "\n", "e"]), max_size=6)):
        for scope in (None, "RU", "RU-OMS"):
            assert list(find(model, text, scope=scope)) == slow_doubts.found(model, text, scope)


_TEXTS = st.text("аяёеЁЕjQ«\"' ", min_size=1, max_size=5).filter(lambda text: text.strip() != "")


def plain(text: str) -> str:
    """Return a text of the letters above as it is compared, told letter by letter."""
    return re.sub(" +", " ", re.sub("[«\"']", " ", text.lower().replace("ё", "е"))).strip()


@given(st.lists(_TEXTS, min_size=1, max_size=6), _TEXTS)
def test_found_is_what_holds_the_text(names: list[str], text: str) -> None:
    """Case, ё, quotation marks and spaces aside, what is found has the text in it; exact ones are first."""
    model = PartnerModel("Names", [Organisation(f"{place}", name) for place, name in enumerate(names)])
    wanted = plain(text)
    exact = [f"{place}" for place, name in enumerate(names) if plain(name) == wanted]
    within = [f"{place}" for place, name in enumerate(names) if wanted and wanted in plain(name)]
    found = find(model, text)
    assert ids(found) == exact + [id for id in within if id not in exact]
    assert [match.exact for match in found] == [id in exact for id in ids(found)]


@given(models(max_entities=5, max_relations=0), st.text() | st.sampled_from(HARD_NAMES))
def test_any_text_can_be_looked_for(model: PartnerModel, text: str) -> None:
    """No text is refused, however hostile; the caption has it on one line, with nothing that overrides."""
    found = find(model, text)
    caption = str(found).splitlines()[0]
    assert caption == found.caption
    assert not re.search("[\\x00-\\x1f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]", caption)
    assert found._repr_html_()


@given(models(max_relations=0), st.sampled_from(ENTITY_CLASSES))
def test_no_text_means_all_of_a_type(model: PartnerModel, type: type[Entity]) -> None:
    """Without a text every entity of the type is found, in the order of the model, and for no reason."""
    found = find(model, type=type)
    assert ids(found) == [id for id, entity in model.entities.items() if isinstance(entity, type)]
    assert {(match.field, match.value, match.exact) for match in found} <= {("", "", False)}
    assert ids(find(model)) == list(model.entities)


@given(models(types=ENTITY_CLASSES, max_relations=0), st.data())
def test_a_kind_takes_in_the_narrower_ones(model: PartnerModel, data: st.DataObject) -> None:
    """By kind and status those are found whose code is named or has the named one above it."""
    codes = sorted({entity.kind for entity in model.entities.values() if entity.kind} | {"school", "event"})
    kinds = data.draw(st.none() | st.lists(st.sampled_from(codes), max_size=2))
    statuses = data.draw(st.none() | st.sets(st.sampled_from(("active", "exists", "unknown", "planned"))))

    def is_a(scheme: str, code: str | None, wanted: set[str]) -> bool:
        while code is not None and code not in wanted:
            code = (
                model.vocabulary.term(scheme, code).broader if model.vocabulary.knows(scheme, code) else None
            )
        return code is not None

    assert ids(find(model, kind=kinds, status=statuses)) == [
        id
        for id, entity in model.entities.items()
        if (kinds is None or is_a(entity.scheme, entity.kind, set(kinds)))
        and (statuses is None or is_a("status", entity.status, set(statuses)))
    ]


MINISTRIES = PartnerModel(
    "Ministries",
    [
        Organisation("federal", "Federal ministry", aliases=[Alias("Минтруд", scope="RU")]),
        Organisation("omsk", "Omsk ministry", aliases=[Alias("Минтруд", scope="RU-OMS")]),
        Organisation("tomsk", "Tomsk ministry", aliases=[Alias("Минтруд", scope="RU-TOM")]),
        Organisation("union", "Union", aliases=[Alias("Минтруд")]),
        Organisation("rus", "Not of RU", aliases=[Alias("Минтруд", scope="RS")]),
    ],
)


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        (None, ["federal", "omsk", "rus", "tomsk", "union"]),
        ("RU", ["federal", "omsk", "tomsk", "union"]),
        ("RU-OMS", ["federal", "omsk", "union"]),
        ("RU-TOM", ["federal", "tomsk", "union"]),
        ("ru-tom", ["federal", "tomsk", "union"]),
        ("RU-O", ["federal", "union"]),
        ("RS", ["rus", "union"]),
    ],
)
def test_an_alias_means_one_thing_here_and_another_there(scope: str | None, wanted: list[str]) -> None:
    """Минтруд in a region is that region's ministry or the federal one; elsewhere's is passed over."""
    assert ids(find(MINISTRIES, "минтруд", scope=scope)) == wanted


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("  колледж   Елка ", "names", "Колледж «Ёлка»"),
        ("ЁЛКА", "names", "Колледж «Ёлка»"),
        ('"yolka"', "name", "College “Yolka”"),
        ("5503023451", "identifiers", "INN 5503023451"),
        (" 5503023451 ", "identifiers", "INN 5503023451"),
        ("inn 5503023451", "identifiers", "INN 5503023451"),
        ("0000 0001 2150 090x", "identifiers", "ISNI 000000012150090X"),
        ("550302345", None, None),
        ("", None, None),
        ("«»", None, None),
    ],
)
def test_the_college_is_found_by(text: str, field: str | None, value: str | None) -> None:
    """Looks make no difference, a part of a name will do, an identifier is given whole; nothing is none."""
    found = find(town(), text)
    assert [(match.entity.id, match.field, match.value) for match in found] == (
        [] if field is None else [("college", field, value)]
    )


def test_the_best_reason_is_given() -> None:
    """An entity comes once: for what is exact before what is not, then for its name, its id, its alias."""
    model = PartnerModel(
        "Reasons",
        [
            Organisation(
                "b-lab", "Our lab", names={"ru": "Лаб", "en": "Lab"}, aliases=[Alias("Lab", scope="RU")]
            ),
            Organisation("lab", "Old laboratory"),
            Place("x", "Lab X", aliases=[Alias("lab one")]),
            Initiative("c", "C", aliases=[Alias("The lab", language="en")]),
        ],
    )
    found = find(model, "lab")
    assert [(one.entity.id, one.field, one.value, one.language, one.scope, one.exact) for one in found] == [
        ("b-lab", "names", "Lab", "en", None, True),
        ("lab", "id", "lab", None, None, True),
        ("c", "aliases", "The lab", "en", None, False),
        ("x", "name", "Lab X", None, None, False),
    ]


def test_what_is_found_reads_well() -> None:
    """The table says what was found and in which of its names, each in its own language."""
    found = find(town(), "минтруд", scope="RU")
    assert str(found) == (
        '1 found for "минтруд" in Town\n'
        "name                id        type          kind                found in         text\n"
        "Ministry of Labour  ministry  organisation  regional authority  alias in RU-OMS  Минтруд"
    )
    assert '<td><span lang="ru">Минтруд</span></td>' in found._repr_html_()
    assert str(find(town(), kind="public-authority", status="active")) == (
        "1 found in Town\n"
        "name                id        type          kind\n"
        "Ministry of Labour  ministry  organisation  regional authority"
    )
    assert str(find(town(), "zz")) == 'Found for "zz" in Town\n(none)'
    assert str(find(town(), kind="zz")) == "Found in Town\n(none)"
    model = PartnerModel(
        "Own", [Organisation("a", "A", identifiers=[Identifier("zz", " 1 ")])], language="en"
    )
    assert [str(cell) for cell in find(model, "1").table().rows[0]] == [
        "A", "a", "organisation", "not stated", "identifier", "ZZ  1 ",
    ]  # fmt: skip
    assert '<span lang="en">A</span>' in find(model, "a")._repr_html_()
