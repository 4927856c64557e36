// The picture of a network by keyboard, search and filter. Without it all is there to be read.
for (const root of document.querySelectorAll(".nv")) {
  const view = root.querySelector(".view"), live = root.querySelector(".live"), form = root.querySelector("form");
  if (!view) continue;
  const svg = view.firstChild, wide = +svg.getAttribute("width"), table = root.querySelector("table");
  const say = live.dataset;
  const fold = text => text.toLowerCase().replaceAll("ё", "е");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const mark = (things, name, test) => things.forEach(one => one.drawn.classList.toggle(name, !!test(one)));

  // The rows of the table are in the order of the nodes. A line begins at the place of one node, and ends with how
  // far it is from there to the other.
  const at = new Map();
  const nodes = [...svg.querySelectorAll("[role=img]")].map((drawn, i) => {
    const use = drawn.querySelector("use"), row = table.tBodies[0].rows[i];
    const {e, f} = use.transform.baseVal.consolidate()?.matrix ?? {e: use.getAttribute("x"), f: use.getAttribute("y")};
    const cell = name => row.cells[table.dataset[name]]?.textContent ?? "";
    const node = {drawn, row, i, kind: cell("kind"), status: cell("status"), years: cell("years"),
      community: cell("community"), shape: use.getAttribute("href"), ties: [], name: row.cells[0].textContent,
      title: drawn.querySelector("title").textContent};
    if (drawn.parentNode.getAttribute("role")) node.title += `, ${node.kind}`;
    at.set(e + " " + f, node);
    return node;
  });
  const ties = [...svg.querySelectorAll(".ties path")].map(drawn => {
    const {status = ""} = drawn.parentNode.dataset, {label, inverse = label} = drawn.parentNode.parentNode.dataset;
    const d = drawn.getAttribute("d").match(/-?\d+/g).map(Number);
    const from = at.get(d[0] + " " + d[1]), to = at.get(d[0] + d.at(-2) + " " + (d[1] + d.at(-1)));
    const tie = {drawn, from, to, status, years: drawn.dataset.y || ""};
    from.ties.push({tie, end: to, label});
    if (to !== from) to.ties.push({tie, end: from, label: inverse});
    return tie;
  });

  // Left and right go through a list of nodes: all that are shown, or the neighbours of the last node in `path`.
  let list = nodes, place = -1, path = [], zoom = 1;
  const seen = node => node.ties.filter(({tie}) => !tie.off);
  const light = (chosen, lines = []) => {
    svg.classList.toggle("dim", !!chosen);
    mark(nodes, "on", node => chosen?.includes(node));
    mark(ties, "on", tie => lines.includes(tie));
  };
  const ego = node => {
    const ends = [...new Set(seen(node).map(({end}) => end))].filter(end => end !== node).sort((a, b) => a.i - b.i);
    light([node, ...ends], seen(node).map(({tie}) => tie));
    return ends;
  };
  const move = (to, words = "") => {
    const node = list[place = to], centre = path.at(-1)?.node;
    mark(nodes, "here", one => one === node);
    if (!node) return;
    node.drawn.scrollIntoView({block: "nearest", inline: "nearest"});
    const how = centre ? new Set(seen(centre).filter(({end}) => end === node).map(({label}) => label)) : [];
    live.textContent = words + [...how].join(", ") + (centre ? ": " : "")
      + (node.community ? fill(say.here, node) : node.title + ".") + fill(say.place, {place: to + 1, count: list.length});
  };
  const enter = () => {
    const node = list[Math.max(place, 0)], ends = ego(node);
    if (!ends.length) return move(list.indexOf(node), fill(say.alone, node) + " ");
    path.push({node, list, place: list.indexOf(node)});
    list = ends;
    move(0, fill(say.enter, {name: node.name, count: ends.length}) + " ");
  };
  const leave = () => {
    const last = path.pop();
    path.length ? ego(path.at(-1).node) : light(null);
    if (!last) return;
    list = last.list;
    move(last.place, say.back);
  };
  const scale = to => svg.setAttribute("width", Math.round(wide * (zoom = Math.min(4, Math.max(.1, to)))));

  const filter = () => {
    const {kind, status, year, search} = Object.fromEntries(new FormData(form));
    const out = ({years}) => {
      const [first, last = first] = years.split(/[–-]/);
      return year && (first > year || last && last < year);
    };
    nodes.forEach(node => node.off = kind && node.kind !== kind && node.shape !== kind || out(node));
    ties.forEach(tie => tie.off = status && tie.status !== status || out(tie) || tie.from.off || tie.to.off);
    // A status keeps what is in it, and the ends of the ties that are in it.
    nodes.forEach(node => node.off ||= status && node.status !== status && !seen(node).length);
    ties.forEach(tie => tie.off ||= tie.from.off || tie.to.off);
    mark([...nodes, ...ties], "off", one => one.off);
    const asked = fold(search.trim()), left = nodes.filter(node => !node.off);
    path = [];
    list = left.filter(node => fold(node.name).includes(asked));
    nodes.forEach(node => node.row.hidden = !list.includes(node));
    light(asked ? list : null);
    move(-1);
    live.textContent = !list.length ? say.none : asked ? fill(say.found, {nodes: list.length})
      : fill(say.left, {nodes: left.length, ties: ties.filter(tie => !tie.off).length});
  };

  const larger = () => scale(zoom * 1.25), smaller = () => scale(zoom / 1.25);
  const keys = {ArrowRight: () => move((place + 1) % list.length), Home: () => move(0),
    ArrowLeft: () => move((place > 0 ? place : list.length) - 1), End: () => move(list.length - 1),
    Enter: enter, ArrowDown: enter, Escape: leave, ArrowUp: leave, "+": larger, "=": larger, "-": smaller};
  view.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key] || !list.length) return;
    event.preventDefault();
    keys[event.key]();
  });
  view.addEventListener("click", ({target}) => {
    const node = nodes.find(({drawn}) => drawn.contains(target));
    path = [];
    list = nodes.filter(({off}) => !off);
    light(null);
    move(list.indexOf(node));
    if (node) ego(node);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => { event.preventDefault(); view.focus(); if (list.length) move(0); });
  const fit = Math.min(1, Math.max(.5, (view.clientWidth - 2) / wide));
  const buttons = {larger, smaller, everything: () => { form.reset(); filter(); scale(fit); }};
  form.addEventListener("click", ({target}) => buttons[target.name]?.());
  scale(fit);
  view.setAttribute("role", "application");
  root.querySelectorAll("form,.keys").forEach(part => part.hidden = false);
}
