"""From bytes to a model: a quick strict reading, and when it refuses, the slow one that explains.

Where it refuses only what records make wrong together, they need not be read again, and that is said at once.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any, NoReturn

import attrs
import msgspec

from partnermodel.errors import InvalidDocumentError, Issue
from partnermodel.formats.building import Builder
from partnermodel.formats.duplicate_keys import (
    colons_in,
    colons_of,
    duplicate_keys,
    has_duplicate_keys,
    has_duplicate_keys_in_items,
    hides_colons,
    members,
)
from partnermodel.formats.migrations import migrate, must_be_readable
from partnermodel.formats.pieces import UnevenLayoutError
from partnermodel.formats.places import Places
from partnermodel.formats.sections import Sections, sections, sections_in_order
from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.model.coherence import Gathering
from partnermodel.model.integrity import contradiction, integrity_faults
from partnermodel.model.model import PartnerModel, trusted
from partnermodel.model.relations import Record, Relation
from partnermodel.values.collector import collector_paused
from partnermodel.values.fields import ID_RULE
from partnermodel.values.kinds import wrong_type
from partnermodel.vocabulary.vocabulary import STANDARD
from partnermodel.wording import worded

Progress = Callable[[float], None]
"""Is told now and then what share of a reading is done, from 0.0 to 1.0."""

# What it takes of a reading to find the lists, and to read them; the rest is to compare their records.
_FOUND, _READ = 0.05, 0.85

# So many bytes are read at a time that what is made of them stays near at hand, and leaves room for the next.
_AT_ONCE = 250_000


def model_from(data: bytes, source: str, progress: Progress | None = None) -> PartnerModel:
    """Return the model that a document holds.

    Args:
        data: The document, in UTF-8.
        source: What it is called in a message.
        progress: Is told how far the reading is.

    Raises:
        InvalidDocumentError: Its syntax, a type, a key or a value is wrong; every fault is named.
        IntegrityError: Each record is well formed, but together they contradict.
        UnsupportedFormatError: Its format version is not one that this release reads.
    """
    tell = progress or _untold
    with collector_paused(kept=True):
        read = _read(data, tell)
        model = None if read is None else read.model()
        if model is None:  # one without records is false, as every empty mapping is; it has been read
            faults = [] if read is None else read.contradictions()
            del read  # an error holds this frame, and the records need not stay with it
            if faults:
                raise contradiction(source, faults)
            model = explained(data, source)
    tell(1.0)
    return model


def _untold(share: float) -> None:
    """Tell nobody how far a reading is."""


def quick(data: bytes, progress: Progress = _untold) -> PartnerModel | None:
    """Return the model, or None when anything at all is not as it should be."""
    read = _read(data, progress)
    return None if read is None else read.model()


@attrs.define
class _Read:
    """What was read quickly: each record keeps its rules, whether they keep together is not asked yet.

    Attributes:
        head: What stands before the records.
        lists: The records by the key of their list, in the order of the file.
        gathering: The same, gathered; gone when it was asked what they contradict.
    """

    head: Head
    lists: dict[str, list[Record]]
    gathering: Gathering

    def model(self) -> PartnerModel | None:
        """Return the model, or None when records contradict each other."""
        return trusted(self.head.name, self.gathering, self.head.vocabulary, self.head.language)

    def contradictions(self) -> list[Issue]:
        """Return what records that keep their rules make wrong together; ask it last of all.

        An end that is no entity may be no id at all, as that of a relation is none if it has a slash. Then
        nothing is returned: to say so is for the slow reading, as it is a fault of its record.
        """
        del self.gathering  # there is better use for its room
        places = Places()
        for key, of_type in self.lists.items():
            places.add(key, range(len(of_type)))
        records = list(chain.from_iterable(self.lists.values()))
        ends = {end for one in records if isinstance(one, Relation) for end in (one.source, one.target)}
        ends.difference_update(one.id for one in records if not isinstance(one, Relation))
        if not all(map(ID_RULE.accepts, ends)):
            return []
        del ends
        return list(integrity_faults(records, self.head.vocabulary, places.locate))


def _read(data: bytes, progress: Progress) -> _Read | None:
    try:
        return _quickly(data, progress)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _quickly(data: bytes, progress: Progress) -> _Read | None:
    tell = _rising(progress)
    try:
        return _composed(data, sections_in_order(data, _AT_ONCE), tell)
    except UnevenLayoutError:
        pass  # no more than that: the error holds what was read in vain, until this is left
    return _composed(data, sections(data, _AT_ONCE), tell)


def _rising(progress: Progress) -> Progress:
    """Return what tells somebody of a share only if it is more than was told before."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if share > told:
            told = share
            progress(share)

    return tell


