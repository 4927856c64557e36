"""Every bad file ends in one error of ours that says what is wrong, and where, in bounded time."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.samples import FULL

from partnermodel import IntegrityError, InvalidDocumentError, PartnermodelError, retold
from partnermodel.formats.graphs.doors import dumps_graph, load_graph, loads_graph
from partnermodel.formats.graphs.known import READ

NODES = '<node id="a"><data key="t">organisation</data><data key="n">A</data></node>'
KEYS = (
    '<key id="t" for="node" attr.name="type" attr.type="string"/>\n'
    '<key id="n" for="node" attr.name="name" attr.type="string"/>\n'
    '<key id="s" for="node" attr.name="size" attr.type="long"/>\n'
    '<key id="o" for="node" attr.name="open" attr.type="boolean"/>\n'
    '<key id="k" for="edge" attr.name="kind" attr.type="string"/>\n'
)


def graphml(inner: str, before: str = "", attributes: str = 'edgedefault="directed"') -> bytes:
    """Return a GraphML document; what is inside begins on line 7."""
    return f"<graphml>\n{KEYS}<graph {attributes}>{before}{inner}</graph></graphml>".encode()


CORPUS = Path(__file__).parents[2] / "data" / "invalid_graphs"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".txt")


def refusal(data: bytes) -> PartnermodelError:
    """Return the error with which a document is refused."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(data, source="the file")
    return caught.value


def test_every_file_has_its_words_and_every_word_its_file() -> None:
    """Beside each bad file stands a .txt and a .ru.txt that begin with its name; nothing else is there."""
    expected = {Path(f"{path}{suffix}") for path in FILES for suffix in ("", ".txt", ".ru.txt")}
    assert set(CORPUS.iterdir()) == expected
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_bad_file_is_refused_in_exactly_these_words(path: Path) -> None:
    """Every fault is named at once, with its place, in English and in Russian."""
    with pytest.raises(PartnermodelError) as caught:
        loads_graph(path.read_bytes(), source=path.name)
    for error, suffix in ((caught.value, ".txt"), (retold(caught.value, language="ru"), ".ru.txt")):
        said = f"{type(error).__name__}: {error}\n"
        assert said == Path(f"{path}{suffix}").read_text(encoding="utf-8")
    for issue in caught.value.issues:
        assert issue.hint.endswith((".", "?"))


def test_records_that_contradict_each_other_are_placed_in_the_file() -> None:
    """A contradiction is told of the nodes and edges that make it, and is an error of its own class."""
    document = graphml(NODES + "\n" + NODES)
    with pytest.raises(IntegrityError) as caught:
        loads_graph(document, source="the file")
    assert str(caught.value) == (
        "the records of the file contradict each other:\n"
        '  line 8, node "a", id: "a" is the id of two records. Give one of them another id; all records of a '
        "model share one set of ids. [duplicate-id]"
    )


@pytest.mark.parametrize("format", READ)
def test_a_file_of_another_format_than_is_said_is_refused(format: str) -> None:
    """Whoever names the wrong format hears of it."""
    other = dumps_graph(FULL, format="gexf" if format == "graphml" else "graphml")
    with pytest.raises(InvalidDocumentError, match=r"^the document cannot be read as "):
        loads_graph(other, format=format)


@pytest.mark.parametrize("format", READ)
@given(data=st.data())
def test_a_file_that_was_cut_or_changed_is_read_or_refused(format: str, data: st.DataObject) -> None:
    """Whatever happens to the bytes of a file, either a model or an error of ours comes of it."""
    whole = dumps_graph(FULL, format=format).encode()
    at = data.draw(st.integers(0, len(whole)))
    until = data.draw(st.sampled_from([at, at + 1, at + 40, len(whole)]))
    put = data.draw(st.sampled_from([b"", b"\0", b"<", b'"', b"\xff", b"&a;", b"null", b"[", b"-1e999"]))
    changed = whole[:at] + put + whole[until:]
    for asked in (None, format):
        try:
            loads_graph(changed, format=asked)
        except PartnermodelError as error:
            refused = error
        else:
            continue
        assert refused.issues
        assert len(str(refused)) < 100_000


@given(st.binary(max_size=60))
@example(b"<graphml\xff")
@example(b"\xff\xfe<")
@example(b"<?xml encoding='x'")
@example(b"<!--")
def test_bytes_of_any_sort_are_refused(data: bytes) -> None:
    """Bytes that mean nothing are an error of ours, whatever they are taken for."""
    for format in (None, *READ):
        with pytest.raises(PartnermodelError):
            loads_graph(data, format=format)


def test_what_is_large_takes_no_longer_than_it_is_large() -> None:
    """A huge attribute, a million elements of nothing, a bomb: each is done within seconds."""
    begun = perf_counter()
    name = "A" * 3_000_000
    node = f'<node id="a"><data key="t">place</data><data key="n">{name}</data></node>'
    assert loads_graph(graphml(node)).places["a"].name == name
    assert not loads_graph(b"<graphml><graph>" + b"<a/>" * 200_000 + b"</graph></graphml>")
    refusal(b"<graphml " + b"a='1' " * 100_000 + b"/>")
    refusal((CORPUS / "bomb.graphml").read_bytes())
    refusal(json.dumps({"nodes": [5] * 20_000}).encode())
    assert perf_counter() - begun < 20


def test_no_file_is_an_error_of_python(tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is an OSError as everywhere."""
    with pytest.raises(FileNotFoundError):
        load_graph(tmp_path / "none.graphml")
    with pytest.raises(OSError):  # noqa: PT011  # which one depends on the system
        load_graph(tmp_path)
