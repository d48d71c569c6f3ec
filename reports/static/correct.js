"use strict";
// Where the panel opens: on marked passages, on words that are selected, and on its own page.

/* In a source's text: marked passages and selected words open the panel. */
const words = (() => {
  const text = () => document.querySelector(".text[data-source]");
  const source = () => text().dataset.source;
  let button = null;
  let found = null; // the words that are selected

  function openMark(mark) {
    const claims = mark.dataset.claims;
    const beside = () => mark.getBoundingClientRect();
    if (claims) return panel.open({ claims }, { beside });
    return panel.open({ source: source(), ...wordsOf(rangeOf(mark)) }, { beside });
  }

  function rangeOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range;
  }

  /* The text of a stretch without the numbers of notes and the markers of lists. */
  function clean(range) {
    const piece = range.cloneContents();
    piece.querySelectorAll("sup, .marker").forEach((node) => node.remove());
    return piece.textContent;
  }

  const blockOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".text .block");

  /* Whole words of one paragraph, with what stands around them; null for none. */
  function wordsOf(range) {
    const block = blockOf(range.startContainer);
    if (!block) return null;
    const all = rangeOf(block);
    const rest = document.createRange();
    if (range.compareBoundaryPoints(Range.END_TO_END, all) > 0) {
      rest.setStart(all.endContainer, all.endOffset);
      rest.setEnd(range.endContainer, range.endOffset);
      const more = rest.cloneContents();
      more.querySelectorAll(".margin, sup").forEach((node) => node.remove());
      if (more.textContent.trim()) return { amiss: "Select words of one paragraph." };
    }
    const upTo = (container, offset) => {
      const head = rangeOf(block);
      if (all.comparePoint(container, offset) === 0) head.setEnd(container, offset);
      return clean(head).length;
    };
    const whole = clean(all);
    let [start, end] = [upTo(range.startContainer, range.startOffset), upTo(range.endContainer, range.endOffset)];
    const wordy = (at) => /[\p{L}\p{N}]/u.test(whole[at] || "");
    while (start < end && /\s/.test(whole[start])) start += 1;
    while (end > start && /\s/.test(whole[end - 1])) end -= 1;
    if (start === end) return null;
    while (start > 0 && wordy(start) && wordy(start - 1)) start -= 1;
    while (end < whole.length && wordy(end - 1) && wordy(end)) end += 1;
    return { quote: whole.slice(start, end), before: whole.slice(Math.max(0, start - 60), start), after: whole.slice(end, end + 60) };
  }

  function selected() {
    const selection = getSelection();
    if (document.querySelector("dialog[open]")) return;
    found = selection.isCollapsed || !selection.rangeCount ? null : wordsOf(selection.getRangeAt(0));
    button.hidden = !found;
    if (!found) return;
    button.textContent = found.amiss || "Add a claim";
    button.disabled = Boolean(found.amiss);
    const range = selection.getRangeAt(0);
    const box = [...range.getClientRects()].pop() || range.getBoundingClientRect();
    blockOf(range.startContainer).after(button);
    button.style.left = `${Math.max(8, Math.min(box.right + scrollX, innerWidth - button.offsetWidth - 8))}px`;
    button.style.top = `${box.bottom + scrollY + 6}px`;
  }

  function add() {
    if (!found || found.amiss) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    panel.open({ source: source(), ...found }, { beside: () => box }).catch((error) => notice.say(error.message));
  }

  const mark = (event) => event.target.closest?.(".text [data-claims], .text .missed");
  const held = (step) => step.catch((error) => notice.say(error.message));

  function clicked(event) {
    if (mark(event) && getSelection().isCollapsed) held(openMark(mark(event)));
  }

  function pressed(event) {
    if (event.key !== "Enter" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (found && !found.amiss && !event.target.closest("a, button, summary, input, select, textarea")) {
      event.preventDefault();
      return add();
    }
    if (mark(event)) {
      event.preventDefault();
      held(openMark(mark(event)));
    }
  }

  /* A page that is loaded again gives the focus back to the passage that had it. */
  function keepFocus() {
    const at = document.activeElement?.closest?.("[data-claims]");
    const marks = [...document.querySelectorAll(".text [data-claims]")];
    live.storage("sessionStorage", "focus", at ? JSON.stringify({ page: location.href, at: marks.indexOf(at), claims: at.dataset.claims }) : "");
  }

  function giveFocus() {
    const last = JSON.parse(live.storage("sessionStorage", "focus") || "null");
    live.storage("sessionStorage", "focus", "");
    if (!last || last.page !== location.href) return;
    const marks = [...document.querySelectorAll(".text [data-claims]")];
    const same = marks.find((m) => m.dataset.claims.split(" ").some((id) => last.claims.includes(id)));
    (same || marks[Math.min(last.at, marks.length - 1)])?.focus({ preventScroll: true });
  }

  /* The panel's own page shows it as the others do. */
  function alone() {
    const form = document.querySelector("main .correcting");
    if (!form) return;
    form.remove();
    held(panel.open(new URLSearchParams(location.search)));
  }

  function setUp() {
    alone();
    if (!text()) return;
    for (const node of text().querySelectorAll("[data-claims], .missed")) {
      if (!node.textContent.trim()) continue; // the space between two words of a claim
      node.tabIndex = 0;
      node.setAttribute("role", "button");
      node.setAttribute("aria-haspopup", "dialog");
    }
    button = document.createElement("button");
    button.type = "button";
    button.className = "add-claim";
    button.hidden = true;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", add);
    text().before(hint());
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = setTimeout(selected, 120);
    });
    addEventListener("pagehide", keepFocus);
    giveFocus();
  }

  function hint() {
    const line = document.createElement("p");
    line.className = "small correct-hint";
    line.append("Choose a marked passage to correct what was read there, or select words to add a claim. ");
    const blank = document.createElement("button");
    blank.type = "button";
    blank.textContent = "Add a claim";
    blank.addEventListener("click", () => held(panel.open({ source: source() }, { beside: () => blank.getBoundingClientRect() })));
    line.append(blank);
    return line;
  }

  return { setUp };
})();

