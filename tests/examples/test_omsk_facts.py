"""The Omsk case against the table of its facts: a test for each row, in the order of the table.

The number of a row is in the name of its test, or in the id of its parameters. What is asserted is
read from the file, as another project would read it. That nothing is there beyond the table is held
by `test_omsk_whole.py`, next to this file.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnermodel import (
    Alias,
    Centre,
    Document,
    Group,
    Identifier,
    Initiative,
    Organisation,
    Period,
    Person,
    Place,
    Programme,
    Relation,
    StatedCount,
    Statement,
    load,
)

FILE = Path(__file__).parents[2] / "examples" / "omsk.json"
CASE = load(FILE)

MINISTRY, COLLEGE, REGION = "omsk-labour-ministry", "omsk-college", "omsk-region"
INCLUSIVE_CENTRE = "inclusive-vocational-education-centre"
UNKNOWN = Period()


def names(id: str) -> tuple[str, str | None]:
    """Return the name of an entity in English and, if the table has it, in Russian."""
    entity = CASE.entity(id)
    return entity.name, entity.names.get("ru")


def sort(id: str) -> tuple[type, str | None, str]:
    """Return the type of an entity, its kind and its status."""
    entity = CASE.entity(id)
    return type(entity), entity.kind, entity.status


def link(source: str, kind: str, target: str, role: str | None = None) -> Relation:
    """Return the relation between two entities; there must be one."""
    return CASE.relations[Relation(source, kind, target, role=role).id]


def status(source: str, kind: str, target: str, role: str | None = None) -> str:
    """Return how far the relation between two entities has come."""
    return link(source, kind, target, role).status


def is_unnumbered_set(id: str) -> bool:
    """Return whether an entity is a set of which nobody says how many it has."""
    entity = CASE.entity(id)
    return entity.collective and entity.size is None and not entity.stated


def is_claim(id: str) -> bool:
    """Return whether a record stands on claims of the publisher alone, and has no status of its own."""
    record = CASE[id]
    return record.status == "unknown" and [citation.claim for citation in record.evidence] == [True]


def hosted(id: str) -> bool:
    """Return whether a centre is a unit or facility of the college, and has been for a time unknown."""
    relation = link(COLLEGE, "hosts", id)
    return isinstance(CASE[id], Centre) and (relation.status, relation.period) == ("exists", UNKNOWN)


def test_row_01() -> None:
    """The ministry of the region is a regional authority; "Mintrud" means it in the region only."""
    assert names(MINISTRY) == (
        "Ministry of Labour and Social Development of Omsk Region",
        "Министерство труда и социального развития Омской области",
    )
    assert sort(MINISTRY) == (Organisation, "regional-authority", "exists")
    ministry = CASE.organisations[MINISTRY]
    assert not ministry.collective
    assert ministry.aliases == (
        Alias("Минтруд", language="ru", scope="RU-OMS"),
        Alias("Mintrud", language="ru-Latn", scope="RU-OMS"),
    )
    assert ministry.description == "In other contexts “Mintrud” means the federal ministry."
    assert status(MINISTRY, "responsible-for", REGION) == "exists"


def test_row_02() -> None:
    """Omsk Region is a place, RU-OMS in ISO 3166-2."""
    assert names(REGION) == ("Omsk Region", "Омская область")
    assert sort(REGION) == (Place, "region", "exists")
    assert CASE.places[REGION].identifiers == (Identifier("iso-3166-2", "RU-OMS"),)


def test_row_03() -> None:
    """The college is a vocational college, and one named organisation."""
    assert names(COLLEGE) == (
        "Omsk College of Professional Technologies",
        "Омский колледж профессиональных технологий",
    )
    assert sort(COLLEGE) == (Organisation, "vocational-college", "exists")
    assert not CASE.organisations[COLLEGE].collective


def test_row_04() -> None:
    """The Paralympic and Deaflympic centre is an institution of its own; no one hosts it."""
    assert names("paralympic-training-centre") == (
        "Centre of Paralympic and Deaflympic Training",
        "Центр паралимпийской и сурдлимпийской подготовки",
    )
    assert sort("paralympic-training-centre") == (Organisation, "sport-training-centre", "exists")
    assert CASE.organisations["paralympic-training-centre"].description == (
        "A separate institution, not a unit of the college."
    )
    assert not CASE.relations_of("paralympic-training-centre", kind=["hosts", "part-of", "member-of"])


def test_row_05() -> None:
    """Stationary institutions, psychoneurological ones among them, are a set: no names, no size."""
    assert names("stationary-institutions") == (
        "Stationary social-care institutions, psychoneurological ones among them",
        "учреждения стационарного типа, в том числе психоневрологические интернаты",
    )
    assert sort("stationary-institutions") == (Organisation, "stationary-care-institution", "exists")
    assert is_unnumbered_set("stationary-institutions")


def test_row_06() -> None:
    """Residential care homes are a set: no names, no size."""
    assert names("residential-care-homes") == ("Residential care homes", "дома-интернаты")
    assert sort("residential-care-homes") == (Organisation, "residential-care-home", "exists")
    assert is_unnumbered_set("residential-care-homes")


def test_row_07() -> None:
    """The system of vocational education is a set, and can be a counterpart of the ministry."""
    assert names("vocational-education-system") == (
        "System of vocational education",
        "система профессионального образования",
    )
    assert sort("vocational-education-system") == (Organisation, "education-system", "exists")
    assert is_unnumbered_set("vocational-education-system")


@pytest.mark.parametrize(
    ("id", "name", "russian", "kind"),
    [
        pytest.param(
            "authorities",
            "Regional authorities",
            "органы власти",
            "public-authority",
            id="row-08-authorities",
        ),
        pytest.param(
            "educational-institutions",
            "Educational institutions",
            "образовательные учреждения",
            "educational-institution",
            id="row-08-institutions",
        ),
    ],
)
def test_sets_in_general(id: str, name: str, russian: str, kind: str) -> None:
    """Authorities and educational institutions in general are two sets, neither named nor counted."""
    assert names(id) == (name, russian)
    assert sort(id) == (Organisation, kind, "exists")
    assert is_unnumbered_set(id)


def test_row_09() -> None:
    """Aleksandr Ryskalkin is a person, in both languages, and nothing but a name and a post."""
    assert names("aleksandr-ryskalkin") == ("Aleksandr Ryskalkin", "Александр Рыскалкин")
    assert sort("aleksandr-ryskalkin") == (Person, None, "unknown")


def test_row_10() -> None:
    """He holds the post of First Deputy Minister; since when is unknown, which is not "for ever"."""
    post = link("aleksandr-ryskalkin", "holds-post-at", MINISTRY, "first-deputy-minister")
    assert post.status == "exists"
    assert post.period == UNKNOWN
    assert post.role is not None
    assert CASE.vocabulary.label("role", post.role, "ru") == "первый заместитель министра"


def test_row_11() -> None:
    """Specialists of the ministry are a group of it, unnamed and uncounted."""
    assert names("ministry-specialists") == ("Specialists of the ministry", "профильные специалисты")
    assert sort("ministry-specialists") == (Group, "specialists", "exists")
    assert CASE.groups["ministry-specialists"].size is None
    assert status("ministry-specialists", "member-of", MINISTRY) == "exists"


def test_row_12() -> None:
    """The ministry is widening its partnership with the system: a link, and something that has parts."""
    widening = link(MINISTRY, "partners-with", "vocational-education-system")
    assert widening.status == "active"
    assert widening.description == "The ministry is widening the partnership («расширяет партнёрство»)."
    assert names("partnership-widening") == (
        "Widening of the partnership with vocational education",
        "расширение партнёрства",
    )
    assert sort("partnership-widening") == (Initiative, "partnership", "active")
    for party in (MINISTRY, "vocational-education-system"):
        assert status(party, "participates-in", "partnership-widening", "party") == "active"


def test_row_13() -> None:
    """Ties between authorities and educational institutions continue to develop in the region."""
    ties = link("authorities", "partners-with", "educational-institutions")
    assert ties.status == "active"
    assert ties.description == "The ties continue to develop in the region («развитие партнёрских связей»)."
    for end in (ties.source, ties.target):
        assert status(end, "located-in", REGION) == "exists"


def test_row_14() -> None:
    """The college works actively with the Paralympic and Deaflympic centre."""
    work = link(COLLEGE, "cooperates-with", "paralympic-training-centre")
    assert work.status == "active"
    assert work.description == "The college works actively with the centre («активно работает»)."


@pytest.mark.parametrize(
    ("id", "name", "russian", "kind"),
    [
        pytest.param(
            "volunteer-projects",
            "Volunteer projects",
            "волонтёрские проекты",
            "volunteer-project",
            id="row-15",
        ),
        pytest.param(
            "social-projects", "Social projects", "социальные проекты", "social-project", id="row-16"
        ),
        pytest.param(
            "inclusive-volunteering",
            "Inclusive volunteering",
            "инклюзивное волонтёрство",
            "inclusive-volunteering",
            id="row-17",
        ),
    ],
)
def test_platform(id: str, name: str, russian: str, kind: str) -> None:
    """The college is the host of volunteer projects, social projects and inclusive volunteering."""
    assert names(id) == (name, russian)
    assert sort(id) == (Initiative, kind, "active")
    assert is_unnumbered_set(id)
    assert status(COLLEGE, "participates-in", id, "host") == "active"


def test_row_17_is_part_of_row_15() -> None:
    """Inclusive volunteering is a part of the volunteer projects."""
    assert status("inclusive-volunteering", "part-of", "volunteer-projects") == "exists"


def test_row_18() -> None:
    """Training programmes run in five directions: a number that is stated, on the college."""
    assert CASE.organisations[COLLEGE].stated == (StatedCount("training-direction", 5, through="offers"),)
    assert CASE.vocabulary.label("programme", "training-direction", "ru") == "направление подготовки"


@pytest.mark.parametrize(
    ("id", "name", "russian"),
    [
        pytest.param(
            "vehicle-maintenance", "Vehicle maintenance", "техническое обслуживание автомобилей", id="row-19"
        ),
        pytest.param("media", "Media", "медиасфера", id="row-20"),
        pytest.param("social-work", "Social work", "социальная работа", id="row-21"),
    ],
)
def test_named_directions(id: str, name: str, russian: str) -> None:
    """Vehicle maintenance, media and social work are directions of training that the college offers."""
    assert names(id) == (name, russian)
    assert sort(id) == (Programme, "training-direction", "active")
    assert status(COLLEGE, "offers", id) == "active"


def test_row_22() -> None:
    """The other two directions are not named: three of five are listed."""
    [stated] = CASE.organisations[COLLEGE].stated
    offered = CASE.relations_of(COLLEGE, kind=stated.through, direction="out")
    named = [one for one in offered if CASE.entity(one.target).kind == stated.kind]
    assert (len(named), stated.number) == (3, 5)


def test_row_23() -> None:
    """The college has workshops; nobody says how many."""
    assert names("workshops") == ("Workshops of the college", "мастерские")
    assert sort("workshops") == (Centre, "workshop", "exists")
    assert is_unnumbered_set("workshops")
    assert hosted("workshops")


def test_row_24() -> None:
    """The college has sites for the demonstration exam; nobody says how many."""
    assert names("demonstration-exam-sites") == (
        "Sites for the demonstration exam",
        "площадки для демонстрационного экзамена",
    )
    assert sort("demonstration-exam-sites") == (Centre, "demonstration-exam-site", "exists")
    assert is_unnumbered_set("demonstration-exam-sites")
    assert hosted("demonstration-exam-sites")


@pytest.mark.parametrize(
    ("id", "claim"),
    [
        pytest.param("developed-infrastructure", "The infrastructure is developed", id="row-25"),
        pytest.param("confident-graduates", "Graduates enter the labour market with confidence", id="row-26"),
    ],
)
def test_claims(id: str, claim: str) -> None:
    """The publisher's praise of the college is kept as a claim about it, and as nothing more."""
    assert names(id) == (claim, None)
    assert sort(id) == (Statement, "claim", "unknown")
    assert is_claim(id)
    assert is_claim(link(id, "about", COLLEGE).id)


