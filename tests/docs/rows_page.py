"""The page of the rows of results, made from the code.

`python -m tests.docs.rows_page` writes it; `test_reference.py` holds the page to it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from tests.docs.blocks import ROOT
from tests.queries.town import town
from tests.results import results

from partnermodel import Picture
from partnermodel.queries.answers import Listing
from partnermodel.values.rows import Rows
from partnermodel.values.table import Shown

PAGE = ROOT / "docs" / "reference" / "rows.md"

OPENING = """# Rows of results

A result is told to people by its `table()`, and to machines by its `rows()`: typed values in named columns.
This page lists the columns of each. They are the same in every language, and are there when there is no
row, too. This page is made from the code. [Take results into data
frames](../how-to/results-as-data-frames.md) shows how they are used.

```python
from partnermodel import figures, load

rows = figures(load("examples/omsk.json"), codes=["ties", "isolates"]).rows()
for row in rows:
    print(row)
print([(column.name, column.type) for column in rows.columns])
```

```text
{'code': 'ties', 'value': 8.0, 'unit': 'pairs', 'records': ()}
{'code': 'isolates', 'value': 0.0, 'unit': 'organisations', 'records': ()}
[('code', 'text'), ('value', 'number'), ('unit', 'text'), ('records', 'ids')]
```

## `Rows`

`rows()` returns a `Rows`: it has a length and places, and each row is a dict. Printed, and in a
notebook, it shows a table of its first twenty rows. Its `columns` have a `name` and a `type`; `values` are
the rows as tuples. A result and its `Rows` both have

- `to_pandas()` and `to_polars()`, which return a frame. Neither pandas nor polars comes with the library;
- `__arrow_c_stream__()`, which is how `pyarrow.table(result)`, `polars.DataFrame(result)` and others take
  it as it is. The extra `arrow` brings pyarrow, which it needs.

A column has one type, whatever is in it.

| Type | In Python | In Arrow | In pandas |
| --- | --- | --- | --- |
| `text` | `str` | `string` | `string` |
| `integer` | `int` | `int64` | `Int64` |
| `number` | `float`, always finite | `double` | `Float64` |
| `truth` | `bool` | `bool` | `boolean` |
| `ids`, `texts` | a tuple of `str` | `list<string>` | `object`: lists |
| `lists` | a tuple of tuples of `str` | `list<list<string>>` | `object`: lists of lists |

- `None` stands for what is not stated.
- Ids and codes are as in the file, and never translated. Names are the plain ones of the
  file. What is a sentence, such as `reason`, `message` or `hint`, is English.
- Dates are texts of ISO 8601, as precise as they are known: `2024`, `2024-09` or `2024-09-01`. A type of
  dates would have to make up the day.
- Half of a surrogate pair, which no file may hold, becomes U+FFFD.

There are as many rows as in `table()`, and in the same order, but for four: `GovernanceForm` is one row;
`Coverage` is a row for each cell; `Trend` is a row for each day and figure; a picture has rows for what it
shows.

`--format json` and `--format csv` of [the command](command.md) print the same rows. In CSV a cell has one
text: between ids stands a space; between texts, and between lists, a semicolon and a space.

A `Table` itself can be made a frame, too. All its columns are texts, in the words of its language.

A model is a mapping of its records: `model.rows()` and `model.to_polars()` count them by type, but
`polars.DataFrame(model)` takes it for a mapping of columns.

## The columns

Where a result has dimensions, as coverage by group and place has, they are the first columns; here they are
those of the question when nothing else is asked for.
"""


def told(rows: Rows) -> str:
    """Return the columns and their types."""
    return ", ".join(f"`{column.name}` {column.type}" for column in rows.columns)


def about(cls: type[Shown]) -> str:
    """Return what a row is, as its docstring says."""
    if cls.rows is Listing.rows:
        return "A row for each of its items."
    first = (inspect.getdoc(cls.rows) or "").split("\n\n")[0].replace("\n", " ")
    found = re.sub(r"^Return (.)", lambda one: one[1].upper(), first)
    return found.replace(", for machines", "").replace(" for machines", "")


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield OPENING
    yield "| Result | Rows | Columns |"
    yield "| --- | --- | --- |"
    found: dict[str, str] = {}
    for made, result in results(town()):
        drawn = f" of `{made}`" if isinstance(result, Picture) else ""
        name = f"`{type(result).__name__}`{drawn}"
        found.setdefault(name, f"| {name} | {about(type(result))} | {told(result.rows())} |")
    yield from (line for _, line in sorted(found.items(), key=lambda pair: pair[0].lower()))


def page() -> str:
    """Return the whole page."""
    return "\n".join(lines()).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
