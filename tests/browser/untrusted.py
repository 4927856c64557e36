"""What is left of a result in a notebook that JupyterLab does not trust: one that somebody else has run.

The rules are those of JupyterLab 4.8.0-alpha.1 (commit 6ef5a17 of 18 August 2026), file
`packages/apputils/src/sanitizer.ts`, as `packages/rendermime/src/renderers.ts` applies them to
`text/html`: `sanitize-html` 2.12 with lists of elements, of attributes and of styles. What they mean:

- Stays: text, headings, lists, tables with `caption` and `scope`, `img` with `alt` and any `src` (also
  `data:`, of SVG, too), links to `http`, `https`, `ftp`, `mailto`, `tel` and into the page; on every
  element `class`, `dir`, `hidden`, `lang`, `style` (a list of properties and values), `title`.
- Goes, but leaves its text: `svg` (so its `title` and labels run together), `main`, `picture`, `math`.
- Goes with its text: `script`, `style`.
- Goes everywhere: `role`, every `aria-` attribute, every `on` attribute, `srcset`, `tabindex` except on
  links and fields, and what is empty, such as `lang=""` and a bare `hidden`, but not an empty `alt`.
  `id` becomes `data-jupyter-id`, which links into the page still find.
- What stands between two `$` is set as a formula, in trusted notebooks too, unless an element around it
  has the class `mathjax_ignore` (`packages/mathjax-extension/src/index.ts`, MathJax 3).
- `image/svg+xml` as an output of its own is not shown at all (`factories.ts`: not safe).

Of the styles, the properties below are kept by simpler rules than JupyterLab's: whatever is kept here
is kept there, not the other way round. So it is with fields. All else was compared once with the code
of JupyterLab itself, on every result of the library, and was the same.

VS Code (`extensions/notebook-renderers/src/index.ts`, commit 079eae2) shows no HTML and no SVG in a
workspace that is not trusted, and all of it in one that is. marimo
(`frontend/src/plugins/core/sanitize-html.ts`, commit 3a7a9cd) cleans with DOMPurify until the first cell
has been run, which keeps the elements above, and `svg`, `role` and `aria-` besides.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = _names(
    "a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas"
    " caption center cite code col colgroup colspan command data datalist dd del details dfn dir div"
    " dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img"
    " input ins kbd label legend li map mark menu meter nav nobr ol optgroup option output p pre"
    " progress q rowspan s samp section select small source span strike strong sub summary sup table"
    " tbody td textarea tfoot th thead time tr track tt u ul var video wbr"
)
"""The elements that stay."""

EVERYWHERE = _names(
    "class data-jupyter-id dir draggable hidden id inert itemprop itemref itemscope lang spellcheck"
    " style title translate"
)
"""The attributes that stay on every element."""

_CELL = "abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width"

BY_TAG = {
    tag: _names(names)
    for tag, names in {
        "a": "accesskey coords href hreflang rel shape tabindex target type",
        "blockquote": "cite",
        "button": "accesskey data-commandlinker-args data-commandlinker-command disabled tabindex type value",
        "caption": "align",
        "col": "align char charoff span valign width",
        "colgroup": "align char charoff span valign width",
        "data": "value",
        "details": "open",
        "div": "align",
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p"), "align"),
        "img": "align alt border height hspace ismap src usemap vspace width",
        "li": "type value",
        "meter": "high low max min value",
        "ol": "compact reversed start type",
        "progress": "max min value",
        "q": "cite",
        "source": "type",
        "table": "align bgcolor border cellpadding cellspacing frame rules summary width",
        "tbody": "align char charoff valign",
        "td": _CELL,
        "tfoot": "align char charoff valign",
        "th": _CELL,
        "thead": "align char charoff valign",
        "tr": "align bgcolor char charoff valign",
        "ul": "compact type",
    }.items()
}
"""The attributes that stay on some elements; of fields, which no view needs, none is listed."""

BARE = _names("alt compact disabled inert ismap itemscope nowrap open reversed")
"""The attributes that stay without a value. Others go then, such as `lang` and `hidden`."""

SCHEMES = _names("http https ftp mailto tel")
"""The schemes that stay in `href` and `cite`; in `src` all do."""

_LENGTH = r"(?:0|\d+(?:\.\d+)?(?:px|em|rem|ex|in|cm|mm|pt|pc))"
_SIZE = rf"(?:{_LENGTH}|\d+(?:\.\d+)?%)"
_COLOUR = r"(?:#[0-9a-f]+|black|white|gray|silver|transparent)"

STYLES = {
    "background-color": _COLOUR,
    "border": rf"(?:{_LENGTH} )?(?:none|dotted|dashed|solid|double)(?: {_COLOUR})?",
    "border-collapse": "collapse|separate",
    "color": _COLOUR,
    "display": "inline|block|list-item|inline-block|none|table|flex|grid",
    "font-size": _SIZE,
    "font-style": "normal|italic|oblique",
    "font-weight": "normal|bold|[1-9]00",
    "height": rf"{_SIZE}|auto",
    "margin": rf"(?:{_SIZE}|auto)(?: (?:{_SIZE}|auto)){{0,3}}",
    "max-width": rf"{_SIZE}|none",
    "min-width": rf"{_SIZE}|auto",
    "overflow-x": "visible|hidden|scroll|auto",
    "padding": rf"{_SIZE}(?: {_SIZE}){{0,3}}",
    "text-align": "left|right|center|justify",
    "vertical-align": "baseline|sub|super|top|text-top|middle|bottom|text-bottom",
    "white-space": "normal|pre|nowrap|pre-wrap|pre-line",
    "width": rf"{_SIZE}|auto",
}
"""The styles that stay, as far as a view of ours may need them."""

_VOID = _names("area br col hr img input source track wbr")
_WITH_ITS_TEXT = _names("script style")


def survived(source: str) -> str:
    """Return what an untrusted notebook shows of HTML.

    Example:
        >>> survived('<th scope="col" id="a" role="x">A<svg><title>B</title></svg></th>')
        '<th scope="col" data-jupyter-id="a">AB</th>'
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return "".join(reader.kept)


