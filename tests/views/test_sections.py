"""What each section says, on small models that can be held in the head."""

from __future__ import annotations

from examples.omsk import omsk
from tests.views.pages import Page

from partnermodel import (
    Alias,
    Centre,
    Citation,
    Document,
    Group,
    Identifier,
    Initiative,
    Level,
    Organisation,
    PartnerModel,
    Period,
    Place,
    Programme,
    Record,
    Relation,
    StatedCount,
    Statement,
    report,
)

OMSK = Page(report(omsk()))
A, B = Organisation("a", "A", kind="school"), Organisation("b", "B")
PAPER = Document("paper", "Paper", kind="report")
COLLEGE = "Omsk College of Professional Technologies"
CLAIMED = (Citation("paper", claim=True),)


def page(*records: Record) -> Page:
    """Return the page of a model of some records."""
    return Page(report(PartnerModel("Town", records, language="en")))


def test_a_tie_says_how_in_what_role_how_closely_and_whether_it_is_a_claim() -> None:
    """A direct tie is worded from each end, with roles, level, description, status, and the claim in it."""
    level = Level("levels-of-collaboration-scale", "networking")
    tie = Relation("a", "funds", "b", role="funding", level=level, description="For lifts.", evidence=CLAIMED)
    rows = page(A, B, PAPER, tie).rows["organisations"]
    closely = "networking (levels-of-collaboration-scale), in the eyes of A"
    assert rows[1] == ["B", f"funds (itself as funding, claimed): {closely}For lifts.", "unknown",
                       "a/funds/b/funding"]  # fmt: skip
    assert rows[3] == ["A", f"is funded by (the partner as funding, claimed): {closely}For lifts.", "unknown",
                       "a/funds/b/funding"]  # fmt: skip


def test_a_shared_initiative_joins_its_parties_through_their_relations() -> None:
    """Who takes part in the same thing is a partner, as far as the least advanced part of it."""
    found = page(
        A,
        B,
        Initiative("fair", "Fair", status="discussed"),
        Relation("a", "participates-in", "fair", role="host"),
        Relation("b", "participates-in", "fair"),
    )
    how = "both take part in Fair (itself as host)"
    assert found.rows["organisations"][1] == [
        "B", how, "discussed", "a/participates-in/fair/host; b/participates-in/fair"
    ]  # fmt: skip
    assert "Takes part inFair (host)" in found.sections["organisations"]


def test_an_organisation_without_partners_says_so() -> None:
    """Nobody disappears: who works with nobody has a heading too, and a sentence."""
    found = page(A)
    assert (3, "A") in found.headings
    assert "No partner is stated." in found.sections["organisations"]
    assert "The model has no organisation." in page().sections["organisations"]


def test_discussed_is_not_active() -> None:
    """In the Omsk case what is active and what is discussed stand under headings of their own."""
    text = OMSK.sections["progress"]
    active, _, rest = text.partition("Exists")
    discussed = rest.partition("Discussed")[2].partition("Completed")[0]
    assert "Inclusive volunteering" in active
    assert "Joint volunteering projects" not in active
    assert "Joint volunteering projects" in discussed
    assert "nothing here is said to be agreed, planned or begun" in discussed


def test_a_status_of_ones_own_has_its_heading() -> None:
    """A status that no vocabulary knows is shown as it is written, without words that are not known."""
    found = page(A, B, Relation("a", "funds", "b", status="zz-paused"))
    assert (3, "zz-paused") in found.headings
    assert found.rows["progress"][1] == ["A funds B", "nothing more", "nobody is cited"]
    assert "no initiative, no programme and no tie" in page(A).sections["progress"]


def test_who_takes_part_is_shown_with_a_status_of_its_own() -> None:
    """A party whose part is not as far as the whole is marked; that it exists needs no word."""
    found = page(
        A,
        B,
        Group("g", "G"),
        Initiative("fair", "Fair", kind="event", status="active"),
        Relation("a", "participates-in", "fair", status="exists"),
        Relation("b", "funds", "fair", status="agreed"),
        Relation("fair", "serves", "g", status="planned"),
    )
    assert found.rows["progress"][1] == ["Fair", "event", "A; B: agreed (funds)", "G: planned"]


