"""The first real case: a regional labour ministry visits a college in Omsk, and what is said of it.

All of it comes from one undated press release of the ministry, which is itself a party to what it
tells; so every record cites that document, and nothing is here that it does not say. The numbers in
the comments are those of the facts; `tests/examples/test_omsk_facts.py` goes through them one by one.

What the example shows, in the order in which a newcomer meets it:

- an organisation, a set of organisations that nobody names (`collective=True`), a person who is a
  name and a post, and the place in which an alias means what it means;
- links as records of their own: who, does what, to whom, how far it has come, on whose word;
- a number that is stated though what it counts is not named (`StatedCount`);
- what is done by several together as an `Initiative`, with a relation to each and their roles;
- what is only talked about (`discussed`) or hoped for (`expected`), beside what exists;
- what is not known, left out: no date is given anywhere, so no period is.

Run it to write `omsk.json` beside this file. Kinds, roles and statuses are plain strings; an editor
that completes them knows them as `OrganisationKind.VOCATIONAL_COLLEGE`, `Role.HOST`, `Status.ACTIVE`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from partnermodel import (
    Alias,
    Centre,
    Citation,
    Document,
    Group,
    Identifier,
    Initiative,
    Organisation,
    PartnerModel,
    Person,
    Place,
    Programme,
    Record,
    Relation,
    StatedCount,
    Statement,
    save,
)

SAID = (Citation("press-release"),)
CLAIMED = (Citation("press-release", claim=True),)  # the publisher's evaluation, not a fact

# An entity is an id, a name, and what is stated of it; a relation reads as a sentence.
organisation = partial(Organisation, status="exists", evidence=SAID)
organisations = partial(Organisation, status="exists", evidence=SAID, collective=True)  # a set, size unknown
centre = partial(Centre, status="exists", evidence=SAID)
programme = partial(Programme, status="active", evidence=SAID)
group = partial(Group, status="exists", evidence=SAID)
statement = partial(Statement, status="exists", evidence=SAID)
existing = partial(Relation, status="exists", evidence=SAID)
active = partial(Relation, status="active", evidence=SAID)
completed = partial(Relation, status="completed", evidence=SAID)
discussed = partial(Relation, status="discussed", evidence=SAID)
expected = partial(Relation, status="expected", evidence=SAID)

MINISTRY, COLLEGE, REGION = "omsk-labour-ministry", "omsk-college", "omsk-region"
BEYOND_TRAINING = ("media-centre", "culture-and-leisure-centre", "sports-and-health-complex")


def the_parties() -> list[Record]:
    """Return who is there: rows 1 to 11."""
    return [
        # 1: "Mintrud" means this ministry in Omsk Region only
        organisation(MINISTRY, "Ministry of Labour and Social Development of Omsk Region",
                     names={"ru": "Министерство труда и социального развития Омской области"},
                     kind="regional-authority",
                     description="In other contexts “Mintrud” means the federal ministry.",
                     aliases=[Alias("Минтруд", language="ru", scope="RU-OMS"),
                              Alias("Mintrud", language="ru-Latn", scope="RU-OMS")]),
        existing(MINISTRY, "responsible-for", REGION),
        # 2
        Place(REGION, "Omsk Region", names={"ru": "Омская область"}, kind="region", status="exists",
              identifiers=[Identifier("iso-3166-2", "RU-OMS")], evidence=SAID),
        # 3; what the college says of its training (18) is counted on it
        organisation(COLLEGE, "Omsk College of Professional Technologies", kind="vocational-college",
                     names={"ru": "Омский колледж профессиональных технологий"},
                     stated=[StatedCount("training-direction", 5, through="offers")]),
        # 4: called a centre, but an institution of its own
        organisation("paralympic-training-centre", "Centre of Paralympic and Deaflympic Training",
                     names={"ru": "Центр паралимпийской и сурдлимпийской подготовки"},
                     kind="sport-training-centre",
                     description="A separate institution, not a unit of the college."),
        # 5 to 7: sets; nobody is named, nobody says how many
        organisations("stationary-institutions", kind="stationary-care-institution", names={
            "ru": "учреждения стационарного типа, в том числе психоневрологические интернаты",
        }, name="Stationary social-care institutions, psychoneurological ones among them"),
        organisations("residential-care-homes", "Residential care homes", names={"ru": "дома-интернаты"},
                      kind="residential-care-home"),
        organisations("vocational-education-system", "System of vocational education",
                      names={"ru": "система профессионального образования"}, kind="education-system"),
        # 8: two sets; row 13 says that they are in the region
        organisations("authorities", "Regional authorities", names={"ru": "органы власти"},
                      kind="public-authority"),
        organisations("educational-institutions", "Educational institutions",
                      names={"ru": "образовательные учреждения"}, kind="educational-institution"),
        existing("authorities", "located-in", REGION),
        existing("educational-institutions", "located-in", REGION),
        # 9 and 10: a name and a public post; since when is unknown
        Person("aleksandr-ryskalkin", "Aleksandr Ryskalkin", names={"ru": "Александр Рыскалкин"},
               evidence=SAID),
        existing("aleksandr-ryskalkin", "holds-post-at", MINISTRY, role="first-deputy-minister"),
        # 11
        group("ministry-specialists", "Specialists of the ministry", names={"ru": "профильные специалисты"},
              kind="specialists"),
        existing("ministry-specialists", "member-of", MINISTRY),
    ]  # fmt: skip


def the_partnerships() -> list[Record]:
    """Return who works with whom today: rows 12 to 14."""
    return [
        # 12: a link, and also something done together, so that the visit (44) can be a part of it
        active(MINISTRY, "partners-with", "vocational-education-system",
               description="The ministry is widening the partnership («расширяет партнёрство»)."),
        Initiative("partnership-widening", "Widening of the partnership with vocational education",
                   names={"ru": "расширение партнёрства"}, kind="partnership", status="active",
                   evidence=SAID),
        active(MINISTRY, "participates-in", "partnership-widening", role="party"),
        active("vocational-education-system", "participates-in", "partnership-widening", role="party"),
        # 13
        active("authorities", "partners-with", "educational-institutions",
               description="The ties continue to develop in the region («развитие партнёрских связей»)."),
        # 14
        active(COLLEGE, "cooperates-with", "paralympic-training-centre",
               description="The college works actively with the centre («активно работает»)."),
    ]  # fmt: skip


def the_college() -> list[Record]:
    """Return what the college has and does: rows 15 to 43."""
    projects = partial(Initiative, status="active", evidence=SAID, collective=True)
    return [
        # 15 to 17
        projects("volunteer-projects", "Volunteer projects", names={"ru": "волонтёрские проекты"},
                 kind="volunteer-project"),
        projects("social-projects", "Social projects", names={"ru": "социальные проекты"},
                 kind="social-project"),
        projects("inclusive-volunteering", "Inclusive volunteering", names={"ru": "инклюзивное волонтёрство"},
                 kind="inclusive-volunteering"),
        *(active(COLLEGE, "participates-in", project, role="host")
          for project in ("volunteer-projects", "social-projects", "inclusive-volunteering")),
        existing("inclusive-volunteering", "part-of", "volunteer-projects"),
        # 18 to 22: five directions are stated (see 3), three are named
        programme("vehicle-maintenance", "Vehicle maintenance", kind="training-direction",
                  names={"ru": "техническое обслуживание автомобилей"}),
        programme("media", "Media", kind="training-direction", names={"ru": "медиасфера"}),
        programme("social-work", "Social work", kind="training-direction",
                  names={"ru": "социальная работа"}),
        *(active(COLLEGE, "offers", direction)
          for direction in ("vehicle-maintenance", "media", "social-work")),
        # 23 and 24
        centre("workshops", "Workshops of the college", names={"ru": "мастерские"}, kind="workshop",
               collective=True),
        centre("demonstration-exam-sites", "Sites for the demonstration exam", collective=True,
               names={"ru": "площадки для демонстрационного экзамена"}, kind="demonstration-exam-site"),
        existing(COLLEGE, "hosts", "workshops"),
        existing(COLLEGE, "hosts", "demonstration-exam-sites"),
        # 25 and 26: praise is kept as praise; it has no status, for nobody but the publisher vouches for it
        Statement("developed-infrastructure", "The infrastructure is developed", kind="claim",
                  evidence=CLAIMED),
        Statement("confident-graduates", "Graduates enter the labour market with confidence", kind="claim",
                  evidence=CLAIMED),
        Relation("developed-infrastructure", "about", COLLEGE, evidence=CLAIMED),
        Relation("confident-graduates", "about", COLLEGE, evidence=CLAIMED),
        # 27 and 28: a unit of the college; since when is unknown
        centre("inclusive-vocational-education-centre", "Inclusive Vocational Education Centre",
               names={"ru": "Центр инклюзивного профессионального образования"},
               kind="inclusive-vocational-education-centre"),
        existing(COLLEGE, "hosts", "inclusive-vocational-education-centre"),
        # 29 to 31: two groups that overlap
        statement("access-to-good-training", kind="mission",
                  name="Access to good training for people with disability or limited health capacities"),
        existing("access-to-good-training", "about", "inclusive-vocational-education-centre"),
        existing("inclusive-vocational-education-centre", "serves", "people-with-disability"),
        existing("inclusive-vocational-education-centre", "serves", "people-with-ovz"),
        group("people-with-disability", "People with disability", kind="people-with-disability",
              names={"ru": "люди с инвалидностью"},
              description="The status is set by medico-social examination."),
        group("people-with-ovz", "People with limited health capacities",
              names={"ru": "люди с ограниченными возможностями здоровья"},
              kind="people-with-limited-health-capacities",
              aliases=[Alias("ОВЗ", language="ru"), Alias("OVZ", language="ru-Latn")],
              description="The status is set by a psychological-medical-pedagogical commission. "
              "The group overlaps people with disability; the two are never added up."),
        existing("people-with-disability", "overlaps", "people-with-ovz"),
        # 32 and 33
        centre("abilympics-centre", "Regional centre of the Abilympics movement", kind="abilympics-centre",
               names={"ru": "региональный центр движения «Абилимпикс»"}),
        Initiative("abilympics", "The Abilympics movement", names={"ru": "движение «Абилимпикс»"},
                   kind="movement", status="exists", evidence=SAID),
        existing(COLLEGE, "hosts", "abilympics-centre"),
        existing("abilympics-centre", "regional-centre-of", "abilympics"),
        # 34: claimed, as 25 and 26
        Group("young-specialists", "Young specialists", names={"ru": "молодые специалисты"},
              kind="specialists", evidence=CLAIMED),
        Relation("young-specialists", "participates-in", "abilympics", evidence=CLAIMED,
                 description="The movement unites young specialists who compete to show their skill."),
        # 35 to 38
        centre("media-centre", "Media centre of the college", names={"ru": "медиацентр"},
               kind="media-centre"),
        centre("television-studio", "TV studio", names={"ru": "телестудия"}, kind="television-studio"),
        centre("radio-studio", "Radio studio", names={"ru": "радиостудия"}, kind="radio-studio"),
        centre("recording-studio", "Recording studio", names={"ru": "студия звукозаписи"},
               kind="recording-studio"),
        existing(COLLEGE, "hosts", "media-centre"),
        *(existing(studio, "part-of", "media-centre")
          for studio in ("television-studio", "radio-studio", "recording-studio")),
        # 39 to 42: ten studios and eleven sections, none of them named
        centre("culture-and-leisure-centre", "Culture and leisure centre",
               names={"ru": "культурно-досуговый центр"}, kind="culture-and-leisure-centre",
               stated=[StatedCount("creative-studio", 10, through="part-of")]),
        centre("sports-and-health-complex", "Sports and health complex",
               names={"ru": "спортивно-оздоровительный комплекс"}, kind="sports-and-health-complex",
               stated=[StatedCount("sports-section", 11, through="part-of")]),
        existing(COLLEGE, "hosts", "culture-and-leisure-centre"),
        existing(COLLEGE, "hosts", "sports-and-health-complex"),
        # 43
        statement("additional-development", "Additional development, beyond the training base",
                  names={"ru": "дополнительное развитие"}, kind="purpose"),
        *(existing("additional-development", "about", place) for place in BEYOND_TRAINING),
    ]  # fmt: skip


def the_visit() -> list[Record]:
    """Return what happened, and what it led to talking about: rows 44 to 50."""
    later = "Looked at after the college's work and its Inclusive Vocational Education Centre."
    return [
        # 44: an event with more than two parties, each in its role
        Initiative("visit", "Visit of the ministry to the college", names={"ru": "выезд"}, kind="visit",
                   status="completed", evidence=SAID),
        completed(MINISTRY, "participates-in", "visit", role="party"),
        completed("aleksandr-ryskalkin", "participates-in", "visit", role="representative"),
        completed("ministry-specialists", "participates-in", "visit", role="representative"),
        completed(COLLEGE, "participates-in", "visit", role="host"),
        existing("visit", "part-of", "partnership-widening"),
        # 45 to 47
        completed("visit", "has-on-agenda", COLLEGE, description="The work of the college."),
        completed("visit", "has-on-agenda", "inclusive-vocational-education-centre", role="emphasis"),
        *(completed("visit", "has-on-agenda", place, description=later) for place in BEYOND_TRAINING),
        # 48 to 50
        discussed(MINISTRY, "cooperates-with", COLLEGE,
                  description="Prospects of working together; new formats of joint projects; "
                  "directions of further cooperation."),
    ]  # fmt: skip


def the_proposals() -> list[Record]:
    """Return what was only talked about, for and with whom, and what is hoped for: C1 to C4, 51 to 54."""
    proposal = partial(Initiative, status="discussed", evidence=SAID)
    proposals = ["training-for-residents", "concert-trips", "joint-volunteering", "volunteering-exchange"]
    outcomes = ["more-skilled-people", "inclusive-educational-space"]
    return [
        # C1
        proposal("training-for-residents", "Vocational training for residents of stationary institutions",
                 names={"ru": "профессиональное обучение для проживающих"}, kind="joint-training",
                 description="Vocational training (профессиональное обучение) is not secondary vocational "
                 "education (СПО): it does not raise the level of education."),
        discussed("stationary-institutions", "participates-in", "training-for-residents", role="site"),
        discussed("training-for-residents", "serves", "residents"),
        # C2
        proposal("concert-trips", "Concert trips of the college's students to residential care homes",
                 names={"ru": "творческие выезды с концертными программами"}, kind="concert-trip",
                 collective=True),
        discussed("students", "participates-in", "concert-trips", role="performer"),
        discussed("residential-care-homes", "participates-in", "concert-trips", role="host"),
        # C3 and C4
        proposal("joint-volunteering", "Joint volunteering projects", collective=True,
                 names={"ru": "совместные проекты в сфере добровольчества"}, kind="volunteer-project"),
        proposal("volunteering-exchange", "Exchange of experience on inclusive volunteering",
                 names={"ru": "обмен опытом по развитию инклюзивного волонтёрства"},
                 kind="experience-exchange"),
        # C1 to C4: all four between the ministry and the college
        *(discussed(party, "participates-in", what, role="party")
          for what in proposals for party in (MINISTRY, COLLEGE)),
        # 51 and 52
        group("residents", "Residents of stationary institutions", names={"ru": "проживающие"},
              kind="residents"),
        existing("residents", "member-of", "stationary-institutions"),
        group("students", "Students of the college", names={"ru": "студенты"}, kind="students"),
        existing("students", "member-of", COLLEGE),
        # 53 and 54: hoped for from all four
        Statement("more-skilled-people", "More skilled people in the region", kind="expected-outcome",
                  status="expected", evidence=SAID),
        Statement("inclusive-educational-space", "An inclusive, socially oriented educational space",
                  kind="expected-outcome", status="expected", evidence=SAID),
        *(expected(what, "aims-at", outcome) for what in proposals for outcome in outcomes),
    ]  # fmt: skip


def the_source() -> list[Record]:
    """Return the one document that says all of it, row 55: undated, and published by a party."""
    return [
        Document("press-release", "Mintrud widens its partnership with the system of vocational education",
                 names={"ru": "Минтруд расширяет партнёрство с системой профессионального образования"},
                 kind="press-release", status="exists", source_type="self-declaration", language="ru",
                 evidence=SAID),
        existing("press-release", "published-by", MINISTRY),
    ]  # fmt: skip


def omsk() -> PartnerModel:
    """Return the whole case."""
    parts = (the_parties, the_partnerships, the_college, the_visit, the_proposals, the_source)
    return PartnerModel(
        "Omsk: a ministry and a college", [record for part in parts for record in part()], language="en"
    )


if __name__ == "__main__":
    save(omsk(), Path(__file__).with_name("omsk.json"))
