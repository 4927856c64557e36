"""What people read for records and codes in pictures, in the language that is asked for."""

from __future__ import annotations

from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.values.table import Phrase
from partnermodel.values.text import fallbacks
from partnermodel.vocabulary.vocabulary import Vocabulary


def entity_name(model: PartnerModel, entity: Entity, language: str) -> Phrase:
    """Return the name of an entity in a language, or else its plain name, in the language of the model.

    Example:
        >>> from partnermodel import Place
        >>> omsk = Place("omsk", "Omsk", names={"ru": "Омск"})
        >>> entity_name(PartnerModel("Town", [omsk]), omsk, "ru").language
        'ru'
    """
    for tag in fallbacks(language):
        if tag in entity.names:
            return Phrase(entity.names[tag], tag)
    return Phrase(entity.name, model.language)


def code_name(vocabulary: Vocabulary, scheme: str, code: str, language: str) -> str:
    """Return what people read for a code.

    Example:
        >>> from partnermodel import STANDARD
        >>> code_name(STANDARD, "status", "planned", "en")
        'planned'
    """
    return vocabulary.label(scheme, code, language)
