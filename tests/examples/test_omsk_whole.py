"""The Omsk case as a whole: the file is what the code makes, and holds nothing beyond the table of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from examples.omsk import omsk

from partnermodel import STANDARD, Citation, Period, Record, Relation, dumps, load

FILE = Path(__file__).parents[2] / "examples" / "omsk.json"
CASE = load(FILE)

MINISTRY, COLLEGE, REGION = "omsk-labour-ministry", "omsk-college", "omsk-region"
CLAIMS = {"developed-infrastructure", "confident-graduates", "young-specialists"}
"""The entities of the rows 25, 26 and 34, which the table marks as claimed."""


def is_claimed(record: Record) -> bool:
    """Return whether a record is a claimed entity, or the relation that begins at one."""
    return (record.source if isinstance(record, Relation) else record.id) in CLAIMS


def test_file_is_what_the_code_makes() -> None:
    """`omsk.json` is the canonical document of `omsk()`, to the byte, and reads back as the same model."""
    assert FILE.read_bytes() == dumps(omsk()).encode("utf-8")
    assert omsk() == CASE
    assert dumps(CASE).encode("utf-8") == FILE.read_bytes()


def test_head() -> None:
    """The case has its name, its language, and no word beside the standard ones."""
    assert (CASE.name, CASE.language) == ("Omsk: a ministry and a college", "en")
    assert CASE.vocabulary == STANDARD


@pytest.mark.parametrize("id", list(CASE))
def test_cites_the_document(id: str) -> None:
    """Each record, and the document itself, cites the one document once; only rows 25, 26, 34 as a claim."""
    record = CASE[id]
    assert record.evidence == (Citation("press-release", claim=is_claimed(record)),)


# Nothing beyond the table

ENTITIES: dict[str, set[str]] = {
    "organisation": {
        MINISTRY,
        COLLEGE,
        "paralympic-training-centre",
        "stationary-institutions",
        "residential-care-homes",
        "vocational-education-system",
        "authorities",
        "educational-institutions",
    },
    "centre": {
        "workshops",
        "demonstration-exam-sites",
        "inclusive-vocational-education-centre",
        "abilympics-centre",
        "media-centre",
        "television-studio",
        "radio-studio",
        "recording-studio",
        "culture-and-leisure-centre",
        "sports-and-health-complex",
    },
    "programme": {"vehicle-maintenance", "media", "social-work"},
    "initiative": {
        "partnership-widening",
        "volunteer-projects",
        "social-projects",
        "inclusive-volunteering",
        "abilympics",
        "visit",
        "training-for-residents",
        "concert-trips",
        "joint-volunteering",
        "volunteering-exchange",
    },
    "group": {
        "ministry-specialists",
        "people-with-disability",
        "people-with-ovz",
        "young-specialists",
        "residents",
        "students",
    },
    "person": {"aleksandr-ryskalkin"},
    "place": {REGION},
    "document": {"press-release"},
    "statement": {
        "developed-infrastructure",
        "confident-graduates",
        "access-to-good-training",
        "additional-development",
        "more-skilled-people",
        "inclusive-educational-space",
    },
}

RELATIONS = {
    "about": 6,
    "aims-at": 8,
    "cooperates-with": 2,
    "has-on-agenda": 5,
    "holds-post-at": 1,
    "hosts": 7,
    "located-in": 2,
    "member-of": 3,
    "offers": 3,
    "overlaps": 1,
    "part-of": 5,
    "participates-in": 21,
    "partners-with": 2,
    "published-by": 1,
    "regional-centre-of": 1,
    "responsible-for": 1,
    "serves": 3,
}


def stated_fields(record: Record) -> Iterator[str]:
    """Yield the fields of a record that hold more than their default."""
    for field in attrs.fields(type(record)):
        if getattr(record, field.name) != field.default:
            yield field.alias or field.name


def test_census_of_entities() -> None:
    """The entities are those of the table, type by type, and no others."""
    found: dict[str, set[str]] = {}
    for entity in CASE.entities.values():
        found.setdefault(entity.scheme, set()).add(entity.id)
    assert found == ENTITIES


def test_census_of_relations() -> None:
    """So many relations of each kind and no more: no founder, funder, supervisor or second partner."""
    kinds = [relation.kind for relation in CASE.relations.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == RELATIONS
    assert len(CASE.relations) == sum(RELATIONS.values()) == 72


def test_no_dates() -> None:
    """No date is given anywhere: every period is unknown, and no text has a year in it."""
    assert {record.period for record in CASE.values()} == {Period()}
    assert not re.search(r"\b(19|20)\d\d\b", FILE.read_text("utf-8"))


def test_no_numbers_but_three() -> None:
    """Three numbers are stated; nothing has a size, so nobody counted learners, residents or staff."""
    stated = {entity.id for entity in CASE.entities.values() if entity.stated}
    assert stated == {COLLEGE, "culture-and-leisure-centre", "sports-and-health-complex"}
    assert {entity.size for entity in CASE.entities.values()} == {None}


def test_no_identifier_but_one() -> None:
    """RU-OMS is the only identifier."""
    assert [one.value for entity in CASE.entities.values() for one in entity.identifiers] == ["RU-OMS"]


def test_persons_are_names() -> None:
    """The person has a name in two languages and the evidence for it, and nothing else."""
    [person] = CASE.persons.values()
    assert set(stated_fields(person)) == {"id", "name", "names", "evidence"}
    assert [relation.kind for relation in CASE.relations_of(person.id)] == [
        "holds-post-at",
        "participates-in",
    ]


def test_no_field_beyond_the_table() -> None:
    """Descriptions, aliases and sets are where the table has them; levels and extra data nowhere."""
    having: dict[str, set[str]] = {}
    for record in CASE.entities.values():
        for field in stated_fields(record):
            having.setdefault(field, set()).add(record.id)
    assert having["description"] == {
        MINISTRY,
        "paralympic-training-centre",
        "people-with-disability",
        "people-with-ovz",
        "training-for-residents",
    }
    assert having["aliases"] == {MINISTRY, "people-with-ovz"}
    assert having["collective"] == {
        "stationary-institutions",
        "residential-care-homes",
        "vocational-education-system",
        "authorities",
        "educational-institutions",
        "volunteer-projects",
        "social-projects",
        "inclusive-volunteering",
        "workshops",
        "demonstration-exam-sites",
        "concert-trips",
        "joint-volunteering",
    }
    assert set(having) == {
        *("id", "name", "names", "kind", "description", "identifiers", "aliases", "status"),
        *("collective", "stated", "evidence", "source_type", "language"),
    }
    of_relations = {field for relation in CASE.relations.values() for field in stated_fields(relation)}
    assert of_relations == {"source", "kind", "target", "role", "status", "description", "evidence"}


def test_no_word_for_what_nobody_did() -> None:
    """Nothing is planned or agreed, and the statuses are those of the table."""
    found = {record.status for record in CASE.values()}
    assert found == {"exists", "active", "completed", "discussed", "expected", "unknown"}
    unstated = {id for id, record in CASE.items() if record.status == "unknown"}
    claimed = {id for id, record in CASE.items() if is_claimed(record)}
    assert unstated == claimed | {"aleksandr-ryskalkin"}
