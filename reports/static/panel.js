"use strict";
// The panel in which a reading is corrected, and the line that says what was done last.

const panel = (() => {
  const { meta, find, storage } = live;
  let dialog = null;
  let options = {}; // what the page that opened it adds
  let opener = null; // what had the focus before
  let current = null; // the reading that is being corrected
  let chosen = ""; // what is done to it
  const form = () => dialog.querySelector("#correcting");
  const field = (name) => form().elements[name];

  /* The panel as the server makes it; its page gives the token, too. */
  async function fetched(asked) {
    const answer = await fetch(`correct.html?${new URLSearchParams(asked)}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    keepToken(page);
    return page.getElementById("correcting");
  }

  function keepToken(page) {
    const given = meta("token", page);
    if (!given) return;
    if (meta("token")) meta("token").content = given.content;
    else document.head.append(document.importNode(given, true));
  }

  async function open(asked, more = {}) {
    if (dialog?.open) return;
    opener = document.activeElement;
    options = more;
    const made = await fetched(asked);
    if (!made) return notice.say("This can’t be corrected now.");
    if (!dialog) {
      dialog = document.body.appendChild(document.createElement("dialog"));
      new ResizeObserver(keepInside).observe(dialog);
    }
    dialog.className = "panel";
    dialog.setAttribute("aria-labelledby", "panel-title");
    dialog.replaceChildren(document.importNode(made, true));
    [current, chosen] = [null, form().dataset.act || ""];
    field("by") && (field("by").value = storage("localStorage", "name") || "");
    listen();
    options.prepare?.(form());
    show();
    dialog.showModal();
    if (more.beside) place(more.beside());
    const own = form().querySelector("[data-own]") || find("panel-title");
    (chosen !== "add" ? own : field("quote").value ? find("panel-find") : field("quote")).focus();
  }

  /* Beside the words if there is room, else below or above them; on a phone CSS puts it. */
  function place(box) {
    if (!box || innerWidth < 640) return;
    const { offsetWidth: width, offsetHeight: height } = dialog;
    const right = box.right + 16;
    const beside = right + width < innerWidth;
    const left = beside ? right : Math.min(Math.max(8, box.left), innerWidth - width - 8);
    const below = box.bottom + 10;
    const above = box.top - height - 10;
    const top = beside ? box.top : below + height < innerHeight || above < 0 ? below : above;
    dialog.style.margin = "0";
    dialog.style.left = `${left}px`;
    dialog.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
  }

  /* It grows as fields are asked for. */
  function keepInside() {
    if (!dialog.open || innerWidth < 640 || !dialog.style.top) return;
    const lowest = Math.max(8, innerHeight - dialog.offsetHeight - 8);
    dialog.style.top = `${Math.min(parseFloat(dialog.style.top), lowest)}px`;
  }

  function listen() {
    form().addEventListener("click", clicked);
    form().addEventListener("submit", (event) => { event.preventDefault(); send(); });
    find("panel-find")?.addEventListener("input", narrow);
    find("panel-find")?.addEventListener("keydown", toList);
    field("question")?.addEventListener("change", asks);
    dialog.onclose = closed;
  }

  function clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if ("close" in button.dataset) dialog.close();
    if (button.dataset.undo) undo(button.dataset.undo.split(" ")).catch(amiss);
    if (button.dataset.act) choose(button);
    if ("own" in button.dataset) options.own(button, () => dialog.close(), form());
  }

  function choose(button) {
    current = button.closest(".reading");
    chosen = button.dataset.act;
    if (!button.hasAttribute("aria-expanded")) return send();
    const fields = find("fields");
    current.append(fields, find("ending"));
    fill(current.dataset);
    show();
    fields.querySelector(".field:not([hidden]) :is(input, select, textarea):not([hidden])").focus();
  }

  /* The fields say what the claim says now, so that one changes only what is wrong. */
  function fill({ aspect, answer, denies, condition, scope }) {
    field("question").value = chosen === "other-question" ? "" : aspect;
    asks();
    field("answer").value = chosen === "other-question" ? "" : answer;
    find("panel-listed").value = chosen === "other-question" ? "" : answer;
    field("polarity").value = denies;
    field("condition").value = condition;
    field("scope").value = scope;
  }

  const SHOWN = {
    "add": ["quote", "question", "answer", "polarity", "condition", "scope", "subject"],
    "other-question": ["question", "answer", "polarity"],
    "other-value": ["answer", "polarity"],
    "only-with": ["condition", "scope"],
  };

  function show() {
    if (!find("fields")) return;
    const wanted = SHOWN[chosen] || [];
    find("fields").hidden = wanted.length === 0;
    for (const part of form().querySelectorAll("[data-field]")) part.hidden = !wanted.includes(part.dataset.field);
    for (const button of form().querySelectorAll("[aria-expanded]")) {
      button.setAttribute("aria-expanded", String(button.dataset.act === chosen && button.closest(".reading") === current));
    }
    form().querySelector(".saving").hidden = wanted.length === 0;
    asks();
    clear();
  }

  /* How the chosen question is answered: by one of its answers, in words, or by yes and no. */
  function asks() {
    const one = field("question")?.selectedOptions[0];
    const wanted = SHOWN[chosen] || [];
    const part = (name) => form().querySelector(`[data-field="${name}"]`);
    if (!part("answer")) return;
    part("answer").hidden = !wanted.includes("answer") || !one || one.dataset.kind === "yesno";
    part("polarity").hidden = !wanted.includes("polarity") || !one;
    if (!one) return;
    const answers = JSON.parse(one.dataset.answers);
    const listed = find("panel-listed");
    const free = field("answer");
    const said = free.value;
    listed.hidden = !one.dataset.listed;
    free.hidden = !listed.hidden;
    const blank = one.dataset.blank || "Choose one";
    listed.replaceChildren(new Option(blank, ""), ...answers.map(([name, label]) => new Option(label, name)));
    listed.value = answers.some(([name]) => name === said) ? said : "";
    find("panel-answers").replaceChildren(...answers.map(([name, label]) => new Option(label, name)));
    find("takes").textContent = one.dataset.takes;
    find("says-yes").textContent = one.dataset.yes;
    find("says-no").textContent = one.dataset.no;
  }

  /* The list keeps the questions that hold all the words that are typed. */
  function narrow() {
    const words = find("panel-find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const list = field("question");
    let left = 0;
    for (const one of list.options) {
      one.hidden = !words.every((word) => one.textContent.toLowerCase().includes(word));
      left += one.hidden ? 0 : 1;
    }
    find("none-found").textContent = left ? "" : "No question has these words.";
    const shown = [...list.options].filter((one) => !one.hidden);
    if (left === 1 || list.selectedOptions[0]?.hidden) {
      list.value = left === 1 ? shown[0].value : "";
      asks();
    }
  }

  function toList(event) {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    const list = field("question");
    const first = [...list.options].find((one) => !one.hidden);
    if (!first) return;
    if (!list.value) list.value = first.value;
    asks();
    list.focus();
  }

  function clear() {
    for (const line of form().querySelectorAll(".amiss")) line.textContent = "";
    for (const input of form().querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  }

  /* What is wrong stands at its field, which gets the focus; all that was written stays. */
  function amiss(error) {
    const line = error.error || error.message;
    clear();
    const at = error.field && find(`amiss-${error.field}`);
    (at || find("amiss-all")).textContent = line;
    if (!at) return;
    const input = [...at.closest(".field").querySelectorAll("input, select, textarea")].find((i) => !i.hidden && i.id !== "panel-find");
    input?.setAttribute("aria-invalid", "true");
    input?.focus();
  }

  const values = () => Object.fromEntries((SHOWN[chosen] || []).map((name) => [name, value(name)]));
  function value(name) {
    if (name === "answer") {
      if (form().querySelector('[data-field="answer"]').hidden) return "";
      return find("panel-listed").hidden ? field("answer").value : find("panel-listed").value;
    }
    return field(name)?.value ?? "";
  }

  /* Words that were edited are found by themselves; else what stood around them tells which. */
  function around() {
    const { before, after, source } = form().dataset;
    const same = field("quote").value === field("quote").defaultValue;
    return { source, ...(same && { before, after }) };
  }

  function by() {
    const name = field("by").value.trim();
    if (!name) throw Object.assign(new Error("First say who you are."), { field: "by" });
    storage("localStorage", "name", name);
    return name;
  }

  async function send() {
    if (!chosen) return;
    try {
      if (SHOWN[chosen]?.includes("question") && !value("question")) {
        throw Object.assign(new Error("Choose the question that it answers."), { field: "question" });
      }
      const where = chosen === "add" ? around() : { claim: current.dataset.claim };
      const what = { act: chosen, ...where, ...values(), by: by(), note: field("note").value };
      const made = await (await live.ask("correct", what)).json();
      done(`Noted: ${made.says}.`, made);
    } catch (error) { amiss(error); }
  }

  async function undo(lines) {
    await (await live.ask("uncorrect", { lines: lines.join(" "), by: by() })).json();
    done("Taken back.", { lines: [] });
  }

  function done(words, made) {
    const claims = current ? [current.dataset.claim] : [];
    dialog.close();
    if (options.done) return options.done(words, made);
    notice.keep({ words, lines: made.lines, claims, now: made.claim });
    notice.show();
    for (const mark of document.querySelectorAll("[data-claims]")) {
      mark.classList.toggle("pending", mark.dataset.claims.split(" ").includes(claims[0]));
    }
  }

  function closed() {
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    live.refresh().catch(() => {});
  }

  return { open, fetched };
})();

/* What was done last, with its undo; it outlives the loading of the page that follows. */
const notice = (() => {
  const { meta, storage } = live;
  const kept = () => JSON.parse(storage("sessionStorage", "corrected") || "null");
  let bar = null;

  function keep(what) {
    storage("sessionStorage", "corrected", JSON.stringify({ ...what, page: location.pathname }));
  }

  function say(words, undoing = false) {
    if (!bar) return;
    bar.querySelector("span").textContent = words;
    for (const button of bar.querySelectorAll("button")) button.hidden = !words;
    bar.querySelector(".undo").hidden = !undoing;
    bar.classList.toggle("shown", Boolean(words));
  }

  function show() {
    const last = kept();
    if (!last || last.page !== location.pathname) return;
    say(last.words, last.lines.length > 0);
  }

  async function undo() {
    const last = kept();
    if (!meta("token")) await panel.fetched({});
    const by = storage("localStorage", "name") || "";
    await live.ask("uncorrect", { lines: last.lines.join(" "), by });
    keep({ words: "Taken back.", lines: [], claims: last.claims });
    show();
    live.refresh().catch(() => {});
  }

  function setUp() {
    if (!document.querySelector(".text[data-source], .correcting, #corrections")) return;
    bar = document.createElement("div");
    bar.className = "corrected-bar";
    bar.innerHTML = '<p role="status"><span></span></p><button type="button" class="undo">Undo</button><button type="button" class="away">Put away</button>';
    document.body.append(bar);
    bar.querySelector(".undo").addEventListener("click", () => undo().catch((error) => say(error.message)));
    bar.querySelector(".away").addEventListener("click", () => { storage("sessionStorage", "corrected", "null"); say(""); });
    say("");
    show();
  }

  return { setUp, keep, show, say };
})();
