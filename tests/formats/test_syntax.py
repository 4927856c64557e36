"""Why a text is not JSON: found whenever it is not, and said in the words that fit."""

from __future__ import annotations

import json
import math
import re
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.formats.samples import FULL
from tests.strategies import json_values

from partnermodel.formats import syntax
from partnermodel.formats.files import dumps
from partnermodel.formats.syntax import DEEPEST, json_faults, too_deep

# Every token of JSON, every letter of its words, and what is often written in their place.
PIECES = (
    *'{}[]:,"\\ \n\t\r0123456789.-+eEaNtrufalsn\'#/“\u00a0\u0000\u001f',
    '"a"', '"a', '":', '","', "true", "false", "null", "True", "None", "NaN", "-Infinity", "1e999", "01",
    r"\u00e9", r"\ud83d", r"\ude00", r'"\ud83d\ude00"', r"\x",
    '{"a":1}', "[1]", '{"a":', '"a":1,', "// a", "é",
)  # fmt: skip


def standard_verdict(text: str) -> bool:
    """Return whether the standard library takes a text, and all in it can be written again."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    def finite(digits: str) -> float:
        if not math.isfinite(value := float(digits)):
            raise ValueError(digits)
        return value

    try:
        value = json.loads(text, parse_constant=refuse, parse_float=finite)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return False
    return True


def quick_verdict(text: str) -> bool:
    """Return whether the quick decoder takes a text."""
    try:
        msgspec.json.decode(text.encode())
    except msgspec.MsgspecError:
        return False
    return True


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=8))
@example("")
@example('"\\')
@example('"\\u12"')
@example('{"a":1,"\\ud800":NaN}')
def test_a_fault_is_found_exactly_when_there_is_one(text: str) -> None:
    """Our reading of the grammar, the quick decoder and the standard library have one verdict."""
    faults = list(json_faults(text))
    assert bool(faults) == (not quick_verdict(text))
    assert bool(faults) == (not standard_verdict(text))
    for issue in faults:
        assert issue.message
        assert issue.hint.endswith(".")
        assert sum(issue.code in ("not-json", "empty-document") for issue in faults) <= 1


@given(json_values(), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_has_no_fault(value: Any, indent: Any, ascii: bool) -> None:
    """Of whatever JSON the standard library writes, nothing is said."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    assert list(json_faults(text)) == []
    assert list(too_deep(text)) == []


@settings(max_examples=100)
@given(st.data())
def test_the_place_is_where_the_text_stops_being_json(data: st.DataObject) -> None:
    """What stands before the place of a breach can go on to be JSON; the line and the column lead to it."""
    text = dumps(FULL)
    begin = data.draw(st.integers(0, len(text)))
    damaged = text[:begin] + data.draw(st.sampled_from(PIECES)) + text[begin + data.draw(st.integers(0, 2)) :]
    for issue in json_faults(damaged):
        if (found := re.match(r"in line (\d+), column (\d+), ", issue.message)) is not None:
            line, column = map(int, found.groups())
            lines = damaged.split("\n")
            assert line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
            offset = sum(map(len, lines[: line - 1])) + line - 1 + column - 1
            assert offset >= begin - max(map(len, lines)) - 10  # not before the text that was broken begins


