"""A model to its canonical bytes: how long, and how much memory beside what is there and what comes out."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

DICTS = "orjson on ready dicts (floor)"
PYDANTIC = "pydantic"
TEXT = "partnermodel, to a text"
OUTPUT = "output alone"


def _ready(data: Data) -> Any:
    import orjson

    return orjson.loads(data.document)


def _dicts(document: Any) -> bytes:
    import orjson

    output: bytes = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return output


def _text(model: Any) -> bytes:
    from partnermodel import dumps

    return dumps(model).encode()


def _saved(given: tuple[Any, Path]) -> None:
    from partnermodel import save

    save(*given)


def _pydantic(register: Any) -> bytes:
    from benchmarks.contestants import pydantic_models as peer

    return peer.save(register)


def _answer(_given: Any, output: bytes) -> Answer:
    return {"bytes": hashlib.sha256(output.rstrip(b"\n")).hexdigest()}


_SAVED = Contestant(
    OURS,
    lambda data: (load.ours(data.document), Path(mkdtemp()) / "model.json"),
    _saved,
    lambda given, _: _answer(None, given[1].read_bytes()),
)
_SAVERS = (
    Contestant(DICTS, _ready, _dicts, _answer, needs=("orjson",)),
    _SAVED,
    Contestant(TEXT, lambda data: load.ours(data.document), _text, _answer),
    Contestant(PYDANTIC, lambda data: load.pydantic(data.document), _pydantic, _answer, needs=("pydantic",)),
)
_COPY = Contestant(OUTPUT, load.given, lambda document: b"".join([document, b""]), _answer)


def contests() -> tuple[Contest, ...]:
    """Return two contests: the time, and the memory. The library writes a file, the peers make bytes."""
    return (
        Contest(
            "a model to canonical bytes",
            _SAVERS,
            floor=DICTS,
            targets=(Target(4, of=DICTS), Target(1 / 2, of=PYDANTIC)),
        ),
        Contest(
            "memory beside the model while saving",
            (_COPY, *_SAVERS),
            floor=OUTPUT,
            measures=("peak",),
            fresh=True,
            rounds=1,
            # The output itself, and as much again.
            targets=(Target(2, of=OUTPUT, measure="peak"),),
        ),
    )