def test_row_27() -> None:
    """The Inclusive Vocational Education Centre is a unit, based at the college."""
    assert names(INCLUSIVE_CENTRE) == (
        "Inclusive Vocational Education Centre",
        "Центр инклюзивного профессионального образования",
    )
    assert sort(INCLUSIVE_CENTRE) == (Centre, "inclusive-vocational-education-centre", "exists")
    assert hosted(INCLUSIVE_CENTRE)


def test_row_28() -> None:
    """Since when the centre has been at the college is unknown: no start, no end, none of them open."""
    assert link(COLLEGE, "hosts", INCLUSIVE_CENTRE).period == UNKNOWN
    assert CASE.centres[INCLUSIVE_CENTRE].period == UNKNOWN
    assert (UNKNOWN.start, UNKNOWN.end) == (None, None)


def test_row_29() -> None:
    """The mission of the centre is access to good training, and it serves the two groups."""
    assert names("access-to-good-training") == (
        "Access to good training for people with disability or limited health capacities",
        None,
    )
    assert sort("access-to-good-training") == (Statement, "mission", "exists")
    assert status("access-to-good-training", "about", INCLUSIVE_CENTRE) == "exists"
    for target in ("people-with-disability", "people-with-ovz"):
        assert status(INCLUSIVE_CENTRE, "serves", target) == "exists"