# Each breach of the grammar in the smallest document that has it. The words are "message | hint".
BREACHES = {
    "x": "in line 1, column 1, the document begins with x, and not with { | "
    "A document is one object, from { to }.",
    ",": "in line 1, column 1, the document begins with ,, and not with { | "
    "A document is one object, from { to }.",
    "]": "in line 1, column 1, there is a closing ], and no bracket is open | "
    "Remove it, or look for a bracket that is missing before it.",
    "{} {}": "in line 1, column 4, something follows the end of the document | "
    "Remove it; a document is one object, from { to }.",
    "[": "in line 1, column 2, the document ends, and the list that begins in line 1, column 1 is not closed"
    " | Add what is missing, with the closing ] at its end.",
    '{"a"': "in line 1, column 5, the document ends, and the object that begins in line 1, column 1 is not "
    "closed | Add what is missing, with the closing } at its end.",
    "[1}": "in line 1, column 3, the list that begins in line 1, column 1 is closed with } | "
    "Write ], or look for a bracket that is missing or one too many.",
    '{"a": 1]': "in line 1, column 8, the object that begins in line 1, column 1 is closed with ] | "
    "Write }, or look for a bracket that is missing or one too many.",
    "[1,]": "in line 1, column 3, a comma stands before the closing ] | Remove the comma.",
    '{"a": 1 ,\n}': "in line 1, column 9, a comma stands before the closing } | Remove the comma.",
    '{"a": 1,]': "in line 1, column 9, the object that begins in line 1, column 1 is closed with ] | "
    "Write }, or look for a bracket that is missing or one too many.",
    "[,1]": "in line 1, column 2, a comma stands where a value belongs | "
    "Remove it, or write the value that is missing.",
    "[1,,2]": "in line 1, column 4, a comma stands where a value belongs | "
    "Remove it, or write the value that is missing.",
    "[:1]": "in line 1, column 2, a colon stands where a value belongs | "
    "Remove it, or write the value that is missing.",
    '{"a":,"b":1}': 'in line 1, column 6, the key "a" has no value | '
    "Write a colon and a value after it, or remove the key.",
    '{"a":}': 'in line 1, column 6, the key "a" has no value | '
    "Write a colon and a value after it, or remove the key.",
    '{"a"}': 'in line 1, column 5, the key "a" has no value | '
    "Write a colon and a value after it, or remove the key.",
    '{"a"::1}': "in line 1, column 6, a colon stands where a value belongs | "
    "Remove it, or write the value that is missing.",
    '{"a",1}': 'in line 1, column 5, a colon is missing after the key "a" | '
    "Write a colon between the key and its value.",
    '{"a" "b"}': 'in line 1, column 6, a colon is missing after the key "a" | '
    "Write a colon between the key and its value.",
    "{,}": "in line 1, column 2, a comma stands where a key belongs | "
    "Write a key in quotation marks, a colon and a value; or remove what is there.",
    "{[1]:2}": "in line 1, column 2, a list stands where a key belongs | "
    "Write a key in quotation marks, a colon and a value; or remove what is there.",
    "{a:1}": "in line 1, column 2, the key a has no quotation marks | "
    "Write it in straight double quotation marks.",
    "{'a':1}": "in line 1, column 2, a text begins with ', and JSON has only straight double quotation marks"
    ' | Write " before and after the text.',
    "{\u00a0}": "in line 1, column 2, there is an unseen character, U+00A0 | Delete it.",
    '["a" "b"]': 'in line 1, column 6, a comma is missing before "b" | '
    "Write a comma there, or look for a quotation mark that is missing before it.",
    '["a"b"]': "in line 1, column 5, a comma is missing before b | "
    "Write a comma there, or look for a quotation mark that is missing before it.",
    "[1 [2]]": "in line 1, column 4, a comma is missing before [ | "
    "Write a comma there, or look for a quotation mark that is missing before it.",
    '["a":1]': "in line 1, column 5, a colon stands where a comma belongs | "
    "Write a comma; a colon stands only between a key and its value.",
    "[1 # one\n]": "in line 1, column 4, there is a comment, and JSON has none | "
    "Remove it; what is worth saying belongs in a description.",
    "[/* one */]": "in line 1, column 2, there is a comment, and JSON has none | "
    "Remove it; what is worth saying belongs in a description.",
    "[FALSE]": "in line 1, column 2, FALSE has capital letters | Write false, in small letters.",
    "[undefined]": "in line 1, column 2, undefined is not a value of JSON | "
    "Leave the field out if nobody states it.",
    "[-]": "in line 1, column 2, - has no quotation marks | "
    "Put the whole text in straight double quotation marks.",
    "[+1]": "in line 1, column 2, +1 is neither a number of JSON nor a text in quotation marks | "
    "Write a number such as 12 or -0.5, or add the quotation marks.",
    "[yes]": "in line 1, column 2, yes has no quotation marks | "
    "Put the whole text in straight double quotation marks.",
    '["a\n"]': "in line 1, column 2, a text begins that has no closing quotation mark on its line | "
    r"Add it; within a text, \n stands for a line break and \" for a quotation mark.",
    '["a': "in line 1, column 2, a text begins that has no closing quotation mark on its line | "
    r"Add it; within a text, \n stands for a line break and \" for a quotation mark.",
    '["a\\': "in line 1, column 2, a text begins that has no closing quotation mark on its line | "
    r"Add it; within a text, \n stands for a line break and \" for a quotation mark.",
    '["a\x1b"]': "in line 1, column 4, a text holds the control character U+001B | "
    r"Write \u001b in its place, or remove it.",
    r'["\d"]': "in line 1, column 3, a backslash stands before d in a text, and means nothing there | "
    r"Write \\ for a backslash, \" for a quotation mark, \n for a line break.",
    r'["\u12"]': r"in line 1, column 3, \u stands in a text without four hexadecimal digits after it | "
    r"Write \\ for a backslash, or write the character itself.",
}


