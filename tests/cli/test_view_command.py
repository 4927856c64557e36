"""`view` writes a picture of a network, whole or not at all, and never over anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, Ran, call

from partnermodel import Organisation, PartnerModel, Period, network_view, save
from partnermodel.language.speech import speech

FILE = str(OMSK)


def write(output: Path | str, *args: str, file: str = FILE) -> Ran:
    """Run the command."""
    return call("view", file, "-o", str(output), *args)


def test_it_writes_the_view_and_says_so(tmp_path: Path) -> None:
    """The file is the page or the picture of the library; what is printed is its name, size and content."""
    page, picture = tmp_path / "page.html", tmp_path / "picture.svg"
    ran = write(page, "--lang", "ru", "--status", "active", "--status", "exists")
    view = network_view(omsk().where(status=("active", "exists")), language="ru")
    assert page.read_text(encoding="utf-8") == view.html()
    assert (ran.code, ran.err) == (0, "")
    size = speech("ru").counted(page.stat().st_size, "byte")
    assert ran.out == f"{page}: {size}\n{view.description()}\n"
    assert write(picture, "--ego", "media-centre", "--hops", "2", "--at", "2024").code == 0
    view = network_view(omsk().at("2024"), ego="media-centre", hops=2)
    assert picture.read_text(encoding="utf-8") == view.svg()
    assert write(page, "--by", "sector").code == 0
    assert page.read_text(encoding="utf-8") == network_view(omsk(), by="sector").html()
    assert sorted(tmp_path.iterdir()) == [page, picture]


def test_what_is_no_view_is_not_overwritten(tmp_path: Path) -> None:
    """A file that is there is replaced only if it is a view, or empty; the input never is."""
    other = tmp_path / "notes.html"
    other.write_text("Do not lose me", encoding="utf-8")
    ran = write(other)
    assert (ran.code, ran.err) == (
        2,
        f"Error: {other} is there, and is no page or picture; it is not overwritten.\n",
    )
    assert other.read_text(encoding="utf-8") == "Do not lose me"
    model = tmp_path / "model.svg"
    model.write_bytes(OMSK.read_bytes())
    ran = write(model, file=str(model))
    assert (ran.code, ran.err) == (
        2,
        f"Error: {model} is the file that is read; write elsewhere.\n",
    )
    assert model.read_bytes() == OMSK.read_bytes()
    (tmp_path / "folder.svg").mkdir()
    assert write(tmp_path / "folder.svg").code == 2
    empty = tmp_path / "empty.svg"
    empty.touch()
    assert write(empty).code == 0


@pytest.mark.parametrize(
    ("output", "args", "message"),
    [
        ("view.png", (), "Invalid value for '-o' / '--output': a view is written as .html or .svg"),
        ("view.svg", ("--ego", "omsk-colege"),
         '"omsk-colege" is no node of the network. Did you mean "omsk-college"?'),
        ("view.svg", ("--by", "colour"), "no node has a colour: choose another way to put nodes into groups"),
        ("view.svg", ("--status", "actve"),
         "Invalid value for '--status': 'actve' is not a known code. Did you mean \"active\"?"),
        ("none/view.svg", (), "none/view.svg cannot be written: No such file or directory."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    output: str, args: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    """A wrong argument ends the command with code 2 and a sentence, and nothing is written."""
    ran = write(tmp_path / output, *args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip().endswith(message)
    assert list(tmp_path.iterdir()) == []


def test_a_day_leaves_out_what_is_over(tmp_path: Path) -> None:
    """With `--at` only what may hold on that day is in the picture."""
    file, page = tmp_path / "town.json", tmp_path / "page.html"
    ended = Organisation("ended", "Ended", period=Period("2001", "2002"))
    town = PartnerModel("Town", [ended, Organisation("there", "There")])
    save(town, file)
    assert write(page, "--at", "2024", file=str(file)).code == 0
    assert page.read_text(encoding="utf-8") == network_view(town.without("ended")).html()
