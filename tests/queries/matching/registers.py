"""Registers in which records are called alike on purpose, and the slips with which people write names."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from partnermodel.model.entities import Centre, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias

NAMES = (
    "БПОУ Омской области «Колледж № 5»",
    "Колледж №5",
    "ГАПОУ Томской области «Колледж No. 5»",
    "Kolledzh N 5",
    "Коледж № 5",
    "Колледж № 15",
    "Колледж",
    "School 5",
    "!?",
    "Педагогический университет",
    "Педагогический универститет",
    "Pedagogicheskii universitet",
)
NUMBERS = (
    Identifier("inn", "5503023451"),
    Identifier("register", "1"),
    Identifier("register", "2"),
    Identifier("kpp", "550301001"),
    Identifier("kpp", "550301002"),
    Identifier("oktmo", "52701000"),
)
PLACES = (Place("omsk", "Омск"), Place("omsk-region", "Омская область"), Place("tomsk", "Томск"))


@st.composite
def registers(draw: st.DrawFn) -> tuple[Record, ...]:
    """Draw the records of a model: organisations and centres that are called and numbered alike."""
    some: list[Record] = []
    relations: dict[str, Relation] = {}
    for number in range(draw(st.integers(0, 6))):
        cls = draw(st.sampled_from((Organisation, Organisation, Organisation, Centre)))
        id = f"r{number}"
        some.append(
            cls(
                id,
                draw(st.sampled_from(NAMES)),
                names=draw(
                    st.dictionaries(st.sampled_from(("en", "ru")), st.sampled_from(NAMES), max_size=1)
                ),
                identifiers=draw(st.lists(st.sampled_from(NUMBERS), max_size=2, unique=True)),
                aliases=[
                    Alias(name, scope=draw(st.sampled_from((None, "RU-OMS", "RU-TOM"))))
                    for name in draw(st.lists(st.sampled_from(NAMES), max_size=1))
                ],
            )
        )
        for place in draw(st.lists(st.sampled_from(PLACES), max_size=1)):
            relation = Relation(id, "located-in", place.id)
            relations[relation.id] = relation
    ids = [one.id for one in some]
    for _ in range(draw(st.integers(0, 2)) if len(ids) > 1 else 0):
        source, target = draw(st.permutations(ids))[:2]
        relation = Relation(source, draw(st.sampled_from(("hosts", "partners-with"))), target)
        if isinstance(some[ids.index(source)], Organisation) and (
            isinstance(some[ids.index(target)], Centre) == (relation.kind == "hosts")
        ):
            relations[relation.id] = relation
    inside = Relation("omsk", "part-of", "omsk-region")
    return (*some, *PLACES, inside, *relations.values())


def model_of(records: tuple[Record, ...]) -> PartnerModel:
    """Return the model of some records."""
    return PartnerModel("Register", records)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_TOWNS = _words(
    "омский томский тарский курганский ишимский бийский барнаульский читинский иркутский братский ангарский "
    "якутский казанский уфимский пермский кунгурский самарский пензенский рязанский тульский калужский "
    "брянский курский липецкий елецкий тамбовский псковский вологодский архангельский мурманский"
)
_SUBJECTS = _words(
    "строительный медицинский сельскохозяйственный педагогический политехнический индустриальный "
    "транспортный кулинарный автодорожный лесотехнический авиационный химический горный экономический "
    "юридический театральный музыкальный художественный торговый технологический энергетический речной"
)
_KINDS = _words("колледж техникум лицей институт интернат центр училище пансионат")
_TAILS = (
    "профессиональных технологий",
    "сервиса и дизайна",
    "информационных систем",
    "питания и торговли",
    "социальных услуг",
    "",
    "",
    "",
)
_NAMESAKES = _words("пушкина гагарина королева ломоносова менделеева чехова кирова жукова попова вернадского")
_FORMS = (
    "БПОУ",
    "ГБПОУ",
    "ГАПОУ",
    "КГБПОУ",
    "АНО",
    "ООО",
    "Бюджетное профессиональное образовательное учреждение",
)


def invented(chance: random.Random) -> str:
    """Return the name of a school that could exist."""
    parts = [chance.choice(_TOWNS), chance.choice(_SUBJECTS), chance.choice(_KINDS), chance.choice(_TAILS)]
    if chance.random() < 0.3:
        parts.append(f"№ {chance.randint(1, 200)}")
    if chance.random() < 0.3:
        parts.append(f"имени {chance.choice(_NAMESAKES)}")
    return " ".join(filter(None, parts))


def misspelt(chance: random.Random, name: str) -> str:
    """Return a name with one or two slips in its words; its numbers stay."""
    words = name.split()
    for _ in range(chance.choice((1, 1, 1, 2))):
        place = chance.choice([at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()])
        word = words[place]
        at = chance.randrange(len(word) - 1)
        match chance.randrange(6):
            case 0:
                words[place] = word[:at] + word[at + 1 :]
            case 1:
                words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case 2:
                words[place] = word[:at] + word[at] + word[at:]
            case 3:
                words[place] = word[:at] + chance.choice("аеиоу") + word[at + 1 :]
            case 4:
                words.append(words.pop(0))
            case _:
                words[place] = word[:-1] + chance.choice("йеыая")
    return " ".join(words)


def dressed(chance: random.Random, name: str) -> str:
    """Return a name as a register may write it: with a form, in capitals, with a Latin letter in it."""
    match chance.randrange(4):
        case 0:
            return f"{chance.choice(_FORMS)} «{name.capitalize()}»"
        case 1:
            return f"{name.upper()}, {chance.choice(_FORMS)}"
        case 2:
            return name.replace("о", "o", 1).replace("№ ", "No. ")
        case _:
            return f" {name.capitalize()}  "


def register(size: int, *, seed: int = 1) -> tuple[list[str], list[tuple[int, int]]]:
    """Return names of which a fifth are earlier ones with slips, and the places of these pairs."""
    chance = random.Random(seed)
    plain: dict[str, None] = {}
    while len(plain) < size * 4 // 5:
        plain[invented(chance)] = None
    names = list(plain)
    planted = [
        (place, len(names) + number)
        for number, place in enumerate(chance.sample(range(len(names)), size // 5))
    ]
    written = [misspelt(chance, names[place]) for place, _ in planted]
    return [dressed(chance, name) for name in [*names, *written]], planted
