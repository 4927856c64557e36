"""How closely two parties work together, on a scale that is named."""

from __future__ import annotations

import attrs

from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import CODE_FIELD, plain


@attrs.frozen
class Level:
    """A step of a published scale of collaboration. A level without its scheme means nothing.

    Himmelman's continuum (2002) puts coordinating below cooperating; the Levels of Collaboration
    Scale (Frey et al. 2006) puts cooperation below coordination. So both are stored, always.

    Attributes:
        scheme: The scale: `levels-of-collaboration-scale`, `collaboration-continuum`, or your own.
        value: The step, as a code of that scheme, such as `cooperation`.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> print(Level("levels-of-collaboration-scale", "coordination"))
        coordination (levels-of-collaboration-scale)
    """

    scheme: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    value: str = attrs.field(converter=plain, metadata=CODE_FIELD)

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def __str__(self) -> str:
        return f"{self.value} ({self.scheme})"
