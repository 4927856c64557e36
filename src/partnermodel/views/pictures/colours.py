"""Colours made of others: shades of a share, pale grounds, and the ink that can be read on a ground."""

from __future__ import annotations

from partnermodel.views.pictures.scene import PAPER

_LIGHT, _DARK = (0xDD, 0xEA, 0xF6), (0x08, 0x45, 0x94)


def pale(colour: str) -> str:
    """Return a colour mixed with much white.

    Example:
        >>> pale("#0072b2")
        '#c7e0ee'
    """
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.22):02x}" for part in parts)


def shade(share: float) -> str:
    """Return the colour of a share: from light to dark, so that it can be read in shades of grey.

    Example:
        >>> shade(0), shade(1)
        ('#ddeaf6', '#084594')
    """
    parts = (round(light + (dark - light) * share) for light, dark in zip(_LIGHT, _DARK, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def ink_on(fill: str) -> str:
    """Return the colour of letters that can be read on a ground: black or white, which has more contrast.

    One of the two always has 4.5 to 1 and more.

    Example:
        >>> ink_on("#ffffff"), ink_on("#084594")
        ('#000000', '#ffffff')
    """
    ground = _luminance(fill)
    return "#000000" if (ground + 0.05) / 0.05 >= 1.05 / (ground + 0.05) else PAPER


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
