"""What a record and a code are called for the readers of one language."""

from __future__ import annotations

from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.values.table import Cell, Phrase
from partnermodel.values.text import fallbacks
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import Vocabulary


def name_in(model: PartnerModel, entity: Entity, language: str) -> Phrase:
    """Return the name of an entity in a language, or else its plain name.

    Args:
        model: The model, in whose language the plain name is.
        entity: The entity.
        language: The language of the readers.

    Example:
        >>> from partnermodel import Place
        >>> town = PartnerModel("Town", [], language="en")
        >>> name_in(town, Place("omsk", "Omsk", names={"ru": "Омск"}), "ru")
        Phrase(text='Омск', language='ru')
    """
    for tag in fallbacks(language):
        if tag == model.language:
            break
        if tag in entity.names:
            return Phrase(entity.names[tag], tag)
    return Phrase(entity.name, model.language)


def labelled(vocabulary: Vocabulary, scheme: str, word: str, language: str, *, inverse: bool = False) -> Cell:
    """Return the label of a code: in a language, else in English, else in the first that there is.

    Args:
        vocabulary: The words.
        scheme: The scheme of the code.
        word: The code. One that the vocabulary does not know is its own label.
        language: The language of the readers, in which a label is a plain text.
        inverse: For a relation, the label seen from the target.
    """
    if not vocabulary.knows(scheme, word):
        return word
    term = vocabulary.term(scheme, word)
    labels = term.inverse_labels if inverse and isinstance(term, RelationTerm) else term.labels
    for tag in fallbacks(language):
        if tag in labels:
            return labels[tag] if tag == language else Phrase(labels[tag], tag)
    # By its tag: two equal vocabularies may hold their labels in different orders.
    tag = "en" if "en" in labels else min(labels, default="")
    return Phrase(labels[tag], tag) if labels else word
