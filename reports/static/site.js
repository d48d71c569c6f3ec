"use strict";
// The one script. Every page works without it: it filters, finds, and shows what an address means.

const parts = () => new URLSearchParams(location.hash.slice(1));
const isFilter = () => location.hash.includes("=");

const keep = (address) => history.replaceState(history.state, "", address);

/* Which folds are open stays with the page's place in the history, so that Back finds them so. */
function setUpFolds() {
  const folds = [...document.querySelectorAll("main details")];
  const open = history.state && history.state.open;
  if (open) folds.forEach((fold, n) => { fold.open = open.includes(n); });
  document.addEventListener("toggle", () => {
    const now = folds.flatMap((fold, n) => (fold.open && !fold.dataset.opened ? [n] : []));
    history.replaceState({ ...history.state, open: now }, "");
  }, true);
}

/* On paper nothing is folded, but for evidence and sheets; afterwards all is as it was. */
function setUpPrint() {
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details.more:not(.evidence), details.fold").forEach((d) => unfold(d, true, "print"));
  });
  window.addEventListener("afterprint", () => {
    document.querySelectorAll("details[data-opened=print]").forEach((d) => unfold(d, false));
  });
}

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
  if (returned()) return; // to where it was scrolled
  target.scrollIntoView({ block: id.startsWith("claim-") ? "center" : "start" });
}

/* Whether the page was come back to, and stands as it was left. */
let settledIn = false;
function returned() {
  const [how] = performance.getEntriesByType("navigation");
  const back = !settledIn && Boolean(history.state && how && how.type === "back_forward");
  settledIn = true;
  return back;
}

/* A conflict or dispute whose card stands on a later page: its first address stays good. */
function elsewhere(id) {
  const listed = [...document.querySelectorAll(".contents a")].find((a) => a.hash === `#${id}`);
  if (id.startsWith("d-") && listed) location.replace(listed.href);
  const page = (window.CONFLICT_PAGES || {})[id.slice(2)];
  if (id.startsWith("c-") && page) location.replace(`${page}#${id}`);
}

/* A fold that a filter opened closes again when the filter goes. */
function unfold(fold, wanted, by = "filter") {
  if (!fold || wanted === fold.open || (!wanted && !fold.dataset.opened)) return;
  fold.open = wanted;
  if (wanted) fold.dataset.opened = by;
  else delete fold.dataset.opened;
}

/* Passages of other kinds of source are put away; each side says how many. Their number in all. */
function putAway(who) {
  let all = 0;
  for (const side of document.querySelectorAll(".card .side")) {
    const passages = [...side.querySelectorAll(".passage")];
    for (const p of passages) p.hidden = Boolean(who) && p.dataset.who !== who;
    const away = passages.filter((p) => p.hidden).length;
    side.querySelector(".away")?.remove();
    const fold = side.querySelector("details.more");
    const inside = fold && fold.querySelector(".passage:not([hidden])");
    unfold(fold, Boolean(away && inside));
    if (fold) fold.hidden = Boolean(away) && !inside && !fold.querySelector("p.small");
    if (away) {
      const note = document.createElement("p");
      note.className = "small away";
      note.textContent = `${away === 1 ? "One passage" : `${away} passages`} of other kinds of source not shown`;
      side.append(note);
    }
    if (!side.closest("[hidden]")) all += away;
  }
  return all;
}

