"""Scenes drawn by matplotlib: as a figure, as PNG, and as PDF.

pyplot is never loaded, so no window opens and no list of figures grows. Settings of the user do not
count, or the same picture would have other bytes elsewhere.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partnermodel.errors import missing_extra
from partnermodel.values.text import shown
from partnermodel.views.pictures.scene import PAPER, Disc, Mark, Outline, Scene, Words
from partnermodel.wording import worded

if TYPE_CHECKING:
    from typing import TypeAlias

    from matplotlib.figure import Figure

    AnyFigure: TypeAlias = Figure
    """A figure of matplotlib, for those who hand one on and do not know matplotlib."""

EXTRA = "plot"
_POINTS = 72
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}

_alone = threading.Lock()
"""The settings of matplotlib belong to the whole process: who borrows them is alone."""


def _library() -> Any:
    """Return matplotlib.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import matplotlib
    except ImportError:
        raise missing_extra(
            worded("PNG, PDF and figures need matplotlib"), EXTRA, worded("SVG needs no package.")
        ) from None
    return matplotlib


@contextmanager
def _settings() -> Iterator[None]:
    """Draw with the settings that matplotlib itself comes with, and leave those of the user as they were."""
    library = _library()
    own: dict[str, Any] = {
        name: value
        for name, value in library.rcParamsDefault.items()
        if name.startswith(
            ("text.", "font.", "lines.", "patch.", "path.", "savefig.", "figure.", "agg.", "pdf.")
        )
    }
    own |= {"pdf.fonttype": 42, "text.usetex": False, "text.parse_math": False, "pdf.compression": 6}
    with _alone, library.rc_context(own), warnings.catch_warnings():
        # A letter that the font lacks is shown as a box; the words are in the text and the table, too.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


def figure(scene: Scene) -> Figure:
    """Return a scene as a new figure.

    Args:
        scene: The scene.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    with _settings():
        return _figure(scene)


def png(scene: Scene, *, title: str, description: str, dpi: float) -> bytes:
    """Return a scene as a PNG file.

    Args:
        scene: The scene.
        title: What the picture is of.
        description: What it shows.
        dpi: How many dots an inch has.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ValueError: `dpi` is no number from 10 to 1200.
    """
    if isinstance(dpi, bool) or not isinstance(dpi, int | float) or not 10 <= dpi <= 1200:
        raise ValueError(worded("dpi is a number from 10 to 1200, not {given}", given=shown(dpi)))
    with _settings():
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        held = io.BytesIO()
        metadata = {"Software": None, "Title": title, "Description": description}
        FigureCanvasAgg(_figure(scene, dpi)).print_png(held, metadata=metadata)
        return held.getvalue()


def pdf(scene: Scene, *, title: str, description: str) -> bytes:
    """Return a scene as a PDF file.

    Args:
        scene: The scene.
        title: What the picture is of.
        description: What it shows.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    with _settings():
        from matplotlib.backends.backend_pdf import FigureCanvasPdf

        held = io.BytesIO()
        metadata = {
            "Title": title,
            "Subject": description,
            "Creator": None,
            "Producer": None,
            "CreationDate": None,
        }
        FigureCanvasPdf(_figure(scene)).print_pdf(held, metadata=metadata)
        return held.getvalue()


def _figure(scene: Scene, dpi: float = _POINTS) -> Figure:
    from matplotlib.figure import Figure

    made = Figure(figsize=(scene.width / _POINTS, scene.height / _POINTS), dpi=dpi, facecolor=PAPER)
    axes = made.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    for place, mark in enumerate(scene.marks):
        # Of equal order, what is added later lies above.
        for artist in _artists(mark):
            artist.set_zorder(2 + place)
            axes.add_artist(artist)
    return made


def _artists(mark: Mark) -> Iterator[Any]:
    from matplotlib.patches import Circle, PathPatch
    from matplotlib.path import Path as Line
    from matplotlib.patheffects import Stroke

    match mark:
        case Disc():
            yield Circle((mark.x, mark.y), mark.radius, **_paint(mark.fill, mark.stroke, mark.width))
        case Outline():
            points: list[tuple[float, float]] = []
            codes: list[Any] = []
            for ring in mark.rings:
                points += ring
                codes += [Line.MOVETO, *[Line.LINETO] * (len(ring) - 1)]
                if mark.closed:
                    points.append(ring[0])
                    codes.append(Line.CLOSEPOLY)
            dashes = (0, mark.dashes) if mark.dashes else "solid"
            painted = _paint(mark.fill, mark.stroke, mark.width)
            yield PathPatch(Line(points, codes), linestyle=dashes, joinstyle="round", **painted)
        case Words():
            if mark.halo:
                # With an effect, letters become shapes; so the edge is one text, and what is read another.
                edge = _text(mark)
                edge.set_path_effects([Stroke(linewidth=3, foreground=PAPER)])
                yield edge
            yield _text(mark)


def _text(mark: Words) -> Any:
    from matplotlib.text import Text

    return Text(
        mark.x,
        mark.y,
        mark.text,
        color=mark.colour,
        ha=_ANCHORS[mark.anchor],
        va="baseline",
        rotation=mark.angle,
        rotation_mode="anchor",
        parse_math=False,
        fontproperties=_font(mark),
    )


def _paint(fill: str | None, stroke: str | None, width: float) -> dict[str, Any]:
    return {
        "facecolor": fill or "none",
        "edgecolor": stroke or "none",
        "linewidth": width if stroke is not None else 0,
    }


def _font(mark: Words) -> Any:
    """Return the font that comes with matplotlib, whatever fonts the machine has beside it."""
    from matplotlib.font_manager import FontProperties

    name = "DejaVuSans-Bold.ttf" if mark.bold else "DejaVuSans.ttf"
    file = Path(_library().get_data_path()) / "fonts" / "ttf" / name
    return FontProperties(fname=str(file), size=mark.size)