def _composed(data: bytes, found: Sections, progress: Progress) -> _Read | None:
    progress(_FOUND)
    builder = Builder(ends_sought=True)
    (head,), doubtful = builder.built(Head, [found.head])
    if doubtful:
        return None
    read = _Read(head, {}, Gathering(head.vocabulary, builder.cited))
    done = 0
    for key, in_pieces in found.lists:
        cls, records = LISTS[key], read.lists.setdefault(key, [])
        for outlines, text in in_pieces:
            before = builder.keys
            made, doubtful = builder.built(cls, outlines)
            if doubtful:
                return None
            colons = colons_in(text)
            proved = colons == builder.keys - before or colons == colons_of(outlines)
            del outlines  # their room is taken by the next ones
            if (not proved or hides_colons(text)) and has_duplicate_keys_in_items(text):
                return None
            read.gathering.add(cls.scheme, made)
            records += made
            done += len(text)
            progress(_FOUND + (_READ - _FOUND) * done / len(data))
    return read


def explained(data: bytes, source: str) -> PartnerModel:
    """Read a document that the quick reading refused: raise every fault, or return the migrated model.

    A property of the tests holds the two to the same verdict and the same model on every document.
    """
    try:
        return _explained(data, source)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        document = parsed(data, source)  # somewhere in it something is not JSON, or all of it is no object
    assert not isinstance(document, dict), "what is JSON, and an object, can be explained"
    hint = worded('A document is one object, such as {{"format_version": 1, "name": "…"}}.')
    issues = [issue for issue, _ in duplicate_keys(data)]
    issues.append(attrs.evolve(wrong_type(document, worded("an object"), "$"), hint=hint))
    return _refuse(source, issues)


def _explained(data: bytes, source: str) -> PartnerModel:
    from partnermodel.formats.salvage import Salvaged

    stated = members(data)
    sections = dict(stated)
    version = msgspec.json.decode(sections.get("format_version", b"1"))
    if type(version) is int and version != FORMAT_VERSION:
        if len(sections) == len(stated):
            must_be_readable(version, source)
        # Which of two values is meant must be known before they are brought forward.
        if has_duplicate_keys(data):
            _refuse(source, [issue for issue, _ in duplicate_keys(data)])
        migrated = migrate(parsed(data, source), source)
        brought = worded(
            "{source} (brought from format version {version} to {newest})",
            source=source,
            version=version,
            newest=FORMAT_VERSION,
        )
        return model_from(msgspec.json.encode(migrated), brought)
    found = Salvaged(stated)
    issues = [*found.duplicates, *found.issues]
    head, records = found.head, found.records
    vocabulary = head.vocabulary if head is not None else STANDARD
    faults = list(integrity_faults(records, vocabulary, found.locate, found.unread))
    if not issues and not faults:
        assert head is not None
        return PartnerModel(head.name, records, vocabulary=vocabulary, language=head.language)
    del found, records, sections, stated  # the error holds this frame, and they need not stay with it
    if issues:
        _refuse(source, issues + faults)
    raise contradiction(source, faults)


def parsed(data: bytes, source: str) -> Any:
    """Return the JSON value of a document, or raise what is wrong with its bytes or its syntax."""
    # A good file never comes here, so what only words faults is not loaded for it.
    from partnermodel.formats.conflicted import marker_faults
    from partnermodel.formats.encoding import encoding_faults
    from partnermodel.formats.strangers import stranger_faults
    from partnermodel.formats.syntax import json_faults

    if issues := list(stranger_faults(data)) or list(encoding_faults(data)):
        _refuse(source, issues)
    text = data.decode("utf-8")
    if issues := list(marker_faults(text)) or list(json_faults(text)):
        _refuse(source, issues)
    return msgspec.json.decode(data)


def _refuse(source: str, issues: list[Issue]) -> NoReturn:
    raise InvalidDocumentError(worded("{source} cannot be read as a model:", source=source), issues)