def test_row_30() -> None:
    """People with disability are a group; the status is set by medico-social examination."""
    assert names("people-with-disability") == ("People with disability", "люди с инвалидностью")
    assert sort("people-with-disability") == (Group, "people-with-disability", "exists")
    assert CASE.groups["people-with-disability"].description == (
        "The status is set by medico-social examination."
    )


def test_row_31() -> None:
    """People with limited health capacities (OVZ) are another group; the two overlap, and have no sum."""
    assert names("people-with-ovz") == (
        "People with limited health capacities",
        "люди с ограниченными возможностями здоровья",
    )
    assert sort("people-with-ovz") == (Group, "people-with-limited-health-capacities", "exists")
    ovz = CASE.groups["people-with-ovz"]
    assert ovz.aliases == (Alias("ОВЗ", language="ru"), Alias("OVZ", language="ru-Latn"))
    assert ovz.description == (
        "The status is set by a psychological-medical-pedagogical commission. "
        "The group overlaps people with disability; the two are never added up."
    )
    assert status("people-with-disability", "overlaps", "people-with-ovz") == "exists"
    assert {CASE.groups[id].size for id in ("people-with-disability", "people-with-ovz")} == {None}


def test_row_32() -> None:
    """The regional centre of the Abilympics movement is a unit at the college."""
    assert names("abilympics-centre") == (
        "Regional centre of the Abilympics movement",
        "региональный центр движения «Абилимпикс»",
    )
    assert sort("abilympics-centre") == (Centre, "abilympics-centre", "exists")
    assert hosted("abilympics-centre")


