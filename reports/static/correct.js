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

notice.setUp();
words.setUp();
