"""A mapping is a file that people edit: written readably, read strictly, and every fault has its place."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.mappings.mappings import mappings
from tests.strategies import blocks, lines

from partnermodel import InvalidDocumentError, PartnermodelError, UnsupportedFormatError, retold
from partnermodel.formats.tables.mappings.mapping import FieldMapping, TableMapping
from partnermodel.formats.tables.mappings.mapping_files import (
    load_mapping,
    mapping_from,
    mapping_text,
    save_mapping,
)
from partnermodel.formats.tables.mappings.toml import toml_text

COLLEGES = """\
mapping_version = 1
name = "Colleges"
language = "ru"

[[sheets]]
sheet = "Реестр"
header = 4
drop = ["№ п/п"]

[[sheets.records]]
type = "organisation"

[sheets.records.fields]
name = "Наименование"
aliases = ["Краткое", "Прежнее"]
"identifiers.inn" = "ИНН"
evidence = [{ constant = "register" }, { columns = "Приказ", separator = ";" }]
status = { columns = "Статус", codes = { "действует" = "active" } }
"""


@given(mappings())
def test_a_mapping_that_is_written_reads_back(mapping: TableMapping) -> None:
    """What is written as TOML, and what that is as JSON, reads back to an equal mapping."""
    text = mapping_text(mapping)
    assert mapping_from(text.encode(), "the mapping") == mapping
    assert mapping_from(json.dumps(tomllib.loads(text)).encode(), "the mapping", json=True) == mapping


def test_a_mapping_is_written_as_people_write_it() -> None:
    """A head stands alone where nothing more is said, and a comment above its line."""
    mapping = mapping_from(COLLEGES.encode(), "the mapping")
    assert mapping_text(mapping) == COLLEGES
    said = {
        "$.sheets[0].records[0].fields.name": "Sure.\nOf 300 cells, 300.",
        "$.sheets[0]": "A sheet\u2028!",
    }
    lines = mapping_text(mapping, comments=said).splitlines()
    assert lines[lines.index('name = "Наименование"') - 2 :][:2] == ["# Sure.", "# Of 300 cells, 300."]
    assert lines[lines.index("[[sheets]]") - 2 :][:2] == ["# A sheet", "# !"]


def values() -> st.SearchStrategy[Any]:
    """Return what TOML can hold, and we write."""
    texts = lines() | blocks() | st.text(st.characters(codec="utf-8", max_codepoint=0x2100))
    leaves = texts | st.integers(-(2**63), 2**63 - 1) | st.booleans()
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    )


@given(st.dictionaries(lines(), values(), max_size=4), st.dictionaries(lines(), blocks(), max_size=4))
def test_toml_is_what_the_standard_library_reads(value: dict[str, Any], comments: dict[str, str]) -> None:
    """Whatever is written, with whatever comments, the reader of the standard library reads back."""
    assert tomllib.loads(toml_text(value)) == value
    several = {**value, "sheets": [value, {}, {"fields": value}]}
    told = {f"$.{key}": said for key, said in comments.items()}
    gaps = {f"$.sheets[0].{key}": [said] for key, said in comments.items()}
    gaps |= {f"$.sheets[2].fields.{key}.{key}": ["text", said] for key, said in comments.items()}
    written = toml_text(several, headed=("sheets", "fields"), comments=told, gaps=gaps)
    assert tomllib.loads(written) == several
    assert tomllib.loads(toml_text(several, headed=("sheets", "fields"), comments=told)) == several


def test_a_mapping_is_loaded_by_the_ending_of_its_name(tmp_path: Path) -> None:
    """`.json` is JSON, and anything else is TOML."""
    toml, plain = tmp_path / "map.toml", tmp_path / "MAP.JSON"
    toml.write_text(COLLEGES, encoding="utf-8")
    plain.write_text(json.dumps(tomllib.loads(COLLEGES)), encoding="utf-8")
    assert load_mapping(toml) == load_mapping(plain) == mapping_from(COLLEGES.encode(), "the mapping")
    save_mapping(load_mapping(plain), plain.with_suffix(".toml"))
    assert plain.with_suffix(".toml").read_text(encoding="utf-8") == COLLEGES


def test_a_date_of_toml_is_a_text() -> None:
    """A date without quotation marks is what it would be with them."""
    text = '[[sheets]]\n[[sheets.records]]\ntype = "initiative"\n[sheets.records.fields]\n'
    bare = mapping_from(f'name = "N"\n{text}"period.start" = {{ constant = 2024-09-01 }}'.encode(), "m")
    assert bare.sheets[0].records[0].fields == (FieldMapping("period.start", constant="2024-09-01"),)


QUOTED, IN_QUOTES = "Write it in quotation marks", "Возьмите его в кавычки"
FIELDS = "$.sheets[0].records[0].fields"
NOT_TOML = (
    'Write name = "text" on a line of its own, with quotation marks around a text and around a name that has '
    "other letters than a to z; each name once in its table."
)
NO_TOML = (
    'Пишите имя = "текст" на отдельной строке; в кавычки берите и текст, и имя, если в нём есть буквы, '
    "кроме a–z; каждое имя пишите в своей таблице один раз."
)
FAULTS = {
    "a key": (
        ("codes =", "code ="),
        f'{FIELDS}.status.code: "code" is not a field of a line of a mapping. Did you mean "codes"?',
        f'{FIELDS}.status.code: у строки сопоставления нет поля "code". Возможно, вы имели в виду "codes"?',
    ),
    "one line of several": (
        ('separator = ";"', "separator = 5"),
        f'{FIELDS}.evidence[1].separator: 5 is a whole number, and a text belongs here. {QUOTED}: "5".',
        f'{FIELDS}.evidence[1].separator: 5 — это целое число, а здесь ожидается текст. {IN_QUOTES}: "5".',
    ),
    "a text without marks": (
        ('"Реестр"', "Реестр"),
        f'line 6, column 9 of the file: "sheet = Реестр" is not TOML. {NOT_TOML}',
        f'строка 6, столбец 9 файла: "sheet = Реестр" — это не TOML. {NO_TOML}',
    ),
    "a version": (
        ("mapping_version = 1", 'mapping_version = "1"'),
        '$.mapping_version: "1" is not a version of a mapping. Write 1.',
        '$.mapping_version: "1" — не версия сопоставления. Напишите 1.',
    ),
}


def refusal(data: bytes, *, json: bool = False) -> PartnermodelError:
    """Return the error with which a mapping is refused."""
    with pytest.raises(InvalidDocumentError) as caught:
        mapping_from(data, "map.toml", json=json)
    return caught.value


@pytest.mark.parametrize(("change", "english", "russian"), FAULTS.values(), ids=FAULTS)
def test_a_fault_has_its_place_in_the_file(change: tuple[str, str], english: str, russian: str) -> None:
    """A fault is named by its place in the file, with its reason and its mend, in two languages."""
    error = refusal(COLLEGES.replace(*change).encode())
    code = error.issues[0].code
    assert str(error) == f"map.toml cannot be read as a mapping:\n  {english} [{code}]"
    told = str(retold(error, language="ru"))
    assert told == f"map.toml не удаётся прочитать как сопоставление:\n  {russian} [{code}]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = [[[\n", "line 2, column 1 of the file"),
        ('a = "' + "\ud800", ""),
        ("\ufeffname = 1", ""),
        ("a = " + "[" * 100_000, "line 1, column "),
        ('name = "a"\nname = "b"', "line 2, column 11 of the file"),
        ("", "$"),
        ("sheets = 1\nname = 1", "$.sheets"),
        ('name = "a"\nsheets = [1]', "$.sheets[0]"),
        ('name = "a"\nsheets = [{records = 1}]', "$.sheets[0].records"),
        ('name = "a"\nsheets = [{records = [{type = "place", fields = 1}]}]', FIELDS),
        ('name = "a"\nsheets = [{records = [{type = "place", fields = [{}]}]}]', f"{FIELDS}[0]"),
        (
            'name = "a"\nsheets = [{records = [{type = "place", fields = {name = 1}}]}]',
            f"{FIELDS}.name.columns",
        ),
        ('name = "a"\nsheets = [{header = nan}]', "$.sheets[0].header"),
    ],
)
def test_what_is_no_mapping_is_refused_in_words(text: str, place: str) -> None:
    """No text ends in a traceback of others, or in a mapping of something else."""
    issues = refusal(text.encode("utf-8", "surrogatepass")).issues
    assert any(issue.path.startswith(place) for issue in issues)


@pytest.mark.parametrize(
    ("text", "code"),
    [("[1]", "wrong-type"), ('{"name": "a", "name": "b"}', "duplicate-key"), ("{", "not-json")],
)
def test_json_is_read_as_strictly(text: str, code: str) -> None:
    """A mapping in JSON is one object in which each key stands once."""
    assert [issue.code for issue in refusal(text.encode(), json=True).issues] == [code]


def test_a_newer_version_says_so() -> None:
    """A mapping of a release to come is refused as that, and not as a list of unknown keys."""
    with pytest.raises(UnsupportedFormatError, match=r"^m is a mapping of the version 2, and this release"):
        mapping_from(b"mapping_version = 2\nfuture = 1", "m")