def test_row_33() -> None:
    """The Abilympics movement exists, and the centre is its regional centre."""
    assert names("abilympics") == ("The Abilympics movement", "движение «Абилимпикс»")
    assert sort("abilympics") == (Initiative, "movement", "exists")
    assert status("abilympics-centre", "regional-centre-of", "abilympics") == "exists"


def test_row_34() -> None:
    """That the movement unites young specialists who compete to show their skill is a claim."""
    assert names("young-specialists") == ("Young specialists", "молодые специалисты")
    assert sort("young-specialists") == (Group, "specialists", "unknown")
    unites = link("young-specialists", "participates-in", "abilympics")
    assert unites.description == "The movement unites young specialists who compete to show their skill."
    assert is_claim("young-specialists")
    assert is_claim(unites.id)


def test_row_35() -> None:
    """The college has a media centre of its own."""
    assert names("media-centre") == ("Media centre of the college", "медиацентр")
    assert sort("media-centre") == (Centre, "media-centre", "exists")
    assert hosted("media-centre")


@pytest.mark.parametrize(
    ("id", "name", "russian"),
    [
        pytest.param("television-studio", "TV studio", "телестудия", id="row-36"),
        pytest.param("radio-studio", "Radio studio", "радиостудия", id="row-37"),
        pytest.param("recording-studio", "Recording studio", "студия звукозаписи", id="row-38"),
    ],
)
def test_studios(id: str, name: str, russian: str) -> None:
    """A TV studio, a radio studio and a recording studio are parts of the media centre."""
    assert names(id) == (name, russian)
    assert sort(id) == (Centre, id, "exists")
    assert not CASE.centres[id].collective
    assert status(id, "part-of", "media-centre") == "exists"


def test_row_39() -> None:
    """The college has a culture and leisure centre."""
    assert names("culture-and-leisure-centre") == ("Culture and leisure centre", "культурно-досуговый центр")
    assert sort("culture-and-leisure-centre") == (Centre, "culture-and-leisure-centre", "exists")
    assert hosted("culture-and-leisure-centre")


def test_row_40() -> None:
    """The culture and leisure centre has 10 creative studios; none is named."""
    assert CASE.centres["culture-and-leisure-centre"].stated == (
        StatedCount("creative-studio", 10, through="part-of"),
    )
    assert CASE.relations_of("culture-and-leisure-centre", kind="part-of") == ()
    assert CASE.vocabulary.label("centre", "creative-studio", "ru") == "творческая студия"


