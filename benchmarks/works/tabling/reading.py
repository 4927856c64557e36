"""From a table to a model or a network: by the library, by pandas and by hand."""

from __future__ import annotations

import atexit
import csv
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.contest import Answer
from benchmarks.dataset import Data
from benchmarks.works.tabling import files


def on_disk(made: Callable[[Data], bytes]) -> Callable[[Data], Path]:
    """Return what writes a made table to a file and returns where it is."""

    def prepare(data: Data) -> Path:
        folder = tempfile.TemporaryDirectory(prefix="benchmark-")
        atexit.register(folder.cleanup)
        path = Path(folder.name) / "table.csv"
        path.write_bytes(made(data))
        return path

    return prepare


def _codes(of: Mapping[str, str]) -> str:
    return ", ".join(f'"{said}" = "{code}"' for said, code in of.items())


_STATUSES = _codes({said.casefold(): code for said, code in files.STATUSES.items()})

REGISTER_MAPPING = f"""\
name = "A register"
language = "ru"
[[sheets]]
drop = ["Численность", "Адрес", "Индекс", "Код", "Номер лицензии", "Дата лицензии"]
[[sheets.records]]
type = "organisation"
[sheets.records.fields]
name = "Наименование"
aliases = "Краткое наименование"
description = "Примечание"
"identifiers.inn" = "ИНН"
"period.start" = "Дата основания"
"period.end" = "Дата закрытия"
kind = {{ columns = "Тип", codes = {{ {_codes(files.KINDS)} }} }}
status = {{ columns = "Статус", codes = {{ {_STATUSES} }} }}
[[sheets.records]]
type = "place"
[sheets.records.fields]
name = "Регион"
[[sheets.records]]
type = "relation"
[sheets.records.fields]
source = {{ record = "organisation" }}
kind = {{ constant = "located-in" }}
target = {{ record = "place" }}
"""

PARTICIPATION_MAPPING = f"""\
name = "Who took part"
language = "ru"
[[sheets]]
decimal = ","
drop = ["Сумма"]
[[sheets.records]]
type = "organisation"
[sheets.records.fields]
name = "Организация"
"identifiers.inn" = "ИНН"
[[sheets.records]]
type = "initiative"
[sheets.records.fields]
name = "Проект"
[[sheets.records]]
type = "relation"
[sheets.records.fields]
source = {{ record = "organisation" }}
kind = {{ constant = "participates-in" }}
target = {{ record = "initiative" }}
role = {{ columns = "Роль", codes = {{ {_codes(files.ROLES)} }} }}
status = {{ columns = "Статус", codes = {{ {_STATUSES} }} }}
"period.start" = "Начало"
"period.end" = "Окончание"
"""


def ours(mapping: str) -> Callable[[Path], Any]:
    """Return what reads a table with a mapping."""

    def work(path: Path) -> Any:
        from partnermodel import read_table
        from partnermodel.formats.tables.mappings.mapping_files import mapping_from

        return read_table(path, mapping_from(mapping.encode(), "the mapping")).model

    return work


def pandas(path: Path) -> Any:
    """Return the frame that pandas reads: texts, and nothing is checked or linked."""
    import pandas

    return pandas.read_csv(path, sep=";", dtype=str)


def by_hand(source: str, target: str) -> Callable[[Path], Any]:
    """Return what makes a network of a table as one writes it for the day: nothing is checked."""

    def work(path: Path) -> Any:
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter=";"):
                said = {key: value for key, value in row.items() if value and key not in (source, target)}
                graph.add_edge(row[source], row[target], **said)
        return graph

    return work


def of_model(path: Path, model: Any) -> Answer:
    """Answer with how many organisations and relations there are."""
    return {"organisations": len(model.organisations), "relations": len(model.relations)}


def of_frame(organisation: str) -> Callable[[Path, Any], Answer]:
    """Return what answers the same of a frame."""

    def answer(path: Path, frame: Any) -> Answer:
        return {"organisations": int(frame[organisation].nunique()), "relations": len(frame)}

    return answer


def of_graph(path: Path, graph: Any) -> Answer:
    """Answer with how many relations there are: whose nodes are organisations, the graph does not know."""
    return {"relations": graph.number_of_edges()}
