"""PNG, PDF and figures are made by matplotlib, and are the same each time, whatever its settings are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
import zlib
from pathlib import Path
from typing import Any

import pytest
from tests.views.pictures.hostile import all_named
from tests.views.pictures.test_picture import town

from partnermodel import MissingExtraError, draw
from partnermodel.views.network.text_width import text_width
from partnermodel.views.pictures.plain import _BOLD

ENDINGS = ["png", "pdf"]


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where matplotlib is missing, SVG works, and the rest says which extra brings it and writes nothing."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    picture = draw(town(), path=tmp_path / "a.svg")
    for make in (picture.png, picture.pdf, picture.figure, lambda: picture.save(tmp_path / "b.png")):
        with pytest.raises(MissingExtraError) as caught:
            make()
        assert str(caught.value) == (
            'PNG, PDF and figures need matplotlib; the extra "plot" brings it: '
            'pip install "partnermodel[plot]". SVG needs no package.'
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.alt.txt", "a.svg"]


@pytest.fixture
def matplotlib() -> Any:
    """Return matplotlib, or skip what needs it."""
    return pytest.importorskip("matplotlib")


def test_png_is_the_same_each_time(matplotlib: Any) -> None:
    """The bytes do not depend on settings of the user, and say nothing of a program or a time."""
    first = draw(town()).png()
    with matplotlib.rc_context(
        {"font.size": 30, "lines.linewidth": 9, "savefig.dpi": 7, "text.usetex": True}
    ):
        assert draw(town()).png() == first
        assert matplotlib.rcParams["font.size"] == 30
    assert first.startswith(b"\x89PNG")
    assert b"Software" not in first
    assert b"Network: Town" in first


def test_pdf_is_the_same_each_time(matplotlib: Any) -> None:
    """A PDF has the title and the text in its properties, and no time and no program."""
    first = draw(town()).pdf()
    assert draw(town()).pdf() == first
    assert b"/Title (Network: Town)" in first
    assert b"/Subject" in first
    assert not re.search(rb"CreationDate|Producer|Creator", first)


def printed(program: str, **environment: str) -> str:
    """Return what a program prints in a Python of its own."""
    whole = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    run = subprocess.run(
        [sys.executable, "-c", program], env=whole, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_bytes_do_not_depend_on_the_seed_of_hashes(matplotlib: Any) -> None:
    """Two runs of Python with other seeds write the same bytes."""
    program = (
        "import hashlib; from tests.views.pictures.hostile import all_named\n"
        "from tests.views.pictures.test_picture import town; from partnermodel import draw\n"
        "p = draw(town()); made = draw(all_named()).svg().encode(), p.png(), p.pdf()\n"
        "print([hashlib.sha256(data).hexdigest() for data in made])"
    )
    assert printed(program, PYTHONHASHSEED="1") == printed(program, PYTHONHASHSEED="2")


def test_every_name_can_be_drawn(matplotlib: Any) -> None:
    """No name is read as TeX, none breaks a file, and none gives a warning: not even one without glyphs."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = draw(all_named())
        assert picture.png(dpi=50).startswith(b"\x89PNG")
        assert picture.pdf().startswith(b"%PDF")


def test_pyplot_is_left_alone(matplotlib: Any) -> None:
    """A figure is not in pyplot's list, since pyplot is never loaded."""
    program = (
        "import sys; from partnermodel import *; p = draw(PartnerModel('One', [Organisation('a', 'A')]))\n"
        "p.png(), p.pdf(), p.figure(); print('matplotlib.pyplot' in sys.modules)"
    )
    assert printed(program) == "False\n"


def test_svg_asks_for_no_matplotlib() -> None:
    """Whoever only wants SVG does not load matplotlib."""
    program = (
        "import sys; from partnermodel import *; p = draw(PartnerModel('One', [Organisation('a', 'A')]))\n"
        "p.svg(), str(p), p._repr_mimebundle_(); print('matplotlib' in sys.modules)"
    )
    assert printed(program) == "False\n"


def test_a_figure_has_the_points_of_the_sheet(matplotlib: Any) -> None:
    """One may go on drawing in the figure, whose axes are the points of the sheet from above."""
    picture = draw(town())
    (axes,) = picture.figure().axes
    assert axes.get_xlim() == (0, picture.width)
    assert axes.get_ylim() == (picture.height, 0)


def test_an_image_is_as_large_as_it_is_asked_to_be(matplotlib: Any) -> None:
    """A PNG has as many dots an inch as asked for, and what is no such number is refused."""
    picture = draw(town())
    data = picture.png(dpi=72)
    wide, high = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert abs(wide - picture.width) <= 1
    assert abs(high - picture.height) <= 1
    for dpi in (5, 5000, True, "high", float("nan")):
        with pytest.raises(ValueError, match=r"^dpi is a number from 10 to 1200, not"):
            picture.png(dpi=dpi)  # type: ignore[arg-type]


def test_cyrillic_is_in_the_pdf_as_letters(matplotlib: Any) -> None:
    """The PDF maps its glyphs to Cyrillic letters, so that a text can be found in it and read aloud."""
    data = draw(town(), language="ru").pdf()
    held = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    told = b"".join(zlib.decompressobj().decompress(stream) for stream in held)
    for letter in "Ёлка":
        assert f"<{ord(letter):04x}>".encode() in told


def test_bold_letters_have_room(matplotlib: Any) -> None:
    """A heading in the bold letters of DejaVu Sans is no wider than pictures reckon with."""
    from matplotlib.ft2font import FT2Font

    font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans-Bold.ttf"))
    font.set_size(100, 72)
    for text in (
        "Coverage by group and place: Omsk Region",
        "Сеть: Министерство труда и социального развития Омской области",
        "Хронология: 2019–2024 (№ 15)",
    ):
        real = sum(font.load_char(ord(letter)).linearHoriAdvance / 65536 for letter in text)
        assert 1 <= text_width(text, 100 * _BOLD) / real < 1.25
