"""Where a removed person may still be named."""

from __future__ import annotations

from hypothesis import given
from tests.strategies import models

from partnermodel.model.entities import Document, Organisation, Person, Statement
from partnermodel.model.mentions import names_left
from partnermodel.model.model import PartnerModel
from partnermodel.model.redaction import redacted
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.names import Alias


def test_a_name_is_found_in_any_text_and_case() -> None:
    """In descriptions, titles, other names, places in a document and ids; in other cases and with ё as е."""
    model = PartnerModel(
        "Town",
        [
            Person("n-semyonova", "Н. Семёнова", names={"en": "N. Semyonova"}),
            Organisation("school", "Школа имени Семеновой", aliases=[Alias("Semyonova School")]),
            Organisation(
                "college", "College", description="Named after nobody", extra={"a:b": [{"c": "СЕМЁНОВУ"}]}
            ),
            Document("interview-semyonova", "Interview"),
            Statement(
                "said", "Said", evidence=[Citation("interview-semyonova", locator="words of Semyonova")]
            ),
            Relation("n-semyonova", "holds-post-at", "school"),
            Relation("said", "about", "school", description="Семён, no Semyon"),
        ],
    )
    assert names_left(model, redacted(model, extra=False)) == (
        ("college", "extra"),
        ("school", "name"),
        ("school", "aliases"),
        ("interview-semyonova", "id"),
        ("said", "evidence"),
    )


@given(models())
def test_nobody_is_missed_where_nobody_is_removed(model: PartnerModel) -> None:
    """With all persons kept, or none there, there is nothing to look at; short names are not looked for."""
    assert names_left(model, redacted(model, persons=False)) == ()
    short = PartnerModel("Town", [Person("li", "Li"), Organisation("a", "Li")])
    assert names_left(short, redacted(short)) == ()


@given(models())
def test_a_full_name_that_is_left_is_found(model: PartnerModel) -> None:
    """Each text that has a long name of a removed person in it, letter for letter, is among those found."""
    if not model:
        return
    secret = model.with_(
        Person("zq-secret", "Zq7secret Name"), Organisation("zz-house", "House of zq7SECRET name")
    )
    assert ("zz-house", "name") in names_left(secret, redacted(secret))