@pytest.mark.parametrize("text", BREACHES)
def test_a_breach_is_worded_exactly(text: str) -> None:
    """Each way to break the grammar is named with its place, what is wrong, and how to mend it."""
    (issue,) = json_faults(text)
    assert f"{issue.message} | {issue.hint}" == BREACHES[text]
    assert (issue.code, issue.path) == ("not-json", "$")


def test_what_json_does_not_have_is_named_with_its_path() -> None:
    """Half characters, NaN, infinities and numbers beyond all range come all at once, before a breach."""
    text = r'{"a": NaN, "b c": [1, -Infinity, {"\ud800": "\udfff"}], "d": 1e400, "e": ' + "9" * 309 + ", f}"
    assert [(issue.code, issue.path, issue.value) for issue in json_faults(text)] == [
        ("not-a-number", "$.a", "NaN"),
        ("not-a-number", '$["b c"][1]', "-Infinity"),
        ("lone-surrogate", '$["b c"][2]', r'"\ud800"'),
        ("lone-surrogate", r'$["b c"][2]["\ud800"]', r'"\udfff"'),
        ("not-a-number", "$.d", "1e400"),
        ("not-a-number", "$.e", "9" * 58 + "…"),
        ("not-json", "$", ""),
    ]


@given(st.integers(0, 2 * DEEPEST), st.sampled_from(["[", '{"a":']), st.booleans())
def test_depth_is_counted_in_brackets_that_are_open(depth: int, bracket: str, closed: bool) -> None:
    """Up to the limit nothing is said, and beyond it something, closed or not; texts do not count."""
    text = f'["{"[" * 99}\\"{"{" * 99}", [], [], {{}}'
    text += "," + bracket * depth + "1" + "]}"["[{".index(bracket[0])] * (depth if closed else 0)
    assert bool(list(too_deep(text))) == (depth + 1 > DEEPEST)


def test_a_long_text_is_read_once() -> None:
    """Unclosed texts and escaped quotation marks by the hundred thousand are no work."""
    for text in ('["' + '\\"' * 200_000, '"\\"' * 200_000, '"' * 200_001, "[" * 200_000, "a" * 400_000):
        list(too_deep(text))
        assert len(list(json_faults(text))) == 1


# What stands in an object may be wrong, or only look so, or may not be right together with what is around it.
_DEEP = ["[" * depth + "1" + "]" * depth for depth in (61, 62)]
_LONG = ["9" * 301, "9" * 5000]
ITEMS = (
    *(f'{{"a": {value}}}' for value in (*_DEEP, *_LONG)),
    "{}", '{"a": 1}', '{"a": [1, {"b": null}], "a": -0.5e3}', '{"a": NaN}', '{"a": -Infinity, "b": nan}',
    '{"a": 1e999}', r'{"a": "\ud800"}', r'{"a": "\ud83d\ude00"}', r'{"a": "\\ud800"}', '{"a": "\ud800"}',
    '{"a" 1}', '{"a": 1,}', '{"a": "b}', "{",
    '{"a": "\t"}', "1", "[{}]",
    '{"a": "[{"}', '{"é": 01}', "[", "]", ",", " ", "\n",
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(ITEMS), max_size=6), st.sampled_from([",", " ,\n ", ""]))
@example(["{}", '{"a": NaN}', "{}", '{"a" 1}'], ",")
@example(["{}", "{}", "[" * 70], ",")
def test_what_is_passed_over_holds_nothing(items: list[str], between: str) -> None:
    """With the objects of a list passed over, the same is said as when each of their tokens is looked at."""
    for around in ("[…]", '{"a": 1, "b": […]}', '{"a": {"b": […], "c": […]}}'):
        text = around.replace("…", between.join(items))
        found = list(json_faults(text))
        with (
            patch.object(syntax._Reading, "_may_pass_over", lambda _: False),
            patch.object(syntax, "_FAILURES", 0),
        ):
            assert found == list(json_faults(text))
            deep = list(too_deep(text))
        assert list(too_deep(text)) == deep


def test_a_breach_at_the_end_of_a_long_list_is_found_where_it_is() -> None:
    """The place and the path are those of the breach, however many objects were passed over before it."""
    text = '{"a": [\n' + ",\n".join(['{"b": [1, 2]}'] * 5000) + ',\n{"b": Infinity},\n{"b" 1}\n]}'
    assert [f"{issue.path}: {issue.message}" for issue in json_faults(text)] == [
        "$.a[5000].b: Infinity is not a number of JSON",
        '$: in line 5003, column 6, a colon is missing after the key "b"',
    ]
    (issue,) = json_faults(text + "[" * 200)
    assert issue.code == "brackets-too-deep"
