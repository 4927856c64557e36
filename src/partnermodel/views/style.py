"""How the report looks: on paper and on screens, wide and narrow, light and dark."""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --paper: #ffffff; --soft: #57606a; --line: #c4ccd4; --shade: #f3f5f8;
  --accent: #0b57a4; --mark: #fff3c4; --empty: #8a3b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaed; --paper: #15181c; --soft: #b0b8c1; --line: #454d57; --shade: #1e2329;
    --accent: #8ab8ff; --mark: #4a3f12; --empty: #ffb68a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
header, nav, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
footer { padding-top: 2rem; padding-bottom: 2rem; color: var(--soft); }
p, ul, dl { max-width: 46rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 {
  font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem;
  border-top: 2px solid var(--line);
}
nav h2 { font-size: 1.1rem; margin-top: 1.5rem; border: 0; padding: 0; }
h3 { font-size: 1.12rem; line-height: 1.3; margin: 2rem 0 .5rem; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
.lead { color: var(--soft); margin-top: 0; }
.soft { color: var(--soft); }
.none { color: var(--empty); }
.block { white-space: pre-line; }
nav ul { columns: 18rem; column-gap: 2.5rem; padding-left: 1.2rem; margin: .5rem 0 0; }
nav li { break-inside: avoid; }
code { font: .84em/1.4 ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace; }
code, .wrap { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; line-height: 1.45; }
.broad { min-width: 36rem; }
.wide { min-width: 46rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
caption > span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2rem); }
caption:has(.unseen) { padding: 0; line-height: 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; min-width: 7.5rem; }
th:first-child { min-width: 10rem; }
thead th { border-bottom: 2px solid var(--line); font-weight: 600; color: var(--soft); }
tbody th { font-weight: 500; }
tbody tr { border-bottom: 1px solid var(--line); }
tbody tr:nth-child(even) { background: var(--shade); }
td p, th p { margin: .15rem 0; }
td p:first-child { margin-top: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.bar { fill: var(--accent); }
svg { vertical-align: baseline; }
dl { margin: .5rem 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0 0 .4rem 1rem; }
:target { scroll-margin-top: 1rem; outline: 2px solid var(--accent); }
tbody tr:target { background: var(--mark); }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
  th, td { padding: .4rem .45rem; }
}
@media print {
  :root {
    --ink: #000; --paper: #fff; --soft: #333; --line: #999; --shade: #fff; --accent: #000; --empty: #000;
  }
  @page { margin: 15mm; }
  html { font-size: 9.5pt; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  .broad, .wide, th, td, th:first-child { min-width: 0; }
  caption > span { position: static; max-width: none; }
  thead { display: table-header-group; }
  tr, h2, h3, caption { break-inside: avoid; }
  h2, h3, dt, caption { break-after: avoid; }
  a { text-decoration: none; }
}
"""
"""The style sheet. Each colour of text has a contrast of at least 4.5 to 1 on each ground that it meets."""


def policy(style: str, script: str | None = None) -> str:
    """Return the content security policy of a page: one style sheet, one script or none, and nothing else.

    Args:
        style: The style sheet, to the letter.
        script: The script, to the letter.

    Example:
        >>> policy("p { margin: 0 }").split("'sha256-")[0]
        "default-src 'none'; style-src "
    """
    rules = ["default-src 'none'", f"style-src {_digest(style)}"]
    if script is not None:
        rules.append(f"script-src {_digest(script)}")
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
