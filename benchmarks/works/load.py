"""Bytes to a model: types, codes, dates, unknown keys, references, unique ids, the order of periods."""

from __future__ import annotations

from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.contestants import reading
from benchmarks.dataset import Data

DICTS = "orjson to dicts (nothing checked)"
STRUCTS = "msgspec Structs, collector off (floor)"
CATTRS = "orjson, cattrs and checks"
PYDANTIC = "pydantic and checks"
MONEY = "followthemoney, as its commands read"
MONEY_CHECKED = "followthemoney, values cleaned"


def given(data: Data) -> bytes:
    """Return the document: what most contestants begin with."""
    return data.document


def _dicts(document: bytes) -> Any:
    import orjson

    return orjson.loads(document)


def structs(document: bytes) -> Any:
    """Load with msgspec alone."""
    from benchmarks.contestants import structs as peer

    return peer.load(document)


def ours(document: bytes) -> Any:
    """Load with partnermodel."""
    from partnermodel import loads

    return loads(document)


def _cattrs(document: bytes) -> Any:
    from benchmarks.contestants import attrs_classes as peer

    return peer.load(document)


def pydantic(document: bytes) -> Any:
    """Load with pydantic."""
    from benchmarks.contestants import pydantic_models as peer

    return peer.load(document)


def _lines(data: Data) -> bytes:
    from benchmarks.contestants import money

    return data.derived("money", money.lines_of, money)


def _money(lines: bytes) -> Any:
    from benchmarks.contestants import money

    return money.load(lines)


def _money_checked(lines: bytes) -> Any:
    from benchmarks.contestants import money

    return money.load(lines, cleaned=False)


def _model_answer(_given: Any, model: Any) -> Answer:
    found = reading.of_records(model.entities.values(), model.relations.values())
    return found | {"records": found["entities"] + found["relations"]}


def _money_answer(_given: Any, entities: Any) -> Answer:
    return {"records": len({entity.id for entity in entities})}


LOADERS = (
    Contestant(DICTS, given, _dicts, lambda _, found: reading.of_dicts(found), needs=("orjson",)),
    Contestant(STRUCTS, given, structs, lambda _, found: reading.of_objects(found)),
    Contestant(OURS, given, ours, _model_answer),
    Contestant(CATTRS, given, _cattrs, lambda _, found: reading.of_objects(found), needs=("orjson",)),
    Contestant(PYDANTIC, given, pydantic, lambda _, found: reading.of_objects(found), needs=("pydantic",)),
)
MONEY_LOADERS = (
    Contestant(MONEY, _lines, _money, _money_answer, needs=("orjson", "followthemoney")),
    Contestant(MONEY_CHECKED, _lines, _money_checked, _money_answer, needs=("orjson", "followthemoney")),
)


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "bytes to a checked model",
            (*LOADERS, *MONEY_LOADERS),
            floor=STRUCTS,
            fresh=True,
            targets=(
                Target(3, of=STRUCTS),
                Target(1 / 5, of=PYDANTIC),
                Target(1 / 5, of=CATTRS),
                # What its commands read is taken on trust; what is not trusted is what is compared.
                Target(1 / 8, of=MONEY_CHECKED),
            ),
        ),
    )
