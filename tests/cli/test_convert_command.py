"""`convert` writes a model as a file of another program, reads it back, and overwrites nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, Ran, call, run

from partnermodel import PartnerModel, dumps, dumps_graph, load, to_dot, to_mermaid
from partnermodel.cli.conversions import SOURCES, TARGETS, target_by_ending
from partnermodel.formats.graphs.known import GRAPH_FORMATS, READ
from partnermodel.language.speech import speech

FILE = str(OMSK)


def convert(source: Path | str, output: Path | str, *args: str) -> Ran:
    """Run the command."""
    return call("convert", str(source), str(output), *args)


def expected(format: str, language: str = "en") -> str:
    """Return what is to be written of the Omsk case."""
    if format == "json":
        return dumps(omsk())
    if format == "dot":
        return to_dot(omsk(), language=language)
    if format == "mermaid":
        return to_mermaid(omsk(), language=language)
    return dumps_graph(omsk(), format=format)


@pytest.mark.parametrize("format", TARGETS)
def test_every_format_is_known_by_its_ending_and_by_its_name(format: str, tmp_path: Path) -> None:
    """The file is what the library writes; the command says how large it is, and replaces an older one."""
    for ending in TARGETS[format].endings:
        path = tmp_path / f"a{ending}"
        ran = convert(FILE, path)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"{path}: {speech('en').counted(path.stat().st_size, 'byte')}\n"
        assert path.read_text(encoding="utf-8") == expected(format)
        assert convert(FILE, path).code == 0
    other = tmp_path / "b"
    assert convert(FILE, other, "--to", format, "--lang", "ru").code == 0
    assert other.read_text(encoding="utf-8") == expected(format, "ru")


@pytest.mark.parametrize("format", SOURCES)
def test_what_is_written_is_read_back(format: str, tmp_path: Path) -> None:
    """Whatever can be read becomes the same model in JSON, told or not told what it is."""
    path, back = tmp_path / "a", tmp_path / "back.json"
    convert(FILE, path, "--to", format)
    for args in ((), ("--from", format)):
        assert convert(path, back, *args).code == 0
        assert load(back) == omsk()


def test_the_table_has_every_graph_format() -> None:
    """Endings are those of the library, and what it reads can be read."""
    for format, known in GRAPH_FORMATS.items():
        assert TARGETS[format].endings == known.endings
    assert set(SOURCES) == {"json", *READ}
    assert target_by_ending("a.KUMU.json") == "kumu"
    assert target_by_ending("a.txt") is None


def test_standard_input_and_output_are_files_too(tmp_path: Path) -> None:
    """A dash reads what is piped in, and prints the bytes of the file in any terminal."""
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    ran = run("convert", "-", "-", "--to", "graphml", input=OMSK.read_bytes(), env=ascii_only)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == expected("graphml")
    again = run("convert", "-", "-", "--to", "json", input=ran.out.encode())
    assert again.out == expected("json")


@pytest.mark.parametrize("format", TARGETS)
def test_a_file_of_another_format_is_not_overwritten(format: str, tmp_path: Path) -> None:
    """A file that is there is replaced only if it is of the format, or empty; the input never is."""
    path = tmp_path / "a"
    for other in TARGETS:
        if other == format:
            continue
        path.write_text(expected(other), encoding="utf-8")
        ran = convert(FILE, path, "--to", format)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"Error: {path} is there, and is not of the format {format}; it is not overwritten.\n"
        )
        assert path.read_text(encoding="utf-8") == expected(other)
    path.write_text("")
    assert convert(FILE, path, "--to", format).code == 0
    ran = convert(FILE, FILE, "--to", format)
    assert (ran.code, ran.err) == (2, f"Error: {FILE} is the file that is read; write elsewhere.\n")


def test_an_empty_model_can_be_replaced(tmp_path: Path) -> None:
    """A file without records, and one with a very long name, is known as what it is."""
    source, path = tmp_path / "a.json", tmp_path / "b"
    for name in ("Nothing yet", "x" * 3000):
        source.write_text(dumps(PartnerModel(name, language="ru")), encoding="utf-8")
        for format in ("json", *GRAPH_FORMATS):
            path.unlink(missing_ok=True)
            assert convert(source, path, "--to", format).code == 0
            assert convert(source, path, "--to", format).code == 0, format


def test_what_to_write_must_be_known(tmp_path: Path) -> None:
    """An ending that says nothing is refused, and so is a type that is none."""
    ran = convert(FILE, tmp_path / "a.txt")
    assert ran.code == 2
    assert "Error: Invalid value for '--to': the name ends in none of .node-link.json, " in ran.err
    path = tmp_path / "a.graphml"
    convert(FILE, path)
    ran = convert(path, tmp_path / "b.json", "--type", "school")
    assert ran.code == 2
    assert "Error: Invalid value for '--type': type is one of organisation, " in ran.err
    assert not (tmp_path / "b.json").exists()
    assert convert(FILE, tmp_path / "none" / "b.json").code == 2


STRANGE = """\
{"nodes": [{"id": "a", "name": "A", "colour": "red"}, {"id": "b", "name": "B"}],
 "links": [{"source": "a", "target": "b"}]}
"""


def test_strangers_files_are_read_as_they_are_told(tmp_path: Path) -> None:
    """Types and kinds that a file does not say are given; the rest is kept, dropped or refused."""
    source, path = tmp_path / "ties.json", tmp_path / "model.json"
    source.write_text(STRANGE, encoding="utf-8")
    ran = convert(source, path)
    assert ran.code == 1
    assert ran.err.startswith(
        f"{source} cannot be read as node-link JSON:\n"
        "  $.nodes[0].type: nothing says of what type the record is. Give the node an attribute type, "
        'such as organisation, or say which type nodes have: type="organisation". [no-record-type]\n'
    )
    told = ("--type", "organisation", "--kind", "partners-with")
    assert convert(source, path, *told).code == 0
    model = load(path)
    assert model.name == "ties"
    assert model["a"].extra == {"node-link:colour": "red"}
    assert list(model.relations) == ["a/partners-with/b"]
    assert convert(source, path, *told, "--unknown", "drop").code == 0
    assert not load(path)["a"].extra
    assert convert(source, path, *told, "--unknown", "refuse").code == 1


@pytest.mark.parametrize("args", [(), ("--from", "json")])
def test_a_file_that_is_no_graph_is_refused_as_a_model(args: tuple[str, ...], tmp_path: Path) -> None:
    """What is neither is refused with the words for models, and nothing is written."""
    source = tmp_path / "a"
    source.write_text("{", encoding="utf-8")
    ran = convert(source, tmp_path / "b.gexf", *args)
    assert ran.code == 1
    assert ran.err.startswith(f"{source} cannot be read as a model:\n")
    assert list(tmp_path.iterdir()) == [source]