function setUpFilters() {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")];
  const place = new Map(cards.map((card, n) => [card, n]));
  const tallies = new Map([...document.querySelectorAll(".group .tally")].map((t) => [t, t.textContent]));
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
    const narrowed = wanted.some(([name]) => name !== "sort");
    const sort = form.elements.sort ? form.elements.sort.value : "";
    const order = sort ? orderOf(sort) : byPlace;
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wanted.every((pair) => fits(card, pair));
      shown += card.hidden ? 0 : 1;
    }
    const visible = (box) => [...box.querySelectorAll(".card")].filter((card) => !card.hidden).length;
    for (const box of document.querySelectorAll(".cards")) {
      [...box.children].sort(order).forEach((card) => box.append(card));
      unfold(box.closest("details"), visible(box) > 0 && narrowed);
    }
    for (const group of document.querySelectorAll(".group")) {
      const tally = group.querySelector(".tally");
      group.hidden = !visible(group);
      tally.textContent = (narrowed ? `${visible(group)} shown of ` : "") + tallies.get(tally);
    }
    for (const link of document.querySelectorAll(".contents a")) {
      const card = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = Boolean(card && card.hidden);
    }
    const away = putAway(new Map(wanted).get("who") || "");
    document.getElementById("shown").textContent = !wanted.length ? ""
      : `${shown} of ${cards.length} shown` + (away ? `, without ${away} ${away > 1 ? "passages" : "passage"} of other kinds of source; counts elsewhere on the page are of all sources` : "");
  };
  const note = () => {
    const wanted = new URLSearchParams(chosen()).toString();
    keep(wanted ? `#${wanted}` : "#filters");
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

/* A table that is wider than its box says so. */
function setUpHints() {
  for (const hint of document.querySelectorAll(".sideways")) {
    const box = hint.nextElementSibling;
    const apply = () => { hint.hidden = box.scrollWidth <= box.clientWidth + 1; };
    new ResizeObserver(apply).observe(box);
    apply();
  }
}

/* Balance sheets: only the picked ones are shown, unfolded and printed; the picks live in the address. */
function setUpPicks() {
  const form = document.getElementById("picks");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const sheets = [...document.querySelectorAll(".sheet")];
  const apply = () => {
    const picked = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const sheet of sheets) {
      sheet.hidden = picked.length > 0 && !picked.includes(sheet.id);
      unfold(sheet, picked.includes(sheet.id));
    }
    for (const group of document.querySelectorAll(".calm")) {
      const some = sheets.some((sheet) => group.contains(sheet) && picked.includes(sheet.id));
      group.hidden = picked.length > 0 && !some;
      unfold(group, some);
    }
    document.getElementById("picked").textContent =
      picked.length ? `${picked.length} of ${boxes.length} shown` : "";
    return picked;
  };
  const note = () => keep(`#pick=${apply().join("+")}`);
  const read = () => {
    const picked = (isFilter() ? parts().get("pick") || "" : "").split(" ");
    for (const box of boxes) box.checked = picked.includes(box.value);
    apply();
  };
  const all = document.getElementById("unfold");
  const folded = () => sheets.some((sheet) => !sheet.hidden && !sheet.open);
  all.addEventListener("click", () => {
    const wanted = folded();
    for (const fold of [...sheets, ...document.querySelectorAll(".calm")]) fold.open = wanted;
    all.textContent = wanted ? "Fold all" : "Unfold all";
  });
  form.hidden = false;
  form.addEventListener("change", note);
  form.addEventListener("reset", () => setTimeout(note));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", read);
  read();
}

/* The graph shows one question, the first or the one that the address names, and a chooser. */
function setUpWebs() {
  const form = document.getElementById("webs");
  if (!form) return;
  const select = document.getElementById("web");
  const webs = [...document.querySelectorAll(".component")];
  const show = () => {
    const named = webs.find((web) => `#${web.id}` === location.hash) || webs[0];
    for (const web of webs) web.hidden = web !== named;
    const chosen = [...select.options].find((o) => o.value.endsWith(`#${named.id}`));
    if (chosen) chosen.selected = true;
  };
  form.hidden = false;
  document.getElementById("webs-list").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  select.addEventListener("change", () => location.assign(select.value));
  window.addEventListener("hashchange", show);
  show();
}

/* What an answer is against stands out in the graph while it is pointed at or focused. */
function setUpNodes() {
  for (const web of document.querySelectorAll(".web")) {
    const show = (node) => {
      const name = node && node.dataset.node;
      const near = new Set(name ? [name] : []);
      for (const path of web.querySelectorAll("path")) {
        const ends = path.dataset.nodes.split(" ");
        path.classList.toggle("chosen", ends.includes(name));
        if (ends.includes(name)) ends.forEach((end) => near.add(end));
      }
      web.querySelectorAll("li").forEach((li) => li.classList.toggle("chosen", near.has(li.dataset.node)));
      web.classList.toggle("chosen", Boolean(name));
    };
    const focused = () => web.contains(document.activeElement) && document.activeElement.closest("li");
    for (const kind of ["mouseover", "focusin"]) web.addEventListener(kind, (event) => show(event.target.closest("li") || focused()));
    for (const kind of ["mouseleave", "focusout"]) web.addEventListener(kind, () => show(null));
  }
}

/* Search: words match at their start, in the passage, its question or its source. Passages with
   every word come first, then those with most of them; failing both, those with the most. */
const SIGNS = { contradicted: "✕", tense: "≈", shared: "●", alone: "○" };
const MOST = 60;
const DENYING = new Set("no not never none nothing without cannot".split(" "));
const COMMON = new Set((
  "a about all an and any are as at be been being but by can could did do does for from had has " +
  "have he her his how i if in into is it its me my of on or our out she should so some than that " +
  "the their them then there these they this those to us was we were what when where which who " +
  "why will with would you your"
).split(" "));
const DENIES = "ǃ"; // stands beside every denying word, so that "no" finds "does not have any"

/* The words of a text, without accents; "don't" is "do not". */
function wordsOf(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/n['’]t\b/g, " not").replace(/['’]s\b/g, "").match(/[\p{L}\p{N}]+/gu) || [];
}

