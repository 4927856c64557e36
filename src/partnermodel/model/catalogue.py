"""Records by id, in the order of their ids."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Generic, TypeVar, overload

from partnermodel.errors import UnknownIdError, did_you_mean
from partnermodel.model.nouns import no_such_id
from partnermodel.wording import NOTHING, together

R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")


class ById(Mapping[str, R_co], Generic[R_co]):
    """A mapping that explains a missing id at length to whoever asks by `[]`, and in no time by `get`."""

    __slots__ = ()

    @overload
    def get(self, id: str, /) -> R_co | None: ...

    @overload
    def get(self, id: str, /, default: T) -> R_co | T: ...

    def get(self, id: str, /, default: T | None = None) -> R_co | T | None:
        """Return the record with an id, or else the default."""
        return self[id] if id in self else default  # noqa: SIM401  (this is `get`)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)  # what the tabulator key offers after `model["`


class Catalogue(ById[R_co], Generic[R_co]):
    """An immutable mapping of id to record, sorted by id. A missing id is named with the nearest one.

    Example:
        >>> from partnermodel import Organisation
        >>> college = Organisation("college", "College")
        >>> list(Catalogue("organisation", {"college": college}))
        ['college']
    """

    __slots__ = ("_noun", "_records")

    def __init__(self, noun: str, records: Mapping[str, R_co]) -> None:
        self._noun = noun
        self._records = records

    def __getitem__(self, id: str) -> R_co:
        try:
            return self._records[id]
        except KeyError:
            hint = did_you_mean(id, self._records) if isinstance(id, str) else NOTHING
            raise UnknownIdError(together(no_such_id(self._noun, id), hint)) from None

    def __contains__(self, id: object) -> bool:
        return id in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    # What Mapping makes of the methods above would look up each id one by one.

    def keys(self) -> KeysView[str]:
        """Return the ids."""
        return self._records.keys()

    def values(self) -> ValuesView[R_co]:
        """Return the records."""
        return self._records.values()

    def items(self) -> ItemsView[str, R_co]:
        """Return the ids with the records."""
        return self._records.items()

    def __repr__(self) -> str:
        return f"Catalogue({self._noun!r}, {list(self._records)!r})"
