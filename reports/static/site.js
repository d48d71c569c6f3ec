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
  const orders = {
    count: (a, b) => b.dataset.count - a.dataset.count || place.get(a) - place.get(b),
    strength: (a, b) => a.dataset.strength.localeCompare(b.dataset.strength) || place.get(a) - place.get(b),
  };
  const apply = () => {
    const wanted = chosen();
    const order = orders[form.elements.sort.value] || ((a, b) => place.get(a) - place.get(b));
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wanted.every((pair) => fits(card, pair));
      shown += card.hidden ? 0 : 1;
    }
    for (const box of document.querySelectorAll(".cards")) {
      [...box.children].sort(order).forEach((card) => box.append(card));
      const any = [...box.children].some((card) => !card.hidden);
      box.closest(".group").hidden = !any;
      const fold = box.closest("details");
      if (fold && any && wanted.some(([name]) => name !== "sort")) fold.open = true;
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

window.addEventListener("hashchange", showTarget);
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach((d) => { d.open = true; });
});
setUpFilters();
showTarget();
