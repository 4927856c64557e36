"""One model in which every class, every field and every sort of value stands at least once."""

from __future__ import annotations

import json
from typing import Any

from partnermodel.formats.files import dumps
from partnermodel.model.entities import (
    Centre,
    Document,
    Group,
    Initiative,
    Organisation,
    Person,
    Place,
    Programme,
    Statement,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary

FULL = PartnerModel(
    "Omsk Region",
    [
        Organisation(
            "college",
            "Omsk College",
            names={"ru": "Омский колледж", "en": "Omsk College"},
            kind="vocational-college",
            description='Said to be "well equipped".\nA second line.',
            identifiers=[Identifier("inn", "7707083893"), Identifier("my-register", "№ 5")],
            aliases=[Alias("OKPT", language="ru-Latn", scope="RU-OMS")],
            period=Period("1950", OPEN),
            status="exists",
            stated=[StatedCount("training-direction", 5, through="offers", qualifier="at-least")],
            evidence=[Citation("press", locator="paragraph 2", confidence="high", claim=True)],
            extra={"my-register:row": {"n": 4, "ok": True, "list": [1.5, "a", {}, []]}},
        ),
        Organisation("homes", "Care homes", collective=True, size=0),
        Centre("media-centre", "Media centre", kind="media-centre", period=Period("2019-09", "2021-06-30")),
        Programme("welding", "Welding", language="ru"),
        Initiative("visit", "Visit", kind="visit", status="completed"),
        Group("students", "Students", size=120),
        Person("a-ryskalkin", "Aleksandr Ryskalkin", names={"ru": "Александр Рыскалкин"}),
        Place("omsk", "Omsk", identifiers=[Identifier("iso-3166-2", "RU-OMS")]),
        Document(
            "press",
            "Press release",
            kind="press-release",
            published="2024-02-29",
            source_type="self-declaration",
            language="ru",
            url="https://example.org/a?b=1",
        ),
        Statement("mission", "Access to training", kind="mission"),
        Relation("college", "hosts", "media-centre"),
        Relation("a-ryskalkin", "participates-in", "visit", role="representative"),
        Relation(
            "college",
            "mentors",
            "homes",
            id="ties:1",
            status="discussed",
            period=Period(None, "2024"),
            level=Level("collaboration-continuum", "networking"),
            description="Talked over.",
            evidence=[Citation("press")],
            extra={"my-register:row": 7},
        ),
    ],
    vocabulary=Vocabulary(
        [
            Term("organisation", "lyceum", labels={"en": "lyceum", "ru": "лицей"}, broader="school"),
            Term("my-scale", "low", definition="The lowest.", rank=0, replaced_by="lowest"),
        ],
        [
            RelationTerm(
                "mentors",
                labels={"en": "mentors"},
                inverse_labels={"en": "is mentored by"},
                nature="provision",
                sources=["organisation"],
                targets=["organisation", "group"],
                symmetric=True,
                acyclic=True,
                broader="advises",
                definition="Helps by example.",
                replaced_by="advises",
            )
        ],
    ),
    language="en",
)


def full_document() -> dict[str, Any]:
    """Return the document of the full model as JSON data, fresh each time."""
    document: dict[str, Any] = json.loads(dumps(FULL))
    return document