class _Reader(HTMLParser):
    """Keeps what stays, in the order of the source."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self._dropped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element of the list, with what stays of its attributes."""
        if tag in _WITH_ITS_TEXT:
            self._dropped = tag
        if tag not in TAGS:
            return
        held = {name: value or "" for name, value in reversed(attrs)}  # of two alike, the first counts
        held = dict(reversed(held.items()))
        if tag == "a":
            held["rel"] = "nofollow"
        written = ""
        for name, value in held.items():
            kept = _attribute(tag, name, value)
            if kept is not None:
                called = "data-jupyter-id" if name == "id" else name
                written += f' {called}="{escape(kept)}"' if kept or name == "alt" else f" {called}"
        self.kept.append(f"<{tag}{written} />" if tag in _VOID else f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        """Close an element that was kept."""
        if tag == self._dropped:
            self._dropped = ""
        if tag in TAGS and tag not in _VOID:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep a text, wherever it stood."""
        if not self._dropped:
            self.kept.append(escape(data, quote=False))


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return what stays of an attribute, or None if it goes."""
    if name not in EVERYWHERE and name not in BY_TAG.get(tag, ()):
        return None
    if not value and name not in BARE:
        return None
    if name in ("href", "cite"):
        plain = re.sub(r"[\x00-\x20]+", "", value)
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9.+-]*):", plain)
        return value if scheme is None or scheme[1].lower() in SCHEMES else None
    if name == "style":
        return ";".join(_styles(value)) or None
    return value


def _styles(value: str) -> list[str]:
    pairs = [part.partition(":")[::2] for part in value.split(";")]
    return [
        f"{name.strip().lower()}:{wish.strip()}"
        for name, wish in pairs
        if re.fullmatch(STYLES.get(name.strip().lower(), "(?!)"), wish.strip(), re.IGNORECASE)
    ]
