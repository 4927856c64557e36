"""Where nodes stand in a picture: plain functions that take any networkx graph first."""

from __future__ import annotations

from partnermodel.graph.layouts.best import best as best
from partnermodel.graph.layouts.columns import columns as columns
from partnermodel.graph.layouts.layers import layers as layers
from partnermodel.graph.layouts.layout import Band as Band
from partnermodel.graph.layouts.layout import Layout as Layout
from partnermodel.graph.layouts.rings import rings as rings
from partnermodel.graph.layouts.springs import springs as springs

__all__ = ["Band", "Layout", "best", "columns", "layers", "rings", "springs"]


def __dir__() -> list[str]:
    return list(__all__)  # and not the files of the same names