def test_row_41() -> None:
    """The college has a sports and health complex."""
    assert names("sports-and-health-complex") == (
        "Sports and health complex",
        "спортивно-оздоровительный комплекс",
    )
    assert sort("sports-and-health-complex") == (Centre, "sports-and-health-complex", "exists")
    assert hosted("sports-and-health-complex")


def test_row_42() -> None:
    """The sports and health complex has 11 sections; none is named."""
    assert CASE.centres["sports-and-health-complex"].stated == (
        StatedCount("sports-section", 11, through="part-of"),
    )
    assert CASE.relations_of("sports-and-health-complex", kind="part-of") == ()
    assert CASE.vocabulary.label("centre", "sports-section", "ru") == "спортивная секция"


def test_row_43() -> None:
    """The media centre, the culture centre and the complex serve additional development."""
    assert names("additional-development") == (
        "Additional development, beyond the training base",
        "дополнительное развитие",
    )
    assert sort("additional-development") == (Statement, "purpose", "exists")
    of = {(one.target, one.status) for one in CASE.relations_of("additional-development", kind="about")}
    assert of == {
        ("media-centre", "exists"),
        ("culture-and-leisure-centre", "exists"),
        ("sports-and-health-complex", "exists"),
    }


def test_row_44() -> None:
    """The visit happened: the office-holder and specialists for the ministry, the college as host."""
    assert names("visit") == ("Visit of the ministry to the college", "выезд")
    assert sort("visit") == (Initiative, "visit", "completed")
    parties = {
        (relation.source, relation.role, relation.status)
        for relation in CASE.relations_of("visit", kind="participates-in")
    }
    assert parties == {
        (MINISTRY, "party", "completed"),
        ("aleksandr-ryskalkin", "representative", "completed"),
        ("ministry-specialists", "representative", "completed"),
        (COLLEGE, "host", "completed"),
    }
    assert status("visit", "part-of", "partnership-widening") == "exists"


LATER = "Looked at after the college's work and its Inclusive Vocational Education Centre."


@pytest.mark.parametrize(
    ("target", "role", "description"),
    [
        pytest.param(COLLEGE, None, "The work of the college.", id="row-45"),
        pytest.param(INCLUSIVE_CENTRE, "emphasis", "", id="row-46"),
        pytest.param("media-centre", None, LATER, id="row-47-media-centre"),
        pytest.param("culture-and-leisure-centre", None, LATER, id="row-47-culture-centre"),
        pytest.param("sports-and-health-complex", None, LATER, id="row-47-sports-complex"),
    ],
)
def test_agenda(target: str, role: str | None, description: str) -> None:
    """On the agenda: the college's work; with emphasis, its inclusive centre; then three more centres."""
    looked_at = link("visit", "has-on-agenda", target, role)
    assert (looked_at.status, looked_at.description) == ("completed", description)


@pytest.mark.parametrize(
    "topic",
    [
        pytest.param("Prospects of working together", id="row-48"),
        pytest.param("new formats of joint projects", id="row-49"),
        pytest.param("directions of further cooperation", id="row-50"),
    ],
)
def test_talked_over(topic: str) -> None:
    """Ministry and college talked over three topics of further cooperation; they agreed on nothing."""
    talks = link(MINISTRY, "cooperates-with", COLLEGE)
    assert talks.status == "discussed"
    assert topic in talks.description.rstrip(".").split("; ")


def proposal(id: str) -> set[tuple[str, str | None]]:
    """Return who takes part in a proposal and in what role; all must be talk, aimed at both outcomes."""
    relations = CASE.relations_of(id)
    assert {one.status for one in relations if one.kind != "aims-at"} == {"discussed"}
    for outcome in ("more-skilled-people", "inclusive-educational-space"):
        assert status(id, "aims-at", outcome) == "expected"
    return {(one.source, one.role) for one in relations if one.kind == "participates-in"}


PARTIES: set[tuple[str, str | None]] = {(MINISTRY, "party"), (COLLEGE, "party")}