def test_who_is_served_is_laid_out_with_its_longer_axis_downwards() -> None:
    """A matrix grows in length, not in width, and what does not count says why."""
    groups = [Group(id, id.upper(), kind="learners") for id in ("x", "y")]
    places = [Place(f"p{number}", f"P{number}") for number in range(3)]
    serving: list[Record] = [
        A,
        Programme("course", "Course", kind="mentoring", status="planned"),
        Relation("a", "offers", "course"),
        Relation("a", "serves", "y"),
        Relation("course", "serves", "x"),
        Relation("course", "located-in", "p0"),
    ]
    rows = page(*groups, *places, *serving).rows["coverage"]
    assert rows[0] == ["Place", "X", "Y"]
    assert rows[1] == ["P0", "Course by A, planned", "nothing"]
    assert ["Place not stated", "nothing", "A, unknown"] in rows
    assert ["Y", "P0", "A, unknown, place not stated"] in rows
    assert ["X", "P1", "nothing"] in rows
    assert ["X", "Course by A, planned", "nothing"] in rows


def test_where_there_is_no_gap_none_is_made_up() -> None:
    """Without groups, places or provisions there is a sentence, and no table of gaps."""
    assert "no group that anybody could serve" in page(A).sections["coverage"]
    alone = page(Group("g", "G")).sections["coverage"]
    assert "No place is in the model." in alone
    assert "Nothing in the model serves a group." in alone
    assert "Where no place is known, no gap can be." in alone
    served = page(
        A,
        Group("g", "G"),
        Place("p", "P"),
        Relation("a", "serves", "g", status="active"),
        Relation("a", "located-in", "p"),
    )
    assert "Every group is served in every place of the model." in served.sections["coverage"]


def test_gaps_of_omsk_say_what_nearly_covers_them() -> None:
    """What would cover a gap, were its place stated or were it further on, is named beside it, once."""
    training = "Vocational training for residents of stationary institutions"
    parties = f"{COLLEGE}, Ministry of Labour and Social Development of Omsk Region"
    assert OMSK.rows["coverage"][-1] == [
        "Residents of stationary institutions",
        "Omsk Region",
        f"{training} by {parties}, discussed, place not stated",
    ]


def test_what_is_dated_stands_in_order() -> None:
    """Moments come in the order of their days; what goes on is named."""
    fair = Initiative("fair", "Fair", period=Period("2024-05", "2024-06-01"))
    tie = Relation("a", "funds", "b", period=Period("2023", ".."))
    found = page(A, B, fair, tie)
    assert found.rows["timeline-section"] == [
        ["Year", "Starts", "Ends", "Together"],
        ["2023", "1", "0", " 1"],
        ["2024", "1", "1", " 2"],
        ["Date", "What", "Record"],
        ["2023", "starts", "A funds B (relation)"],
        ["May 2024", "starts", "Fair"],
        ["1 June 2024", "ends", "Fair"],
    ]
    assert "Known to go on: a/funds/b." in found.sections["timeline-section"]


def test_what_is_stated_stands_beside_what_is_named() -> None:
    """Of five stated directions the Omsk college names three, and two are not named."""
    assert OMSK.rows["stated-not-named"][1:] == [
        [
            COLLEGE,
            "direction of training: 5",
            "3: Media; Social work; Vehicle maintenance",
            "2",
        ],
        ["Culture and leisure centre", "creative studio: 10", "none", "10"],
        ["Sports and health complex", "sports section: 11", "none", "11"],
    ]
    one = page(
        Organisation("a", "A", stated=[StatedCount("studio", 1, through="hosts", qualifier="at-most")])
    )
    assert "1 number is stated, none of them without naming" in one.sections["stated-not-named"]
    assert one.rows["stated-not-named"][1] == ["A", "studio: at most 1", "none", "none"]


def test_claims_are_marked_as_claims() -> None:
    """Every record that a source only claims stands in the section on claims, and is marked there."""
    rows = OMSK.rows["claims"]
    claimed = [row[0] for row in rows if row[-1].endswith("a claim, not a fact")]
    assert claimed == [
        "Graduates enter the labour market with confidence",
        "The infrastructure is developed",
        "Young specialists",
        f"Graduates enter the labour market with confidence is about {COLLEGE} (claimed) (relation)",
        f"The infrastructure is developed is about {COLLEGE} (claimed) (relation)",
        "Young specialists takes part in The Abilympics movement (claimed) (relation)",
    ]
    loose = page(Statement("s", "S", description="Said\nat length."))
    assert loose.rows["claims"][1] == ["SSaid\nat length.", "unknown", "not stated", "nobody is cited"]
    assert "nothing is marked as a claim" in page(A).sections["claims"]


