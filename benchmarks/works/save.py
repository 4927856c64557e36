"""A model to its canonical bytes: how long, and how much memory beside what is there and what comes out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

DICTS = "orjson on ready dicts (floor)"
PYDANTIC = "pydantic"
DICTS_FILE = "orjson, to a file (floor)"
OURS_FILE = "partnermodel, save"
PYDANTIC_FILE = "pydantic, to a file"
TEXT = "partnermodel, to a text"
OUTPUT = "output alone"


def _ready(data: Data) -> Any:
    import orjson

    return orjson.loads(data.document)


def _dicts(document: Any) -> bytes:
    import orjson

    output: bytes = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return output


def _bytes(model: Any) -> bytes:
    from partnermodel.formats.encode import canonical_bytes

    return canonical_bytes(model)


def _text(model: Any) -> bytes:
    from partnermodel import dumps

    return dumps(model).encode()


def _pydantic(register: Any) -> bytes:
    from benchmarks.contestants import pydantic_models as peer

    return peer.save(register)


def _saved(given: tuple[Any, Path]) -> None:
    from partnermodel import save

    save(*given)


def _to_file(bytes_of: Callable[[Any], bytes]) -> Callable[[tuple[Any, Path]], None]:
    """Return what writes a file that is on the disk before it is there, as `save` does."""

    def written(given: tuple[Any, Path]) -> None:
        from partnermodel.formats.files import write_atomically

        write_atomically(given[1], [bytes_of(given[0])])

    return written


def _beside(prepare: Callable[[Data], Any]) -> Callable[[Data], tuple[Any, Path]]:
    return lambda data: (prepare(data), Path(mkdtemp()) / "model.json")


def _ours(data: Data) -> Any:
    return load.ours(data.document)


def _register(data: Data) -> Any:
    return load.pydantic(data.document)


def _answer(_given: Any, output: bytes) -> Answer:
    return {"bytes": hashlib.sha256(output.rstrip(b"\n")).hexdigest()}


def _file_answer(given: tuple[Any, Path], _: Any) -> Answer:
    return _answer(None, given[1].read_bytes())


_BYTES = (
    Contestant(DICTS, _ready, _dicts, _answer, needs=("orjson",)),
    Contestant(OURS, _ours, _bytes, _answer),
    Contestant(TEXT, _ours, _text, _answer),
    Contestant(PYDANTIC, _register, _pydantic, _answer, needs=("pydantic",)),
)
_SAVED = Contestant(OURS_FILE, _beside(_ours), _saved, _file_answer)
_FILES = (
    Contestant(DICTS_FILE, _beside(_ready), _to_file(_dicts), _file_answer, needs=("orjson",)),
    _SAVED,
    Contestant(PYDANTIC_FILE, _beside(_register), _to_file(_pydantic), _file_answer, needs=("pydantic",)),
)
_COPY = Contestant(OUTPUT, load.given, lambda document: b"".join([document, b""]), _answer)


def contests() -> tuple[Contest, ...]:
    """Return three contests: the time for the bytes, the time for a file of them, and the memory."""
    return (
        Contest(
            "a model to canonical bytes",
            _BYTES,
            floor=DICTS,
            targets=(Target(4, of=DICTS), Target(1 / 2, of=PYDANTIC)),
        ),
        Contest(
            "a model to a file, whole or not at all",
            _FILES,
            floor=DICTS_FILE,
            ours=OURS_FILE,
            targets=(Target(4, subject=OURS_FILE, of=DICTS_FILE),),
        ),
        Contest(
            "memory beside the model while saving",
            (_COPY, _SAVED, *_BYTES),
            floor=OUTPUT,
            ours=OURS_FILE,
            measures=("peak",),
            fresh=True,
            rounds=1,
            # The output itself, and as much again.
            targets=(
                Target(2, subject=OURS_FILE, of=OUTPUT, measure="peak"),
                Target(2, of=OUTPUT, measure="peak"),
            ),
        ),
    )
