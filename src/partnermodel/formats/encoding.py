"""Why bytes are not UTF-8, in the words of somebody who chose the wrong line in a menu."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.wording import Worded, worded


def encoding_faults(data: bytes) -> Iterator[Issue]:
    r"""Yield an issue when a document is not in UTF-8, or is in UTF-8 with a mark before it.

    Args:
        data: The document.

    Example:
        >>> for issue in encoding_faults("Омск".encode("windows-1251")):
        ...     print(issue.message)
        in line 1, byte 1 of the line (0xce) is not UTF-8
    """
    # In UTF-16, and in UTF-32, a zero is beside each sign of ASCII, such as the first one.
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\x00" in data[:2] and data[:4].strip(b"\x00")):
        yield Issue(
            "not-utf-8",
            "$",
            "",
            worded("the file seems to be in UTF-16, and not in UTF-8"),
            worded("Save the file as UTF-8."),
        )
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(data, error.start)
        byte = f"0x{data[error.start]:02x}"
        try:
            data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            message = worded("in {place} ({byte}) is not UTF-8", place=place, byte=byte)
            hint = worded("Save the file as UTF-8; it may be in windows-1251 now, or have been cut.")
            yield Issue("not-utf-8", "$", byte, message, hint)
        else:
            message = worded("in {place} begins half a character (a lone surrogate)", place=place)
            yield Issue(
                "lone-surrogate", "$", byte, message, worded("Write the whole character, or remove the half.")
            )
        return
    if text.startswith("\ufeff"):
        message = worded("the file begins with a byte-order mark")
        yield Issue(
            "byte-order-mark",
            "$",
            "",
            message,
            worded("Save the file as UTF-8 without a byte-order mark (BOM)."),
        )


def _place(data: bytes, offset: int) -> Worded:
    line_feed = b"\n"
    line, byte = data.count(line_feed, 0, offset) + 1, offset - data.rfind(line_feed, 0, offset)
    return worded("line {line}, byte {byte} of the line", line=line, byte=byte)
