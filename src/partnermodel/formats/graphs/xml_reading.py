"""XML as a stranger gives it: read in one pass, with nothing in it that could ask for more than it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any
from xml.parsers import expat

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.encoding import encoding_faults
from partnermodel.formats.graphs.finding import refuse
from partnermodel.wording import Worded, worded

DEEPEST = 64
"""The deepest nesting of elements that is read."""

_AT_ONCE = 1 << 16


@attrs.define
class Element:
    """An element, with all that is in it.

    Attributes:
        name: Its name, without its name space.
        attributes: Its attributes, by their names without name spaces.
        line: The line where it begins, from 1.
        text: The text in it, before and between its elements.
        inner: The elements in it.
    """

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    inner: list[Element] = attrs.Factory(list)

    def first(self, name: str) -> Element | None:
        """Return the first element in it with a name, or None."""
        return next((one for one in self.inner if one.name == name), None)


class _RefusedError(Exception):
    """A document that is not read any further, with the reason."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue)
        self.issue = issue


def elements(
    data: bytes, source: str, format: str, root: str, containers: Container[str]
) -> Iterator[Element]:
    """Yield the elements of a document: containers when they begin, with nothing in them, others whole.

    Processing instructions come as elements whose name begins with a question mark.

    Args:
        data: The document.
        source: What it is called in a message.
        format: What its format is called.
        root: The name of the outermost element.
        containers: The names of elements that are too large to be held as a whole.

    Raises:
        InvalidDocumentError: It is no XML, or XML with declarations of types or entities.
    """
    if not _ENCODINGS.fullmatch(_encoding(data)):
        hint = worded("Save the file as UTF-8.")
        refuse(format, source, [Issue("not-utf-8", "$", "", worded("its encoding is not known"), hint)])
    reading = _Reading(root, containers)
    try:
        for start in range(0, len(data), _AT_ONCE):
            reading.parser.Parse(data[start : start + _AT_ONCE], False)
            yield from reading.taken()
        reading.parser.Parse(b"", True)
        yield from reading.taken()
    except _RefusedError as error:
        refuse(format, source, [error.issue])
    except expat.ExpatError as error:
        refuse(format, source, _why(data, error))


class _Reading:
    def __init__(self, root: str, containers: Container[str]) -> None:
        self.root, self.containers = root, containers
        self.ready: list[Element] = []
        self.open: list[Element] = []
        self.texts: list[list[str]] = []
        self.outside = 0  # how many of the open ones are containers
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction

    def taken(self) -> list[Element]:
        found, self.ready = self.ready, []
        return found

    def _doctype(self, *_: Any) -> None:
        hint = worded("Remove the lines from <!DOCTYPE to ]>; no graph file needs them.")
        message = worded("in line {line}, types or entities are declared", line=self.parser.CurrentLineNumber)
        raise _RefusedError(Issue("xml-declarations", "$", "", message, hint))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        line = self.parser.CurrentLineNumber
        if not self.open and local != self.root:
            message = worded(
                "it begins with <{name}>, and <{root}> belongs there", name=local, root=self.root
            )
            hint = worded("Look whether it is of another format.")
            raise _RefusedError(Issue("not-a-graph-file", "$", "", message, hint))
        if len(self.open) >= DEEPEST:
            message = worded(
                "in line {line}, elements are nested more than {levels} deep", line=line, levels=DEEPEST
            )
            hint = worded("Look for elements that are opened and never closed.")
            raise _RefusedError(Issue("brackets-too-deep", "$", "", message, hint))
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(local, plain, line)
        if self.outside == len(self.open) and local in self.containers:
            self.ready.append(element)
            self.outside += 1
        self.open.append(element)
        self.texts.append([])

    def _end(self, _: str) -> None:
        element, texts = self.open.pop(), self.texts.pop()
        element.text = "".join(texts)
        if self.outside > len(self.open):
            self.outside -= 1
        elif self.outside == len(self.open):
            self.ready.append(element)
        else:
            self.open[-1].inner.append(element)

    def _text(self, text: str) -> None:
        self.texts[-1].append(text)

    def _instruction(self, target: str, text: str) -> None:
        if len(self.open) == self.outside:
            self.ready.append(Element(f"?{target}", {}, self.parser.CurrentLineNumber, text))


_ERRORS = expat.errors
_REASONS: dict[int, Worded] = {
    _ERRORS.codes[code]: reason
    for code, reason in (
        (_ERRORS.XML_ERROR_NO_ELEMENTS, worded("the file ends before its last element is closed")),
        (_ERRORS.XML_ERROR_UNCLOSED_TOKEN, worded("the file ends within a tag or a text")),
        (_ERRORS.XML_ERROR_TAG_MISMATCH, worded("an element is closed that is not the last one opened")),
        (_ERRORS.XML_ERROR_DUPLICATE_ATTRIBUTE, worded("an element has an attribute twice")),
        (_ERRORS.XML_ERROR_JUNK_AFTER_DOC_ELEMENT, worded("something follows the last element")),
        (_ERRORS.XML_ERROR_UNDEFINED_ENTITY, worded("an entity is named that XML does not have")),
        (_ERRORS.XML_ERROR_BAD_CHAR_REF, worded("a character is named that XML cannot hold")),
        (_ERRORS.XML_ERROR_UNBOUND_PREFIX, worded("a prefix is used for which no name space is given")),
    )
}


def _why(data: bytes, error: expat.ExpatError) -> list[Issue]:
    """Return why a document is not XML."""
    if error.code == _ERRORS.codes[_ERRORS.XML_ERROR_INVALID_TOKEN]:
        faults = [issue for issue in encoding_faults(data) if issue.code == "not-utf-8"]
        if faults and _encoding(data) == "utf-8":
            return faults
    message = worded(
        "in line {line}, column {column}, {reason}",
        line=error.lineno,
        column=error.offset + 1,
        reason=_REASONS.get(error.code, worded("the text stops being XML")),
    )
    hint = worded("Mend that place, or save the file again in the program that made it.")
    return [Issue("not-xml", "$", "", message, hint)]


_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"'>]{0,100})""")
_ENCODINGS = re.compile(r"utf-8|utf-16(le|be)?|us-ascii|iso-8859-\d\d?|windows-125\d|koi8-[ru]|ibm866|cp866")


def _encoding(data: bytes) -> str:
    """Return the encoding that a document declares, in small letters; UTF-8 where it declares none."""
    found = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return "utf-8" if found is None else found[1].decode("ascii", "replace").lower()