/* The words with a space before each: a word that starts with "eff" is found as " eff". */
function haystack(...texts) {
  const words = wordsOf(texts.join(" "));
  return words.map((w) => (DENYING.has(w) ? ` ${DENIES} ${w}` : ` ${w}`)).join("");
}

/* What to look for: endings dropped, and common words where others remain. Words in double
   quotes stand side by side. As kb/knowledge/searching.py does it, which the terminal uses. */
function soughtIn(query) {
  const quoted = [...query.matchAll(/"([^"]+)"/g)].map((m) => haystack(m[1]).trim());
  const words = wordsOf(query.replace(/"[^"]+"/g, " "));
  const rare = words.filter((w) => !COMMON.has(w));
  const chosen = rare.length || quoted.length ? rare : words;
  const terms = [...quoted, ...chosen.map((w) => (DENYING.has(w) ? DENIES : stemOf(w)))];
  return [...new Set(terms.filter(Boolean))];
}

/* A word without the ending of a plural or of a verb: "hosing", "scarred", "sides". */
function stemOf(word) {
  for (const ending of ["ing", "ed", "s"]) {
    const left = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || left.length < 3) continue;
    if (ending === "s" ? left.endsWith("s") : left.endsWith("e") || !/[aeiouy]/.test(left)) continue;
    return ending === "s" ? left : left.replace(/([bdfgmnprt])\1$/, "$1");
  }
  return word;
}

/* The places of the passages that answer, best first, and how many of them have every word.
   Among equals questions that ask it lead, then whose own words, and whose question's, say it; last
   come questions that are found by their answers only. */
function lookUp(query, passages) {
  const words = soughtIn(query);
  const count = (hay) => words.filter((w) => hay.includes(` ${w}`)).length;
  const found = passages.map((p, place) => {
    const asks = !p.passage && count(p.own + p.asked) === words.length;
    const rank = p.passage ? 1 : asks ? 0 : 2;
    return { place, rank, all: count(p.whole), said: count(p.own) + count(p.asked) };
  });
  const best = found.reduce((most, f) => Math.max(most, f.all), 1);
  const least = Math.min(best, Math.floor(words.length / 2) + 1);
  const hits = found.filter((f) => f.all >= least);
  hits.sort((a, b) => b.all - a.all || a.rank - b.rank || b.said - a.said || a.place - b.place);
  return { hits: hits.map((f) => f.place), full: hits.filter((f) => f.all === words.length).length };
}

function toldOf({ hits, full }) {
  if (!hits.length) return "Nothing found";
  const shown = hits.length > MOST ? `, the first ${MOST} shown` : "";
  if (full === hits.length) return `${full} found${shown}`;
  return full ? `${full} found, and ${hits.length - full} with most of the words${shown}`
    : `Nothing has every word; ${hits.length} with some of them${shown}`;
}

function setUpSearch() {
  const form = document.getElementById("search");
  if (!form || !window.SEARCH_TABLES) return;
  const { aspects, disputes, questions, words, sources, titles } = window.SEARCH_TABLES;
  const rows = (window.SEARCH || []).flat();
  const ofAspect = aspects.map((label, n) => haystack(label, questions[n]));
  const ofSource = titles.map((title) => haystack(title));
  const passages = rows.map(([text, label, aspect, source]) => {
    const [own, asked] = [haystack(text), ofAspect[aspect] || ""];
    const more = source < 0 ? haystack(words[aspect]) : ofSource[source];
    return { own, asked, whole: own + asked + haystack(label) + more, passage: source >= 0 };
  });
  const input = document.getElementById("q");
  const show = () => {
    const found = lookUp(input.value, passages);
    const results = found.hits.slice(0, MOST).map((place) => result(rows[place]));
    document.getElementById("results").replaceChildren(...results);
    document.getElementById("hits").textContent = input.value.trim() ? toldOf(found) : "";
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
    const kind = source < 0 ? (sign ? "Question, in dispute" : "Question") : "";
    const about = [kind, aspects[aspect], label, sources[source]].filter(Boolean);
    about.forEach((part, n) => line.append(n ? " · " : "", make("bdi", part)));
    if ((sign === "contradicted" || sign === "tense") && disputes[aspect]) {
      const dispute = make("a", "the dispute");
      dispute.href = `disputes.html${disputes[aspect]}`;
      line.append(" · ", dispute);
    }
    item.append(link, line);
    return item;
  };
  form.hidden = false;
  document.getElementById("unsearched").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => {
    keep(input.value ? `#${new URLSearchParams({ q: input.value })}` : "#");
    show();
  });
  const read = () => { input.value = parts().get("q") || ""; show(); };
  window.addEventListener("hashchange", read);
  read();
}

window.addEventListener("hashchange", showTarget);
setUpFolds();
setUpPrint();
setUpFilters();
setUpPicks();
setUpHints();
setUpWebs();
setUpNodes();
setUpSearch();
showTarget();