def test_row_C1() -> None:  # noqa: N802  (the row is called C1)
    """Vocational training for residents is discussed: it is not SPO, nor raises the level of education."""
    assert names("training-for-residents") == (
        "Vocational training for residents of stationary institutions",
        "профессиональное обучение для проживающих",
    )
    assert sort("training-for-residents") == (Initiative, "joint-training", "discussed")
    assert CASE.initiatives["training-for-residents"].description == (
        "Vocational training (профессиональное обучение) is not secondary vocational education (СПО): "
        "it does not raise the level of education."
    )
    assert proposal("training-for-residents") == PARTIES | {("stationary-institutions", "site")}
    assert status("training-for-residents", "serves", "residents") == "discussed"


def test_row_C2() -> None:  # noqa: N802
    """Concert trips are discussed: students perform, care homes are hosts, ministry and college parties."""
    assert names("concert-trips") == (
        "Concert trips of the college's students to residential care homes",
        "творческие выезды с концертными программами",
    )
    assert sort("concert-trips") == (Initiative, "concert-trip", "discussed")
    assert is_unnumbered_set("concert-trips")
    others = {("students", "performer"), ("residential-care-homes", "host")}
    assert proposal("concert-trips") == PARTIES | others


def test_row_C3() -> None:  # noqa: N802
    """Joint volunteering projects of ministry and college are discussed."""
    assert names("joint-volunteering") == (
        "Joint volunteering projects",
        "совместные проекты в сфере добровольчества",
    )
    assert sort("joint-volunteering") == (Initiative, "volunteer-project", "discussed")
    assert is_unnumbered_set("joint-volunteering")
    assert proposal("joint-volunteering") == PARTIES


def test_row_C4() -> None:  # noqa: N802
    """An exchange of experience on inclusive volunteering between ministry and college is discussed."""
    assert names("volunteering-exchange") == (
        "Exchange of experience on inclusive volunteering",
        "обмен опытом по развитию инклюзивного волонтёрства",
    )
    assert sort("volunteering-exchange") == (Initiative, "experience-exchange", "discussed")
    assert proposal("volunteering-exchange") == PARTIES


def test_row_51() -> None:
    """Residents of stationary institutions are a group, served by C1 and by nothing else."""
    assert names("residents") == ("Residents of stationary institutions", "проживающие")
    assert sort("residents") == (Group, "residents", "exists")
    assert status("residents", "member-of", "stationary-institutions") == "exists"
    assert [one.source for one in CASE.relations_of("residents", kind="serves")] == ["training-for-residents"]


def test_row_52() -> None:
    """Students of the college are a group of it."""
    assert names("students") == ("Students of the college", "студенты")
    assert sort("students") == (Group, "students", "exists")
    assert status("students", "member-of", COLLEGE) == "exists"


@pytest.mark.parametrize(
    ("id", "outcome"),
    [
        pytest.param("more-skilled-people", "More skilled people in the region", id="row-53"),
        pytest.param(
            "inclusive-educational-space", "An inclusive, socially oriented educational space", id="row-54"
        ),
    ],
)
def test_outcomes(id: str, outcome: str) -> None:
    """Two outcomes are hoped for from all four proposals; hoped for is neither planned nor agreed."""
    assert names(id) == (outcome, None)
    assert sort(id) == (Statement, "expected-outcome", "expected")
    aiming = {(one.source, one.status) for one in CASE.relations_of(id, kind="aims-at")}
    assert aiming == {
        ("training-for-residents", "expected"),
        ("concert-trips", "expected"),
        ("joint-volunteering", "expected"),
        ("volunteering-exchange", "expected"),
    }


def test_row_55() -> None:
    """All is asserted by one undated press release, which the ministry published about itself."""
    assert names("press-release") == (
        "Mintrud widens its partnership with the system of vocational education",
        "Минтруд расширяет партнёрство с системой профессионального образования",
    )
    assert sort("press-release") == (Document, "press-release", "exists")
    release = CASE.documents["press-release"]
    assert (release.published, release.source_type, release.language, release.url) == (
        None,
        "self-declaration",
        "ru",
        None,
    )
    assert status("press-release", "published-by", MINISTRY) == "exists"


def test_every_row_has_its_test() -> None:
    """The rows 1 to 55 and C1 to C4 all have a test in this file."""
    named = re.findall(r"""(?:def test_row_|id="row-)(C?\d+)""", Path(__file__).read_text("utf-8"))
    rows = {row if row.startswith("C") else int(row) for row in named}
    assert rows == {*range(1, 56), "C1", "C2", "C3", "C4"}
