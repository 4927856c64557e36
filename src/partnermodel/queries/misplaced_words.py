"""Words of a vocabulary that stand in a scheme whose name is only like the right one."""

from __future__ import annotations

from partnermodel.errors import nearest
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary
from partnermodel.wording import NOTHING, Worded, worded


def defined_elsewhere(words: Vocabulary, schemes: tuple[str, ...], code: str) -> Worded:
    """Return where an unknown word is defined, if it is in a scheme that is misspelt, or an empty string.

    Args:
        words: The vocabulary.
        schemes: The schemes that the word was looked for in.
        code: The word.

    Example:
        >>> from partnermodel import Term
        >>> words = Vocabulary([Term("organization", "lyceum", labels={"en": "lyceum"})])
        >>> print(defined_elsewhere(words, ("organisation",), "lyceum"))
        It is defined in the scheme "organization". Write "organisation" there.
    """
    for scheme in words.schemes:
        if (
            scheme not in STANDARD.schemes
            and words.knows(scheme, code)
            and (near := nearest(scheme, schemes))
        ):
            return worded(
                "It is defined in the scheme {scheme}. Write {near} there.",
                scheme=shown(scheme),
                near=shown(near),
            )
    return NOTHING
