// The picture of a network by keyboard, search and filter. Without it all is there to be read.
for (const root of document.querySelectorAll(".nv")) {
  const view = root.querySelector(".view"), live = root.querySelector(".live"), form = root.querySelector("form");
  if (!view || !form) continue;
  const svg = view.querySelector("svg"), table = root.querySelector("table"), say = live.dataset;
  const wide = +svg.getAttribute("width"), high = +svg.getAttribute("height");
  const fold = text => text.toLowerCase().replaceAll("ё", "е");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  // The rows of the table are in the order of the nodes, and a line begins and ends at the place of its nodes.
  const rows = [...table.tBodies[0].rows], at = new Map();
  const nodes = [...svg.querySelectorAll(".nodes>g")].map((g, i) => {
    const cell = name => table.dataset[name] ? rows[i].cells[table.dataset[name]].textContent : "";
    at.set(g.getAttribute("transform").match(/-?\d+/g).join(" "), i);
    return {g, i, row: rows[i], name: rows[i].cells[0].textContent, title: g.querySelector("title").textContent,
      shape: g.querySelector("use").getAttribute("href"), kind: cell("kind"), status: cell("status"),
      community: cell("community"), years: rows[i].dataset.years, ties: []};
  });
  const ties = [...svg.querySelectorAll(".ties path")].map(path => {
    const group = path.parentNode.dataset, d = path.getAttribute("d").match(/-?\d+/g);
    const [from, to] = [d.slice(0, 2), d.slice(-2)].map(place => nodes[at.get(place.join(" "))]);
    const tie = {path, from, to, status: group.status || "", years: group.years};
    from.ties.push({tie, end: to, label: group.label});
    if (to !== from) to.ties.push({tie, end: from, label: group.inverse || group.label});
    return tie;
  });
  let list = nodes, place = -1, back = [], zoom = 1;

  const holds = (years, year) => {
    const [first, last] = (years || "-").split("-");
    return (!first || first <= year) && (!last || year <= last);
  };
  const highlight = (chosen, lines) => {
    svg.classList.toggle("dim", !!chosen);
    nodes.forEach(node => node.g.classList.toggle("on", !!chosen && chosen.includes(node)));
    ties.forEach(tie => tie.path.classList.toggle("on", !!lines && lines.includes(tie)));
  };
  const move = (to, words = "") => {
    nodes.forEach(node => node.g.classList.remove("here"));
    place = to;
    const node = list[place];
    if (!node) return;
    node.g.classList.add("here");
    node.g.scrollIntoView({block: "nearest", inline: "nearest"});
    live.textContent = words + (node.community ? fill(say.here, node) : node.title + ".");
  };
  const around = node => {
    const seen = node.ties.filter(({tie, end}) => !tie.off && !end.off);
    const ends = [...new Set(seen.map(({end}) => end))].filter(end => end !== node).sort((a, b) => a.i - b.i);
    highlight([node, ...ends], seen.map(({tie}) => tie));
    return ends;
  };
  const labels = (node, other) => [...new Set(node.ties.filter(({tie, end}) => end === other && !tie.off)
    .map(({label}) => label))].join(", ") + ": ";
  const centre = () => back.length ? back.at(-1).node : null;
  const step = to => move(to, centre() ? labels(centre(), list[to]) : "");
  const enter = node => {
    const ends = around(node);
    if (!ends.length) return void (live.textContent = fill(say.alone, node));
    back.push({list, place: list.indexOf(node), node});
    list = ends;
    move(0, fill(say.enter, {name: node.name, count: ends.length}) + " " + labels(node, ends[0]));
  };
  const leave = () => {
    const last = back.pop();
    if (!last) return highlight(null);
    list = last.list;
    highlight(null);
    if (centre()) around(centre());
    move(last.place, say.back);
  };
  const scale = to => {
    zoom = Math.min(4, Math.max(.1, to));
    svg.setAttribute("width", Math.round(wide * zoom));
    svg.setAttribute("height", Math.round(high * zoom));
  };
  const filter = () => {
    const {kind, status, year, search} = form.elements, is = field => field && field.value;
    back = [];
    highlight(null);
    ties.forEach(tie => tie.off = !!(is(status) && tie.status !== status.value
      || is(year) && !holds(tie.years, year.value)));
    nodes.forEach(node => node.off = !!(is(kind) && node.kind !== kind.value && node.shape !== kind.value
      || is(year) && !holds(node.years, year.value)));
    ties.forEach(tie => tie.off ||= tie.from.off || tie.to.off);
    // A status keeps what is in it, and the ends of the ties that are in it.
    if (is(status)) nodes.forEach(node => node.off ||= node.status !== status.value
      && node.ties.every(({tie}) => tie.off));
    ties.forEach(tie => tie.path.classList.toggle("off", tie.off));
    const asked = fold(search.value.trim()), left = nodes.filter(node => !node.off);
    list = left.filter(node => fold(node.name).includes(asked));
    nodes.forEach(node => { node.g.classList.toggle("off", node.off); node.row.hidden = !list.includes(node); });
    if (asked) highlight(list, []);
    move(-1);
    live.textContent = !list.length ? say.none : asked ? fill(say.found, {nodes: list.length})
      : fill(say.left, {nodes: left.length, ties: ties.filter(tie => !tie.off).length});
  };

  const keys = {ArrowRight: () => step((place + 1) % list.length), Home: () => step(0),
    ArrowLeft: () => step((place > 0 ? place : list.length) - 1), End: () => step(list.length - 1),
    Enter: () => enter(list[Math.max(place, 0)]), ArrowDown: () => enter(list[Math.max(place, 0)]),
    Escape: leave, ArrowUp: leave, "+": () => scale(zoom * 1.25), "=": () => scale(zoom * 1.25),
    "-": () => scale(zoom / 1.25)};
  view.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key] || !list.length) return;
    event.preventDefault();
    keys[event.key]();
  });
  view.addEventListener("click", event => {
    const node = nodes.find(one => one.g.contains(event.target));
    back = [];
    if (!node) return highlight(null);
    list = nodes.filter(one => !one.off);
    move(list.indexOf(node));
    around(node);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => { event.preventDefault(); view.focus(); if (list.length) step(0); });
  form.addEventListener("click", ({target}) => {
    if (target.name === "larger") scale(zoom * 1.25);
    if (target.name === "smaller") scale(zoom / 1.25);
    if (target.name === "reset") { form.reset(); filter(); scale(fit); }
  });
  const fit = Math.min(1, Math.max(.5, (view.clientWidth - 2) / wide));
  scale(fit);
  view.setAttribute("role", "application");
  root.querySelectorAll("form,.keys").forEach(part => part.hidden = false);
}
