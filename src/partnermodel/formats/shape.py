"""The shape of the JSON document: its head, and a list for each type of record."""

from __future__ import annotations

import attrs

from partnermodel.model.catalogues import plural
from partnermodel.model.entities import ENTITY_CLASSES
from partnermodel.model.relations import Record, Relation
from partnermodel.values.fields import LANGUAGE_FIELD, LINE_FIELD, listed, many, one, ruled
from partnermodel.values.rules import Whole
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

FORMAT_VERSION = 1
"""The version of the format that this release writes, and the newest that it reads."""

LISTS: dict[str, type[Record]] = {
    **{plural(cls.scheme): cls for cls in ENTITY_CLASSES},
    "relations": Relation,
}
"""The key of each list of records, and the class of what is in it."""


@attrs.frozen
class Head:
    """What stands before the records.

    Attributes:
        format_version: The version of the format, 1.
        name: What the model is of.
        language: The language (BCP 47) of the plain names and descriptions; `und` when not known.
        vocabulary: The words that the model adds to the standard ones.
    """

    format_version: int = attrs.field(metadata=ruled(Whole(FORMAT_VERSION, FORMAT_VERSION)))
    name: str = attrs.field(metadata=LINE_FIELD)
    language: str = attrs.field(default="und", metadata=LANGUAGE_FIELD)
    vocabulary: Vocabulary = attrs.field(default=STANDARD, metadata=one(Vocabulary))


Shape = attrs.make_class(
    "Shape",
    {key: attrs.field(default=(), converter=listed, metadata=many(cls)) for key, cls in LISTS.items()},
    bases=(Head,),
    frozen=True,
)
Shape.__doc__ = "\n".join(
    [
        "A partnership network: its head, and a list for each type of record, sorted by id.\n",
        "Attributes:",
        *(f"    {key}: The {key}, sorted by id." for key in LISTS),
    ]
)
