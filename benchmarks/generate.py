"""A seeded model of a made-up country: as many records as wanted, half of the names in Cyrillic."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

from partnermodel import (
    Centre,
    Citation,
    Document,
    Group,
    Identifier,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Place,
    Programme,
    Relation,
)
from partnermodel.model.relations import Record

SIZES: dict[str, dict[str, int]] = {
    "tiny": {"organisation": 20, "programme": 20, "centre": 10, "initiative": 15, "relation": 150},
    "region": {
        "organisation": 2_500,
        "programme": 4_500,
        "centre": 1_200,
        "initiative": 1_700,
        "relation": 50_000,
    },
}
"""How many records of each type; `region` has 10,000 entities with its groups, places and documents."""

_ORGANISATION_KINDS = (
    "school",
    "vocational-college",
    "university",
    "employer",
    "employment-service",
    "foundation",
)
_STATUSES = ("active", "active", "active", "discussed", "planned", "completed", "unknown")


def model(size: str, seed: int = 1) -> PartnerModel:
    """Return a valid model of a size of `SIZES`; the same seed gives the same model."""
    draw = random.Random(seed)
    counts = SIZES[size]
    places = [
        Place(f"place-{n}", _name("Municipality", "Муниципалитет", n), kind="municipality") for n in range(30)
    ]
    groups = [Group(f"group-{n}", _name("Learners", "Обучающиеся", n), kind="learners") for n in range(20)]
    documents = [Document(f"document-{n}", _name("Report", "Отчёт", n), kind="report") for n in range(50)]
    cite: list[tuple[Citation, ...]] = [
        (Citation(document.id, locator=f"page {n}"),) for n, document in enumerate(documents)
    ]
    organisations = [
        Organisation(
            f"organisation-{n}",
            _name("College of inclusive education", "Колледж инклюзивного образования", n),
            kind=draw.choice(_ORGANISATION_KINDS),
            identifiers=[Identifier("oktmo", f"{n:08d}")] if n % 3 else (),
            status="exists",
            evidence=draw.choice(cite),
        )
        for n in range(counts["organisation"])
    ]
    centres = [
        Centre(
            f"centre-{n}",
            _name("Resource centre", "Ресурсный центр", n),
            kind="resource-centre",
            evidence=draw.choice(cite),
        )
        for n in range(counts["centre"])
    ]
    programmes = [
        Programme(
            f"programme-{n}",
            _name("Vocational training", "Профессиональное обучение", n),
            kind="vocational-training",
            status=draw.choice(_STATUSES),
            evidence=draw.choice(cite),
        )
        for n in range(counts["programme"])
    ]
    initiatives = [
        Initiative(
            f"initiative-{n}",
            _name("Joint project", "Совместный проект", n),
            kind="project",
            period=Period(f"20{draw.randrange(10, 26)}-{draw.randrange(1, 13):02d}", ".." if n % 4 else None),
            status=draw.choice(_STATUSES),
        )
        for n in range(counts["initiative"])
    ]
    entities: list[Record] = [
        *organisations,
        *centres,
        *programmes,
        *initiatives,
        *groups,
        *places,
        *documents,
    ]
    links: dict[str, Relation] = {}
    for link in _links(draw, organisations, centres, programmes, initiatives, groups, places, cite):
        links.setdefault(link.id, link)
        if len(links) == counts["relation"]:
            break
    return PartnerModel(f"A made-up country ({size})", [*entities, *links.values()])


def _name(english: str, russian: str, number: int) -> str:
    return f"{english if number % 2 else russian} №{number}"


def _links(  # noqa: PLR0917
    draw: random.Random,
    organisations: list[Organisation],
    centres: list[Centre],
    programmes: list[Programme],
    initiatives: list[Initiative],
    groups: list[Group],
    places: list[Place],
    cite: list[tuple[Citation, ...]],
) -> Iterator[Relation]:
    """Yield links for ever: first what every record has, then more and more of what joins organisations."""

    def link(source: str, kind: str, target: str, role: str | None = None) -> Relation:
        evidence = draw.choice(cite) if draw.random() < 0.8 else ()
        return Relation(source, kind, target, status=draw.choice(_STATUSES), evidence=evidence, role=role)

    some = draw.choice
    yield from (link(one.id, "located-in", some(places).id) for one in organisations)
    yield from (link(some(organisations).id, "hosts", centre.id) for centre in centres)
    yield from (link(some(organisations).id, "offers", programme.id) for programme in programmes)
    yield from (link(programme.id, "serves", some(groups).id) for programme in programmes)
    while True:
        initiative = some(initiatives).id
        for one in islice(iter(lambda: some(organisations), None), draw.randrange(2, 6)):
            yield link(one.id, "participates-in", initiative, role=some(("host", "party", "funding")))
        first, second = draw.sample(organisations, 2)
        yield link(first.id, some(("partners-with", "cooperates-with", "advises")), second.id)
