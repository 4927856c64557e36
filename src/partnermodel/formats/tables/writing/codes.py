"""What the codes in tables mean: a table of its own, for people who read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from partnermodel.formats.shape import LISTS
from partnermodel.language.speech import TONGUES
from partnermodel.model.model import PartnerModel
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows

CODES = "codes"
"""What the table is called."""

_SCHEMES = {"status": "status", "role": "role", "source_type": "source-type"}


def scheme_of_codes(column: str, type: str) -> str | None:
    """Return the scheme of the codes in a column; None if it has none, or if each row says which it is.

    Args:
        column: The name of the column.
        type: The type of the records.

    Example:
        >>> scheme_of_codes("kind", "relation"), scheme_of_codes("source_type", "document")
        ('relation', 'source-type')
    """
    return type if column == "kind" else _SCHEMES.get(column)


def code_table(model: PartnerModel, tables: Mapping[str, Rows]) -> Rows:
    """Return what each code in the tables of a model means, in each language of the library.

    Args:
        model: The model, whose words they are.
        tables: Its tables.

    Example:
        >>> from partnermodel import Place, tables
        >>> town = PartnerModel("Town", [Place("omsk", "Omsk", kind="region", status="exists")])
        >>> code_table(town, tables(town))[0]
        {'scheme': 'place', 'code': 'region', 'label_en': 'region', 'label_ru': 'регион'}
    """
    label = model.vocabulary.label
    used = sorted({pair for key, rows in tables.items() for pair in _used(LISTS[key].scheme, rows)})
    columns = ("scheme", "code", *(f"label_{language}" for language in TONGUES))
    return Rows(
        tuple(Column(name, "text") for name in columns),
        tuple((*pair, *(label(*pair, language) for language in TONGUES)) for pair in used),
    )


def _used(type: str, rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield the codes of a table with their schemes, some of them often."""
    columns = rows.by_column()
    for name, codes in columns.items():
        scheme = scheme_of_codes(name, type)
        if scheme is not None:
            yield from ((scheme, code) for code in codes if code is not None)
    if "level" in columns:
        levels = zip(columns["level_scheme"], columns["level"], strict=True)
        yield from ((scheme, code) for scheme, code in levels if code is not None)
