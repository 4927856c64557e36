"""A generated region of some three hundred organisations, to try an analysis on.

Nothing in it is real: the bodies, the numbers and the ties are drawn by chance from a fixed seed. What is
taken from life is the structure. A few bodies have very many ties and most have few; who is near works
together more often than who is far; authorities supervise, employers give placements, a resource centre
advises; much is talked about, part of it is agreed, and things end.

    python region.py region.json
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from partnermodel import (
    OPEN,
    Centre,
    Citation,
    Document,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Place,
    Programme,
    Record,
    Relation,
    save,
)

DISTRICTS = 30
FIRST, LAST = 2016, 2025

BODIES: tuple[tuple[str, str, int], ...] = (
    ("vocational-college", "College", 28),
    ("university", "University", 4),
    ("school", "School", 90),
    ("special-school", "Special school", 16),
    ("residential-care-home", "Residential care home", 14),
    ("psychoneurological-institution", "Psychoneurological institution", 6),
    ("employment-service", "Employment service", 12),
    ("psychological-medical-pedagogical-commission", "Commission", 4),
    ("employer", "Employer", 60),
    ("sheltered-employer", "Sheltered employer", 4),
    ("non-governmental-organisation", "Association", 14),
    ("disabled-peoples-organisation", "Disabled people's organisation", 8),
    ("parents-organisation", "Parents' organisation", 6),
)
"""Each kind of body with its name and how many of it there are."""

AUTHORITIES = (
    ("education-ministry", "Ministry of education", "regional-authority"),
    ("labour-ministry", "Ministry of labour", "regional-authority"),
    ("health-ministry", "Ministry of health", "regional-authority"),
    ("resource-centre", "Resource centre for inclusive vocational education", "resource-centre"),
)

GROUPS = (
    ("visual", "People with visual impairments", "people-with-visual-impairments"),
    ("hearing", "People with hearing impairments", "people-with-hearing-impairments"),
    ("movement", "People with musculoskeletal impairments", "people-with-musculoskeletal-impairments"),
    ("intellectual", "People with intellectual impairments", "people-with-intellectual-impairments"),
    ("residents", "Residents of stationary institutions", "residents"),
)


class Region:
    """What the parts of the region share: the luck of the draw, who is where, and who has how many ties.

    Args:
        seed: Where the draw begins; the same seed gives the same region.
    """

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.records: dict[str, Record] = {}
        self.district: dict[str, int] = {}
        self.name: dict[str, str] = {}
        self.of_kind: dict[str, list[str]] = {kind: [] for kind, _, _ in BODIES}
        self.ties: Counter[str] = Counter()

    def add(self, *records: Record) -> None:
        """Add records; a tie that is there already stays as it is."""
        for record in records:
            self.records.setdefault(record.id, record)

    def chance(self, share: float) -> bool:
        """Return whether something happens that happens in a share of all cases."""
        return self.draw.random() < share

    def cited(self, year: int, share: float = 0.85) -> list[Citation]:
        """Return what most records rest on: the monitoring report of a year."""
        return [Citation(f"monitoring-{min(max(year, FIRST), LAST)}")] if self.chance(share) else []

    def course(self) -> tuple[str, Period, int]:
        """Return how far something has come, from when to when, and the year that it is known from."""
        year = self.draw.randint(FIRST, LAST)
        luck = self.draw.random()
        if luck < 0.55:
            return "active", Period(str(year), OPEN if self.chance(0.8) else None), year
        if luck < 0.72:
            return "completed", Period(str(year), str(min(year + self.draw.randint(0, 4), LAST))), year
        if luck < 0.77:
            return "cancelled", Period(), year
        status = "discussed" if luck < 0.92 else "agreed"
        return status, Period(), LAST if self.chance(0.7) else year

    def near(self, one: str, others: Sequence[str], number: int) -> list[str]:
        """Return some others, drawn by how near they are and by how many ties they have already."""
        weights = [
            (1 + self.ties[other]) * (12 if self.district.get(other) == self.district.get(one) else 1)
            for other in others
        ]
        found = dict.fromkeys(self.draw.choices(others, weights, k=number * 3))
        return [other for other in found if other != one][:number]

    def tie(self, source: str, kind: str, targets: Iterable[str]) -> None:
        """Add a tie to each target, each with a course of its own."""
        for target in targets:
            status, period, year = self.course()
            self.ties.update((source, target))
            link = Relation(source, kind, target, status=status, period=period, evidence=self.cited(year))
            self.add(link)

    def venture(self, initiative: Initiative, parties: Mapping[str, str]) -> None:
        """Add an initiative with its parties, each in a role; their parts in it go as far as it goes."""
        self.add(initiative)
        for party, role in parties.items():
            self.add(
                Relation(
                    party,
                    "participates-in",
                    initiative.id,
                    role=role,
                    status=initiative.status,
                    period=initiative.period,
                    evidence=initiative.evidence,
                )
            )


def places(region: Region) -> None:
    """Add the region, its districts, the groups, and the reports."""
    region.add(Place("region", "The region", kind="region"))
    for number in range(1, DISTRICTS + 1):
        name = "The capital" if number == 1 else f"District {number}"
        region.add(Place(f"district-{number}", name, kind="municipality"))
        region.add(Relation(f"district-{number}", "part-of", "region", evidence=[Citation("register")]))
    region.add(Document("register", "Register of organisations", kind="register", published=str(LAST)))
    for id, name, kind in GROUPS:
        region.add(Group(id, name, kind=kind))
    for year in range(FIRST, LAST + 1):
        paper = Document(
            f"monitoring-{year}", f"Monitoring report {year}", kind="report", published=str(year)
        )
        region.add(
            paper, Relation(paper.id, "published-by", "education-ministry", evidence=[Citation(paper.id)])
        )


def bodies(region: Region) -> None:
    """Add the organisations, each in a district; two in five are in the capital."""
    for id, name, kind in AUTHORITIES:
        _body(region, id, name, kind, 1)
    for number in range(1, DISTRICTS + 1):
        name = "Education authority of the capital" if number == 1 else f"Education authority {number}"
        _body(region, f"authority-{number}", name, "municipal-authority", number)
    for kind, name, total in BODIES:
        for number in range(1, total + 1):
            district = 1 if region.chance(0.4) else region.draw.randint(2, DISTRICTS)
            id = f"{kind}-{number}"
            region.of_kind[kind].append(id)
            _body(region, id, f"{name} {number}", kind, district)


def _body(region: Region, id: str, name: str, kind: str, district: int) -> None:
    region.district[id], region.name[id] = district, name
    evidence = region.cited(region.draw.randint(FIRST, LAST), 0.95)
    region.add(Organisation(id, name, kind=kind, status="exists", evidence=evidence))
    region.add(_located(id, district))


def _located(id: str, district: int) -> Relation:
    return Relation(
        id, "located-in", f"district-{district}", status="active", evidence=[Citation("register")]
    )


def supervision(region: Region) -> None:
    """Add who supervises whom: all of it is active, and nobody has to agree to it."""
    wards = [(f"authority-{region.district[school]}", school) for school in region.of_kind["school"]]
    for kind in ("vocational-college", "special-school"):
        wards += [("education-ministry", id) for id in region.of_kind[kind]]
    for kind in ("residential-care-home", "psychoneurological-institution", "employment-service"):
        wards += [("labour-ministry", id) for id in region.of_kind[kind]]
    for authority, ward in wards:
        region.add(Relation(authority, "supervises", ward, status="active", evidence=region.cited(FIRST)))


def ties(region: Region) -> None:
    """Add who works with whom directly."""
    draw, of_kind = region.draw, region.of_kind
    colleges = of_kind["vocational-college"]
    region.tie("resource-centre", "advises", [id for id in colleges if region.chance(0.8)])
    for employer in (*of_kind["employer"], *of_kind["sheltered-employer"]):
        placed = region.near(employer, colleges, draw.choice((1, 1, 1, 2, 3)))
        region.tie(employer, "gives-placements-to", placed)
        region.tie(employer, "hires-graduates-of", [id for id in placed if region.chance(0.35)])
    for school in (*of_kind["school"], *of_kind["special-school"]):
        if region.chance(0.7):
            region.tie(school, "refers-learners-to", region.near(school, colleges, draw.choice((1, 1, 2))))
    for commission in of_kind["psychological-medical-pedagogical-commission"]:
        region.tie(commission, "advises", region.near(commission, of_kind["school"], 12))
    for university in of_kind["university"]:
        region.tie(university, "trains-staff-of", region.near(university, colleges, 7))
    for kind in ("non-governmental-organisation", "disabled-peoples-organisation", "parents-organisation"):
        for body in of_kind[kind]:
            others = [*colleges, *of_kind["special-school"], *of_kind["residential-care-home"]]
            region.tie(body, "cooperates-with", region.near(body, others, draw.choice((0, 1, 1, 2, 4))))
    for service in of_kind["employment-service"]:
        region.tie(service, "cooperates-with", region.near(service, colleges, 2))


def programmes(region: Region) -> None:
    """Add what the colleges offer, where, and for whom; few offer anything to residents."""
    for college in region.of_kind["vocational-college"]:
        for number in range(1, region.draw.choice((1, 1, 2, 3)) + 1):
            status, period, year = region.course()
            id = f"{college}-programme-{number}"
            kind = region.draw.choice(("adapted-educational-programme", "vocational-training"))
            course = Programme(
                id,
                f"Programme {number} of {region.name[college]}",
                kind=kind,
                status=status,
                period=period,
                evidence=region.cited(year),
            )
            groups = [group for group, _, _ in GROUPS[:4] if region.chance(0.4)] or ["hearing"]
            served = [*groups, "residents"] if region.chance(0.06) else groups
            region.add(
                course,
                Relation(college, "offers", id, status=status, evidence=region.cited(year)),
                _located(id, region.district[college]),
                *(Relation(id, "serves", group, status=status, evidence=course.evidence) for group in served),
            )
        if region.chance(0.3):
            id, name = f"{college}-centre", f"Inclusive centre of {region.name[college]}"
            evidence = region.cited(LAST)
            region.add(
                Centre(id, name, kind="inclusive-education-centre", status="exists", evidence=evidence),
                Relation(college, "hosts", id, status="active", evidence=evidence),
            )


def initiatives(region: Region) -> None:
    """Add championships, one a year, and projects, each with some parties near each other."""
    colleges = region.of_kind["vocational-college"]
    for year in range(FIRST, LAST + 1):
        parties = dict.fromkeys(region.draw.sample(colleges, 6 + year - FIRST), "participant")
        event = Initiative(
            f"championship-{year}",
            f"Championship {year}",
            kind="championship",
            status="completed",
            period=Period(str(year), str(year)),
            evidence=[Citation(f"monitoring-{year}")],
        )
        region.venture(event, {"resource-centre": "organiser", **parties})
    others = [*colleges, *region.of_kind["residential-care-home"], *region.of_kind["special-school"],
              *region.of_kind["non-governmental-organisation"]]  # fmt: skip
    for number in range(1, 25):
        status, period, year = region.course()
        leader = region.draw.choice(colleges)
        near = region.near(leader, others, region.draw.randint(1, 5))
        project = Initiative(
            f"project-{number}",
            f"Project {number}",
            kind="project",
            status=status,
            period=period,
            evidence=region.cited(year),
        )
        region.venture(project, {leader: "organiser", **dict.fromkeys(near, "participant")})


def region(seed: int = 1) -> PartnerModel:
    """Return a generated region.

    Args:
        seed: Where the draw begins; the same seed gives the same region.
    """
    made = Region(seed)
    for part in (places, bodies, supervision, ties, programmes, initiatives):
        part(made)
    return PartnerModel("A generated region", made.records.values(), language="en")


if __name__ == "__main__":
    save(region(), sys.argv[1])