/* The list of corrections: one by one, with the mouse or single keys. */
const corrections = (() => {
  const { find, storage } = live;
  const done = []; // what can be undone, the last at the end
  let work = Promise.resolve();
  const then = (step) => { work = work.then(step).catch((error) => notice.say(error.message)); };
  const items = () => [...document.querySelectorAll("#corrections .correction")];
  const at = () => document.activeElement?.closest(".correction");

  async function load(focus) {
    const answer = await fetch("corrections.html");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const kept = focus ?? items().indexOf(at());
    find("corrections").replaceWith(document.importNode(page.getElementById("corrections"), true));
    if (kept >= 0) (items()[Math.min(kept, items().length - 1)] || find("list-by")).focus();
  }

  function by() {
    const name = find("list-by").value.trim();
    if (!name) {
      find("list-by").focus();
      throw new Error("First say who you are.");
    }
    storage("localStorage", "name", name);
    return name;
  }

  async function act(button) {
    const item = button.closest(".correction");
    const place = items().indexOf(item);
    const made = await (await live.ask(button.dataset.do, { lines: item.dataset.id, by: by() })).json();
    done.push(made.lines);
    await load(place);
    notice.say("Noted. Press z to take it back.");
  }

  async function undo() {
    if (!done.length) return notice.say("There is nothing to undo.");
    await live.ask("uncorrect", { lines: done.at(-1).join(" "), by: by() });
    done.pop();
    await load(items().indexOf(at()));
    notice.say("Taken back.");
  }

  const open = (button) => panel.open({ claims: button.closest(".correction").dataset.claims }, {
    beside: () => button.getBoundingClientRect(),
    done: (words, { lines }) => {
      if (lines.length) done.push(lines);
      notice.say(words);
      then(() => load());
    },
  });

  function clicked({ target }) {
    const button = target.closest("#corrections button");
    if (button) then(() => ("open" in button.dataset ? open(button) : act(button)));
  }

  function move(step) {
    const all = items();
    const next = at() ? all.indexOf(at()) + step : 0;
    all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !find("list-keys").checked) return;
    if (document.querySelector("dialog[open]") || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j" || event.key === "k") then(() => move(event.key === "j" ? 1 : -1));
    else if (event.key === "z") then(undo);
    else then(() => at()?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click());
  }

  function setUp() {
    if (!find("corrections")) return;
    find("list-by").value = storage("localStorage", "name") || "";
    const use = find("list-keys");
    use.checked = storage("localStorage", "keys") !== "off";
    use.addEventListener("change", () => storage("localStorage", "keys", use.checked ? "on" : "off"));
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("rebuilt", () => then(() => load()));
  }

  return { setUp };
})();

notice.setUp();
words.setUp();
corrections.setUp();
