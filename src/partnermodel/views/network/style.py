"""How the picture of a network and the page around it look: light and dark, on screens and on paper."""

from __future__ import annotations

from partnermodel.views.appearance import STAGES

_WIDTH = 1.3
"""The width of a plain line, in pixels."""

_DASHES = "".join(
    f".nv .{stage.name}{{stroke-dasharray:{' '.join(f'{_WIDTH * length:g}' for length in stage.dashes)}}}\n"
    for stage in STAGES
    if stage.dashes
)

PICTURE_STYLE = f"""
.nv{{--ink:#1b1f24;--paper:#fff;--soft:#57606a;--edge:#68737f;--accent:#0b57a4;--line:#c4ccd4}}
@media (prefers-color-scheme:dark){{
.nv{{--ink:#e8eaed;--paper:#15181c;--soft:#b0b8c1;--edge:#909ba7;--accent:#8ab8ff;--line:#454d57}}
}}
@media (forced-colors:active){{
.nv{{--ink:CanvasText;--paper:Canvas;--soft:CanvasText;--edge:CanvasText;--accent:Highlight;--line:CanvasText}}
}}
@media print{{
.nv{{--ink:#000;--paper:#fff;--soft:#333;--edge:#555;--accent:#000;--line:#999}}
}}
.nv .ground{{fill:var(--paper)}}
.nv .ties,.nv .sign{{fill:none;stroke:var(--edge);stroke-width:{_WIDTH}}}
.nv .dense .ties,.nv.dense .ties{{stroke-width:.8}}
.nv marker path{{fill:var(--edge)}}
{_DASHES}.nv .nodes,.nv .key{{stroke:var(--ink);stroke-width:1.4;stroke-linejoin:round}}
.nv defs>path{{vector-effect:non-scaling-stroke}}
.nv text{{font:12px system-ui,sans-serif;fill:var(--ink);stroke:var(--paper);
stroke-width:3px;paint-order:stroke}}
"""
"""The style of the picture itself, which a file of its own has in it. A dash is told in widths of a line."""

VIEW_STYLE = """
.nv{color:var(--ink);background:var(--paper)}
.nv .view{overflow:auto;max-height:85vh;border:1px solid var(--line);border-radius:8px}
.nv .view svg{display:block;margin:auto}
.nv :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.nv [role=img]{cursor:pointer}
.nv .off,.nv [hidden]{display:none}
.nv .dim .ties path:not(.on),.nv .dim [role=img]:not(.on){opacity:.12}
.nv .here use{stroke:var(--accent);stroke-width:4}
.nv .here text{font-weight:700}
.nv .ties .on{stroke:var(--ink);stroke-width:2}
.nv ul.key{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;list-style:none}
.nv .key svg{width:34px;height:20px;margin-right:.3rem;vertical-align:middle}
.nv p.key,.nv .keys{color:var(--soft);font-size:.9rem}
.nv form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem 0 .6rem}
.nv label{display:grid;font-size:.85rem;color:var(--soft)}
.nv input,.nv select,.nv button{font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);
border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem;min-height:2.4rem;max-width:16rem}
.nv [type=number]{width:6.5rem}
.nv .live{min-height:1.5em;max-width:none;margin:.5rem 0;font-weight:600}
.nv .scroll{overflow:auto;margin-top:1rem}
.nv table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.4}
.nv caption{text-align:left;font-weight:600;padding:.4rem 0}
.nv th,.nv td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
.nv thead th{color:var(--soft)}
.nv tbody th{min-width:11rem;overflow-wrap:anywhere}
.nv td:last-child{min-width:16rem;overflow-wrap:anywhere}
@media print{
.nv .screen-only{display:none}
.nv .view{overflow:visible;max-height:none;border:0}
.nv .view svg{width:100%;max-height:95vh}
.nv .scroll{overflow:visible}
.nv table{font-size:.8rem;overflow-wrap:anywhere}
.nv thead th{overflow-wrap:normal}
.nv td{min-width:3.4rem}
.nv th+td{min-width:6.8rem}
.nv tbody th{min-width:7rem}
.nv td:last-child{min-width:9rem}
.nv tr{break-inside:avoid}
}
"""
"""The style of the legend, the controls and the table around it."""

PAGE_STYLE = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;padding:1.2rem clamp(.8rem,3vw,2.5rem) 2rem;
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
a{color:var(--accent);margin-right:1rem}
footer{color:var(--soft);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .4rem}
p{max-width:52rem;margin:.4rem 0}
"""
"""The style of a page that has nothing but the view in it."""
