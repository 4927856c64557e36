"""A town that every question has something to say of, small enough to be worked out by hand."""

from __future__ import annotations

from partnermodel.model.entities import (
    Centre,
    Document,
    Group,
    Initiative,
    Organisation,
    Place,
    Programme,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias

RELEASE = (Citation("release"),)
REPORT = (Citation("report", locator="page 2"),)


def town() -> PartnerModel:
    """Return the town: a college and its centre, a ministry, a theatre, homes; and three groups."""
    return PartnerModel(
        "Town",
        [
            Organisation(
                "college",
                "College “Yolka”",
                names={"ru": "Колледж «Ёлка»"},
                kind="vocational-college",
                identifiers=[Identifier("inn", "5503023451"), Identifier("isni", "000000012150090X")],
                status="exists",
                evidence=REPORT,
            ),
            Organisation(
                "homes",
                "Care homes",
                kind="residential-care-home",
                collective=True,
                status="exists",
                evidence=REPORT,
            ),
            Organisation(
                "ministry",
                "Ministry of Labour",
                kind="regional-authority",
                aliases=[Alias("Минтруд", language="ru", scope="RU-OMS")],
                status="exists",
                evidence=REPORT,
            ),
            Organisation("theatre", "Theatre", kind="cultural-institution", evidence=REPORT),
            Centre("studio", "Media studio", kind="media-centre", status="exists", evidence=REPORT),
            Programme("signs", "Sign language", kind="staff-training", status="active", evidence=REPORT),
            Initiative(
                "fair",
                "Fair of skills",
                kind="championship",
                status="completed",
                period=Period("2024-05", "2024-05-17"),
                evidence=RELEASE,
            ),
            Initiative(
                "training",
                "Training for residents",
                kind="joint-training",
                status="discussed",
                evidence=RELEASE,
            ),
            Group("blind", "Blind learners", evidence=REPORT),
            Group("deaf", "Deaf learners", evidence=REPORT),
            Group("residents", "Residents", kind="residents", evidence=REPORT),
            Group("volunteers", "Volunteers", kind="volunteers", evidence=REPORT),
            Place("region", "Omsk Region", kind="region", evidence=REPORT),
            Place("town", "Town on the river", kind="settlement", evidence=REPORT),
            Place("village", "Village", kind="settlement", evidence=REPORT),
            Document("release", "Press release", kind="press-release"),
            Document("report", "Report", kind="report", published="2024"),
            Relation("release", "published-by", "ministry", evidence=REPORT),
            Relation("town", "part-of", "region", evidence=REPORT),
            Relation("village", "part-of", "region", evidence=REPORT),
            Relation("college", "located-in", "town", evidence=REPORT),
            Relation("homes", "located-in", "village", evidence=REPORT),
            Relation("college", "hosts", "studio", status="exists", evidence=REPORT),
            Relation(
                "theatre",
                "cooperates-with",
                "studio",
                status="active",
                period=Period("2023", OPEN),
                evidence=REPORT,
            ),
            Relation("college", "offers", "signs", status="active", evidence=REPORT),
            Relation("signs", "serves", "deaf", status="active", evidence=REPORT),
            Relation("college", "participates-in", "fair", role="host", evidence=RELEASE),
            Relation("ministry", "participates-in", "fair", role="organiser", evidence=RELEASE),
            Relation("volunteers", "participates-in", "fair", role="performer", evidence=RELEASE),
            Relation("college", "participates-in", "training", role="party", evidence=RELEASE),
            Relation("ministry", "participates-in", "training", role="party", evidence=RELEASE),
            Relation("homes", "participates-in", "training", role="site", evidence=RELEASE),
            Relation("training", "serves", "residents", evidence=RELEASE),
            Relation("ministry", "funds", "college", status="active", evidence=REPORT),
        ],
    )
