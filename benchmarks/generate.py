"""A seeded register of a made-up country, straight as JSON; half of the names are Cyrillic.

It is made of plain data and not through the constructors, so that no contestant is judged by what
another has made. A test holds the bytes to what the library would write.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from benchmarks import words

Record = dict[str, Any]

SIZES: dict[str, dict[str, int]] = {
    "tiny": {
        "organisation": 20, "centre": 10, "programme": 25, "initiative": 15, "group": 6,
        "region": 2, "municipality": 6, "document": 8, "relation": 180,
    },
    "small": {
        "organisation": 5_000, "centre": 3_000, "programme": 10_000, "initiative": 5_000, "group": 40,
        "region": 8, "municipality": 200, "document": 200, "relation": 50_000,
    },
    "large": {
        "organisation": 50_000, "centre": 30_000, "programme": 100_000, "initiative": 50_000, "group": 40,
        "region": 80, "municipality": 2_000, "document": 2_000, "relation": 500_000,
    },
}  # fmt: skip
"""How many records of each type there are."""


def document(size: str, seed: int = 1) -> bytes:
    """Return the canonical document of a size of `SIZES`; the same seed gives the same bytes."""
    country = _Country(random.Random(seed), SIZES[size])
    data = {"format_version": 1, "name": f"A made-up country ({size})"}
    entities = {
        "organisations": country.organisations(),
        "centres": country.centres(),
        "programmes": country.programmes(),
        "initiatives": country.initiatives(),
        "groups": country.groups(),
        "places": country.places(),
        "documents": country.documents(),
    }
    relations = sorted(country.relations(), key=relation_id)
    ready = data | {key: sorted(found, key=lambda one: one["id"]) for key, found in entities.items()}
    return msgspec.json.format(msgspec.json.encode(ready | {"relations": relations}), indent=2) + b"\n"


def relation_id(relation: Record) -> str:
    """Return the id of a relation that has none of its own."""
    parts = (relation["source"], relation["kind"], relation["target"], relation.get("role"))
    return "/".join(filter(None, parts))


class _Country:
    """What the parts of the register share: the luck of the draw, and who is a hub."""

    def __init__(self, draw: random.Random, counts: dict[str, int]) -> None:
        self.draw = draw
        self.counts = counts
        self.ids = {kind: [f"{kind}-{n}" for n in range(number)] for kind, number in counts.items()}
        # The first of these take part in most things; which they are says nothing about their ids.
        self.by_rank = draw.sample(self.ids["organisation"], counts["organisation"])

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def hub(self) -> str:
        """Return an organisation; few have very many relations and most have few, as in a register."""
        return self.by_rank[int(len(self.by_rank) * self.draw.random() ** 2)]

    def entity(
        self, scheme: str, number: int, names: Sequence[tuple[str, str]], kinds: Sequence[str]
    ) -> Record:
        """Return the head of a record: id, name, names and kind, in this order."""
        english, russian = names[number % len(names)]
        cyrillic = number % 2 == 0
        name, other = (russian, english) if cyrillic else (english, russian)
        town = words.TOWNS[number // 2 % len(words.TOWNS)][cyrillic]
        found: Record = {"id": f"{scheme}-{number}", "name": f"{name} №{number}, {town}"}
        if self.chance(0.3):
            found["names"] = {"en" if cyrillic else "ru": f"{other} №{number}"}
        found["kind"] = self.draw.choice(kinds)
        return found

    def evidence(self, share: float = 0.85) -> Record:
        """Return the key for citations with one or two of them, or nothing at all."""
        if not self.chance(share):
            return {}
        return {"evidence": [self.citation() for _ in range(2 if self.chance(0.08) else 1)]}

    def citation(self) -> Record:
        documents = self.ids["document"]
        found: Record = {"document": documents[int(len(documents) * self.draw.random() ** 2)]}
        if self.chance(0.6):
            found["locator"] = f"{self.draw.choice(('page', 'стр.'))} {self.draw.randrange(1, 120)}"
        if self.chance(0.2):
            found["confidence"] = self.draw.choice(words.CONFIDENCES)
        if self.chance(0.03):
            found["claim"] = True
        return found

    def day(self, first: int, last: int) -> str:
        """Return a year, a month or a day."""
        date = (
            f"{self.draw.randint(first, last)}-{self.draw.randint(1, 12):02d}-{self.draw.randint(1, 28):02d}"
        )
        return date[: self.draw.choice((4, 7, 10, 10))]

    def period(self, share: float) -> Record:
        if not self.chance(share):
            return {}
        found = {"start": self.day(2008, 2022)}
        if not self.chance(0.3):
            found["end"] = ".." if self.chance(0.5) else self.day(2023, 2027)
        return {"period": found}

    def organisations(self) -> Iterator[Record]:
        for number in range(self.counts["organisation"]):
            found = self.entity("organisation", number, words.BODIES, words.BODY_KINDS)
            if self.chance(0.2):
                found["description"] = words.DESCRIPTIONS[number % len(words.DESCRIPTIONS)]
            if self.chance(0.7):
                found["identifiers"] = [{"scheme": "inn", "value": words.inn(550_000_000 + number)}]
                if self.chance(0.5):
                    oktmo = {"scheme": "oktmo", "value": f"{52_000_000 + number}"}
                    found["identifiers"].append(oktmo)
            if self.chance(0.05):
                found["aliases"] = [{"name": f"Колледж-{number}", "language": "ru", "scope": "RU-OMS"}]
            found |= self.period(0.3) | {"status": "exists"}
            if self.chance(0.03):
                stated = {"kind": "training-direction", "number": number % 30 + 1, "through": "offers"}
                found["stated"] = [stated]
            found |= self.evidence()
            if self.chance(0.02):
                found["extra"] = {"register:row": number}
            yield found

    def centres(self) -> Iterator[Record]:
        for number in range(self.counts["centre"]):
            found = self.entity("centre", number, words.UNITS, words.UNIT_KINDS)
            yield found | {"status": "exists"} | self.evidence()

    def programmes(self) -> Iterator[Record]:
        for number in range(self.counts["programme"]):
            found = self.entity("programme", number, words.COURSES, words.COURSE_KINDS)
            if self.chance(0.3):
                found["description"] = words.DESCRIPTIONS[number % len(words.DESCRIPTIONS)]
            found |= self.period(0.4) | {"status": self.draw.choice(words.STATUSES)} | self.evidence()
            if self.chance(0.5):
                found["language"] = "ru"
            yield found

    def initiatives(self) -> Iterator[Record]:
        for number in range(self.counts["initiative"]):
            found = self.entity("initiative", number, words.VENTURES, words.VENTURE_KINDS)
            yield found | self.period(0.8) | {"status": self.draw.choice(words.STATUSES)} | self.evidence()

    def groups(self) -> Iterator[Record]:
        for number in range(self.counts["group"]):
            found = self.entity("group", number, words.PEOPLE, words.PEOPLE_KINDS)
            yield found | {"size": self.draw.randrange(100, 90_000)} | self.evidence()

    def places(self) -> Iterator[Record]:
        for number in range(self.counts["region"]):
            yield self.entity("region", number, (("Region", "Область"),), ("region",))
        for number in range(self.counts["municipality"]):
            yield self.entity("municipality", number, (("District", "Район"),), ("municipality",))

    def documents(self) -> Iterator[Record]:
        for number in range(self.counts["document"]):
            found = self.entity("document", number, words.PAPERS, words.PAPER_KINDS)
            found |= {"published": self.day(2018, 2026), "source_type": self.draw.choice(words.SOURCE_TYPES)}
            yield found | {"language": "ru", "url": f"https://register.example/{number}"}

    def relations(self) -> Iterator[Record]:
        """Yield as many as wanted: first what each record has, then ties between organisations."""
        wanted = self.counts["relation"]
        for link in self.fixed_links():
            wanted -= 1
            yield link
        assert wanted > 0, "there are more links than the register is said to have"
        known: set[tuple[str, str, str]] = set()
        while len(known) < wanted:
            tie = (self.hub(), self.draw.choice(words.TIES), self.draw.choice(self.ids["organisation"]))
            if tie[0] != tie[2] and tie not in known:
                known.add(tie)
                yield self.link(*tie, period=0.5, level=0.1)

    def fixed_links(self) -> Iterator[Record]:
        some, municipalities = self.draw.choice, self.ids["municipality"]
        for number, place in enumerate(municipalities):
            region = self.ids["region"][number % self.counts["region"]]
            yield {"source": place, "kind": "part-of", "target": region}
        for organisation in self.ids["organisation"]:
            place = some(self.ids["region"]) if self.chance(0.05) else some(municipalities)
            yield {"source": organisation, "kind": "located-in", "target": place} | self.evidence(0.5)
        for centre in self.ids["centre"]:
            yield self.link(self.hub(), "hosts", centre)
        for programme in self.ids["programme"]:
            yield self.link(self.hub(), "offers", programme, period=0.3)
            for group in self.draw.sample(self.ids["group"], 2 if self.chance(0.3) else 1):
                yield self.link(programme, "serves", group)
        for initiative in self.ids["initiative"]:
            number = self.draw.choices((2, 3, 4, 5, 6), (50, 25, 12, 8, 5))[0]
            parties = {self.hub(): self.draw.choice(words.ROLES) for _ in range(number)}
            while len(parties) < 2:
                parties[some(self.by_rank)] = "participant"
            for party, role in parties.items():
                yield self.link(party, "participates-in", initiative, role, period=0.6)

    def link(
        self,
        source: str,
        kind: str,
        target: str,
        role: str | None = None,
        *,
        period: float = 0.0,
        level: float = 0.0,
    ) -> Record:
        found: Record = {"source": source, "kind": kind, "target": target}
        if role is not None:
            found["role"] = role
        if self.chance(0.8):
            found["status"] = self.draw.choice(words.STATUSES)
        found |= self.period(period)
        if self.chance(level):
            found["level"] = {
                "scheme": "levels-of-collaboration-scale",
                "value": self.draw.choice(("cooperation", "coordination")),
            }
        if self.chance(0.05):
            found["description"] = self.draw.choice(words.DESCRIPTIONS)
        return found | self.evidence()