def test_each_document_says_how_much_rests_on_it() -> None:
    """A document counts the records that cite it, alone and at all, its claims, and who published it."""
    assert OMSK.rows["evidence"][1] == [
        "Mintrud widens its partnership with the system of vocational education",
        "press release; self-declaration",
        "Ministry of Labour and Social Development of Omsk Region",
        "not stated",
        "117, of them 117 on it alone",
        "6",
        "yes: 8 ties of its publisher",
    ]
    both = (Citation("paper", locator="page 2", confidence="low"), Citation("note"))
    note = Document("note", "Note", url="https://example.org/a", published="2024-09", language="de")
    found = page(Place("p", "P", evidence=both), A, PAPER, note)
    assert found.rows["evidence"][1:] == [
        ["Note", "not stated; https://example.org/a", "not stated", "September 2024",
         "1, of them 0 on it alone", "0", "no such tie"],
        ["Paper", "report", "not stated", "not stated", "1, of them 0 on it alone", "0", "no such tie"],
    ]  # fmt: skip
    assert "For 1 record nobody is cited." in found.sections["evidence"]
    assert "Paper, page 2, confidence: low; Note" in found.sections["records"]
    assert "The model has no document." in page(A).sections["evidence"]


def test_what_a_person_should_look_at_is_what_check_finds() -> None:
    """Each finding has its record, and others that it concerns; of many, the first and how many more."""
    (row,) = OMSK.rows["to-look-at"][1:]
    assert row[1:] == [
        "its publisher is a party to 8 of the ties that rest on this document alone.",
        "Look for a second source.",
        "self-reported",
    ]
    assert row[0].endswith("; and 3 more, in the list of all records")
    assert "Nothing was found that a person should look at." in page().sections["to-look-at"]


def test_what_is_not_known_is_asked_for() -> None:
    """What is missing is counted, and named unless all of many records miss it."""
    rows = {row[0]: row[1:] for row in OMSK.rows["not-known"][1:]}
    assert rows["How many people are in a group"][0] == "6 of 6"
    assert rows["When it is, was or will be"] == ["96 of 96", "all of them"]
    assert rows["Where it serves a group"] == [
        "2 of 2",
        "Inclusive Vocational Education Centre; Vocational training for residents of stationary institutions",
    ]
    assert "Whose service it is" not in rows
    assert "Nothing that is looked for is missing." in page().sections["not-known"]


def test_the_appendix_tells_all_that_is_stated() -> None:
    """Every field of a record can be read in its row; of strangers' data only the keys."""
    found = page(
        Organisation(
            "a",
            "A",
            names={"ru": "А"},
            description="First.\nSecond.",
            aliases=[Alias("Aleph", scope="RU-OMS"), Alias("Alpha", language="el")],
            identifiers=[Identifier("iso-3166-2", "RU-OMS"), Identifier("zz-own", "7")],
            period=Period("2019", ".."),
            collective=True,
            size=3,
            stated=[StatedCount("studio", 2, through="hosts", qualifier="about")],
            extra={"owner:secret": "not for every eye"},
        ),
        Group("g", "G", size=30),
        Document("d", "D", language="ru", source_type="verified", url="https://a.org", published="2024"),
        Programme("p", "P", language="ru"),
        Centre("c", "C"),
        Relation("a", "hosts", "c", id="own", level=Level("collaboration-continuum", "networking")),
    )
    rows = {row[0]: row[1:] for row in found.rows["records"]}
    assert rows["AАa"][-1] == (
        "First.\nSecond.Period: 2019 – until further noticeAlso called: Aleph (in RU-OMS); Alpha"
        "Numbers in registers: ISO 3166-2 RU-OMS; zz-own 7A set whose members are not named; 3 in number."
        "Stated numbers: studio: about 2 (through: hosts)Data of others, kept in the file: owner:secret"
    )
    assert "not for every eye" not in found.text
    assert rows["Gg"][-1] == "Size: 30 in number"
    assert rows["Dd"][2] == "it is a source itself"
    assert rows["Dd"][-1] == "Language: ruPublished: 2024Sort of source: verifiedAddress: https://a.org"
    assert rows["Pp"][-1] == "Language: ru"
    assert rows["Cc"][-1] == "nothing"
    assert rows["A hosts Cown"][-1] == ("How closely: networking (collaboration-continuum), in the eyes of A")
    assert "The model is empty." in page().sections["records"]
