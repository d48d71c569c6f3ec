"use strict";
// The one script. Every page works without it: it filters, finds, and shows what an address means.

const parts = () => new URLSearchParams(location.hash.slice(1));
const isFilter = () => location.hash.includes("=");

/* A passage or card that an address points at: unfold what hides it, mark all of its runs. */
function showTarget() {
  document.querySelectorAll("mark.target").forEach((m) => m.classList.remove("target"));
  if (!location.hash || isFilter()) return;
  const id = decodeURIComponent(location.hash.slice(1));
  const target = document.getElementById(id);
  if (!target) return elsewhere(id);
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  if (id.startsWith("claim-")) {
    const claim = id.slice(6);
    document.querySelectorAll("mark[data-claims]").forEach((m) => {
      m.classList.toggle("target", m.dataset.claims.split(" ").includes(claim));
    });
  }
  target.scrollIntoView({ block: id.startsWith("claim-") ? "center" : "start" });
}

/* A conflict whose card stands on a later page: its first address stays good. */
function elsewhere(id) {
  const page = (window.CONFLICT_PAGES || {})[id.slice(2)];
  if (id.startsWith("c-") && page) location.replace(`${page}#${id}`);
}

/* A fold that a filter opened closes again when the filter goes. */
function unfold(fold, wanted) {
  if (!fold || wanted === fold.open || (!wanted && !fold.dataset.opened)) return;
  fold.open = wanted;
  if (wanted) fold.dataset.opened = "filter";
  else delete fold.dataset.opened;
}

function setUpFilters() {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")];
  const place = new Map(cards.map((card, n) => [card, n]));
  const read = () => {
    const given = parts();
    for (const field of form.querySelectorAll("select")) {
      const value = isFilter() ? given.get(field.name) || "" : "";
      field.value = [...field.options].some((o) => o.value === value) ? value : "";
    }
  };
  const chosen = () => [...new FormData(form)].filter(([, value]) => value);
  const fits = (card, [name, value]) => name === "sort" || card.dataset[name].split(" ").includes(value);
  const byPlace = (a, b) => place.get(a) - place.get(b);
  const orderOf = (key) => (a, b) => {
    const [one, other] = [a.dataset[key], b.dataset[key]];
    return (key === "count" ? other - one : one.localeCompare(other)) || byPlace(a, b);
  };
  const apply = () => {
    const wanted = chosen();
    const sort = form.elements.sort.value;
    const order = sort ? orderOf(sort) : byPlace;
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wanted.every((pair) => fits(card, pair));
      shown += card.hidden ? 0 : 1;
    }
    for (const box of document.querySelectorAll(".cards")) {
      [...box.children].sort(order).forEach((card) => box.append(card));
      const any = [...box.children].some((card) => !card.hidden);
      box.closest(".group").hidden = !any;
      unfold(box.closest("details"), any && wanted.some(([name]) => name !== "sort"));
    }
    document.getElementById("shown").textContent =
      wanted.length ? `${shown} of ${cards.length} shown` : "";
  };
  const note = () => {
    const wanted = new URLSearchParams(chosen()).toString();
    history.replaceState(null, "", wanted ? `#${wanted}` : "#filters");
    apply();
  };
  form.hidden = false;
  form.addEventListener("change", note);
  form.addEventListener("reset", () => setTimeout(note));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => { read(); apply(); });
  read();
  apply();
}

/* Balance sheets: only the picked ones are shown and printed; the picks live in the address. */
function setUpPicks() {
  const form = document.getElementById("picks");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const apply = () => {
    const picked = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const sheet of document.querySelectorAll(".sheet")) {
      sheet.hidden = picked.length > 0 && !picked.includes(sheet.id);
    }
    document.getElementById("picked").textContent =
      picked.length ? `${picked.length} of ${boxes.length} shown` : "";
    return picked;
  };
  const note = () => history.replaceState(null, "", `#pick=${apply().join("+")}`);
  const read = () => {
    const picked = (isFilter() ? parts().get("pick") || "" : "").split(" ");
    for (const box of boxes) box.checked = picked.includes(box.value);
    apply();
  };
  form.hidden = false;
  form.addEventListener("change", note);
  form.addEventListener("reset", () => setTimeout(note));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", read);
  read();
}

/* Search: every word must stand in the passage, its question or its source. */
const SIGNS = { contradicted: "✕", tense: "≈", shared: "●", alone: "○" };
const MOST = 60;

function setUpSearch() {
  const form = document.getElementById("search");
  if (!form || !window.SEARCH_TABLES) return;
  const { aspects, sources } = window.SEARCH_TABLES;
  const rows = (window.SEARCH || []).flat();
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const hay = rows.map((r) => plain([r[0], r[1], aspects[r[2]] || "", sources[r[3]]].join(" ")));
  const input = document.getElementById("q");
  const show = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? rows.filter((_, n) => words.every((w) => hay[n].includes(w))) : [];
    document.getElementById("results").replaceChildren(...hits.slice(0, MOST).map(result));
    document.getElementById("hits").textContent = !words.length ? "" : hits.length > MOST
      ? `${hits.length} found, the first ${MOST} shown` : hits.length ? `${hits.length} found` : "Nothing found";
  };
  const make = (tag, text, name) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (name) node.className = name;
    return node;
  };
  const result = ([text, label, aspect, source, href, sign]) => {
    const item = make("li");
    const link = make("a");
    link.href = href;
    link.append(make("bdi", text));
    const line = make("p", "", "small");
    if (sign) line.append(make("span", SIGNS[sign], `sign ${sign}`), " ");
    const about = [aspects[aspect], label, sources[source]].filter(Boolean);
    about.forEach((part, n) => line.append(n ? " · " : "", make("bdi", part)));
    item.append(link, line);
    return item;
  };
  form.hidden = false;
  document.getElementById("unsearched").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => {
    history.replaceState(null, "", input.value ? `#${new URLSearchParams({ q: input.value })}` : "#");
    show();
  });
  const read = () => { input.value = parts().get("q") || ""; show(); };
  window.addEventListener("hashchange", read);
  read();
}

window.addEventListener("hashchange", showTarget);
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details.more, details.fold").forEach((d) => { d.open = true; });
});
setUpFilters();
setUpPicks();
setUpSearch();
showTarget();
