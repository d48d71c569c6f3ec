"use strict";
// Conflicts and disputes are decided, by keys or by mouse, one after the other.

const review = (() => {
  const { meta, find, storage } = live;
  let writing = false; // a "c" was pressed and its turn has not come
  let held = ""; // what was typed since
  const VERDICTS = { r: "real", n: "not-a-conflict", b: "both-hold", u: "unsure" };
  const NAMED = { p: "prefer", m: "misread" };
  let pending = null; // a verdict that waits for its side
  let why = null; // a verdict that waits for its reason
  let work = Promise.resolve(); // keys are done one after the other, however fast they come
  const box = () => find("review");
  const subject = () => box().dataset.conflict || box().dataset.dispute || "";
  const kind = () => (box().dataset.dispute ? "dispute" : "conflict");
  const say = (text) => { find("said").textContent = text; };
  let undone = 0; // how many of them wait
  function then(step) {
    undone += 1;
    work = work.then(step).catch((error) => say(error.message)).finally(() => { undone -= 1; });
  }

  function showName() {
    const name = storage("localStorage", "name") || find("by").value.trim();
    find("who").hidden = Boolean(name);
    find("as").hidden = !name;
    find("name").textContent = name;
    return name;
  }

  function keepName(event) {
    event.preventDefault();
    storage("localStorage", "name", find("by").value.trim());
    find("by").blur();
    if (showName()) say("");
  }

  function rename() {
    storage("localStorage", "name", "");
    find("by").value = "";
    showName();
    find("by").focus();
  }

  const undos = () => JSON.parse(storage("sessionStorage", "undo") || "[]");
  const keepUndos = (list) => storage("sessionStorage", "undo", JSON.stringify(list.slice(-500)));

  const ask = async (where, what) => (await live.ask(where, what)).json();

  /* Put the page at this address in place of this one, without losing what is being written. */
  async function load(address, push = false) {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("review");
    if (!next) return location.assign(address);
    const before = subject();
    const focused = find("note") && find("note") === document.activeElement;
    box().replaceWith(document.importNode(next, true));
    for (const name of ["live-mark", "token"]) meta(name).content = meta(name, page).content;
    if (push) history.pushState(null, "", address);
    stay();
    takeUp();
    pending = null;
    if (subject() !== before) {
      why = null;
      return window.scrollTo(0, 0);
    }
    if (focused) find("note")?.focus();
  }

  /* What was written about a question or a pair is kept until that is decided. */
  const draft = () => `note ${subject()}`;
  const keepDraft = () => storage("sessionStorage", draft(), find("note").value);
  function takeUp() {
    if (find("note")) find("note").value = storage("sessionStorage", draft()) || "";
  }

  /* The address names what is decided, so that a build never puts another one under a finger. */
  function stay() {
    if (subject()) history.replaceState(null, "", here());
  }

  const here = () => `review.html?${kind()[0]}=${encodeURIComponent(subject())}`;
  const show = (address) => load(address || "review.html", true);

  async function decide(verdict, side = {}) {
    const by = showName();
    if (!by) return first();
    const on = subject();
    if (!on) return say("There is nothing to decide here.");
    const note = find("note");
    if (kind() === "dispute" && verdict === "both-hold" && !note.value.trim()) {
      why = verdict;
      note.focus();
      return say("Say why all sides hold, then press Enter.");
    }
    const made = await ask("decide", { on, verdict, by, note: note.value, ...side });
    storage("sessionStorage", draft(), "");
    keepUndos([...undos(), { back: made.undo, address: here() }]);
    const others = box().dataset.next || box().dataset.previous;
    await show(others);
    say(`Noted: ${verdict.replaceAll("-", " ")}. ${others ? "" : "That was the last one."}`);
  }

  /* A passage that was read wrong: it says nothing of this, or something else. */
  function misread(node) {
    if (!showName()) return first();
    const { claims, claim, side } = node.dataset;
    const mended = (words, { lines }) => {
      if (lines.length) keepUndos([...undos(), { lines, address: here() }]);
      storage("sessionStorage", draft(), "");
      if (find("note")) find("note").value = "";
      showName();
      say(`${words} The pages follow.`);
    };
    return panel.open({ claims: claims || claim }, {
      beside: () => node.getBoundingClientRect(),
      prepare: (form) => offerNothing(form, side),
      own: (button, close, form) => {
        const { value } = form.elements.note;
        const which = button.dataset.own ? { claim: button.dataset.own } : { side };
        close();
        then(() => decide("misread", { ...which, note: value }));
      },
      done: mended,
    });
  }

  /* What the verdict “misread” says by itself comes first. */
  function offerNothing(form, side) {
    form.elements.note.value = find("note")?.value || "";
    for (const button of form.querySelectorAll('[data-act="not-a-claim"]')) {
      delete button.dataset.act;
      button.dataset.own = button.closest(".reading").dataset.claim;
      button.textContent = "It says nothing of this";
      button.parentElement.prepend(button);
    }
    if (!side) return;
    const all = document.createElement("button");
    all.type = "button";
    all.dataset.own = "";
    all.textContent = "No passage of this side says anything of this";
    form.querySelector(".reading").before(all);
  }

  function first() {
    say("First say who you are.");
    find("by").focus();
  }

  async function undo() {
    const list = undos();
    const last = list.pop();
    if (!last) return say("There is nothing to undo.");
    for (const line of last.back || []) await ask("undo", line);
    if (last.lines) await ask("uncorrect", { lines: last.lines.join(" "), by: showName() });
    keepUndos(list);
    await show(last.address);
    say("Taken back.");
  }

  async function go(address, end) {
    if (!address) return say(end);
    await show(address);
    say("");
  }

  const button = (verdict, key) => box().querySelector(`[data-side="${key}"] [data-verdict="${verdict}"]`);
  const keysOfSides = () => [...box().querySelectorAll("div[data-side]")].map((n) => n.dataset.side);
  const press = (node) => (node.dataset.verdict === "misread" ? misread(node) : decide(node.dataset.verdict, sideOf(node)));
  function sideOf({ dataset: { side, claim } }) {
    return { ...(side && { side }), ...(claim && { claim }) };
  }

  /* One key. What it acts on is looked up when its turn comes, not when it is pressed; but what
     was meant for a pair is never done to a whole question. */
  function act(key, meant) {
    if (key === "c") writing = false;
    if (document.querySelector("dialog.panel[open]")) return undefined;
    if (meant !== kind() && DECIDING.has(key)) return undefined;
    if (pending) {
      const node = keysOfSides().includes(key) ? button(pending, key) : null;
      pending = null;
      say("");
      if (node || key === "Escape") return node && press(node);
    }
    if (VERDICTS[key]) return decide(VERDICTS[key]);
    if (NAMED[key] && subject()) {
      pending = NAMED[key];
      return say(`${key === "p" ? "Prefer" : "Misread:"} which? ${keysOfSides().join(" or ")}; Esc for none`);
    }
    if (key === "j") return go(box().dataset.next, "That was the last one.");
    if (key === "k") return go(box().dataset.previous, "That is the first one.");
    if (key === "o") return go(link("start"), "There is no pair to decide.");
    if (key === "w") return go(link("up"), "This is the whole question.");
    if (key === "z") return undo();
    if (key === "c") return write();
    if (key === "?") return find("keys").showModal();
    return undefined;
  }

  const link = (rel) => box().querySelector(`a[rel="${rel}"]`)?.getAttribute("href");
  const DECIDING = new Set("rnbpum");
  const SIDES = "abcdefgh"; // more have buttons only
  const KEYS = new Set([..."jkrnpumzow?", ...SIDES, "Escape"]);

  /* What follows a "c" is written, never taken for keys, though the field may have to wait. */
  function write() {
    const note = find("note");
    if (!note) return;
    note.focus();
    if (held) note.value += held;
    if (held) keepDraft();
    held = "";
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog.panel[open]")) return;
    if (find("keys").open) {
      if (event.key === "?") find("keys").close();
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && !event.shiftKey && why) reasoned(event);
      return;
    }
    if (writing && event.key.length === 1) {
      held += event.key;
      return event.preventDefault();
    }
    if (event.repeat || !KEYS.has(event.key) || !find("use-keys").checked) return;
    event.preventDefault();
    if (event.key === "c" && !pending && !undone) return write();
    writing = event.key === "c" && !pending;
    held = "";
    const meant = kind();
    then(() => act(event.key, meant));
  }

  function reasoned(event) {
    const verdict = why;
    why = null;
    event.preventDefault();
    event.target.blur();
    then(() => decide(verdict));
  }

  function clicked(event) {
    const node = event.target.closest("button[data-verdict], button[data-act]");
    if (node) then(() => (node.dataset.act ? undo() : press(node)));
  }

  function setUp() {
    if (!box()) return;
    document.addEventListener("keydown", pressed);
    document.addEventListener("click", clicked);
    document.addEventListener("input", (event) => { if (event.target.id === "note") keepDraft(); });
    find("who").addEventListener("submit", keepName);
    find("rename").addEventListener("click", rename);
    find("help").addEventListener("click", () => find("keys").showModal());
    // Who speaks to the machine can do without single keys (WCAG 2.1.4).
    const use = find("use-keys");
    use.checked = storage("localStorage", "keys") !== "off";
    use.addEventListener("change", () => storage("localStorage", "keys", use.checked ? "on" : "off"));
    window.addEventListener("popstate", () => then(() => load(location.href)));
    showName();
    stay();
    takeUp();
  }

  /* Where it is once what was asked before is done: a verdict on its way leads elsewhere. */
  const again = () => { then(() => load(location.href)); return work; };

  return { again, setUp };
})();

review.setUp();
