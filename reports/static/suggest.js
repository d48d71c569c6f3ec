"use strict";
// The page of proposals: looked up at once and after every build; accepted by button or key.

const suggesting = (() => {
  const box = () => live.find("proposals");
  const say = (text) => { live.find("said").textContent = text; };
  let work = Promise.resolve(); // one after the other, however fast the keys come
  const then = (step) => { work = work.then(step).catch((error) => say(error.message)); };
  const rows = () => [...box().querySelectorAll(".proposal")];
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));
  const usesKeys = () => live.storage("localStorage", "keys") !== "off";

  /* Put the page's section in place of this one; who stood at a proposal stands there still, or
     at the one that took its place. */
  function show(page) {
    const at = current();
    const on = rows()[at]?.dataset.on;
    const away = box().contains(document.activeElement);
    box().replaceWith(document.importNode(page.getElementById("proposals"), true));
    showKeys();
    const same = rows().findIndex((row) => row.dataset.on === on);
    if (at >= 0) goTo(same >= 0 ? same : at);
    else if (away) (box().querySelector("button") || live.find("main")).focus();
  }

  function showKeys() {
    const box = live.find("use-keys");
    if (box) box.checked = usesKeys();
  }

  async function look() {
    box().setAttribute("aria-busy", "true");
    const answer = await live.ask("suggest", {});
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }

  function goTo(n) {
    const row = rows()[Math.min(n, rows().length - 1)];
    if (!row) return live.find("main").focus();
    const button = row.querySelector("button");
    if (!button) row.tabIndex = -1;
    (button || row).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    return undefined;
  }

  async function ask(where, what) {
    return (await (await live.ask(where, what)).json()).text;
  }

  async function accept(row) {
    if (!row) return goTo(0);
    if (!row.querySelector("button")) return say("This one is written already.");
    const text = await ask("accept", { on: row.dataset.on });
    await look();
    const next = rows().findIndex((other, n) => n > current() && other.querySelector("button"));
    if (next >= 0) goTo(next);
    return say(`Written: ${text}. The pages are built again.`);
  }

  async function undo() {
    const text = await ask("take-back", {});
    await look();
    say(`Taken back: ${text}. The pages are built again.`);
  }

  async function guess() {
    say("Writing the guess down …");
    say(`Written: ${await ask("write-guess", {})}. The pages are built again.`);
  }

  function pressed(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !usesKeys()) return;
    if (target.closest("textarea, select, input:not([type=checkbox])")) return;
    const at = current();
    const acts = {
      j: () => goTo(at + 1),
      k: () => goTo(Math.max(at - 1, 0)),
      a: () => then(() => accept(rows()[at])),
      z: () => then(undo),
    };
    if (!acts[key] || !rows().length) return;
    event.preventDefault();
    acts[key]();
  }

  function clicked(event) {
    const node = event.target.closest("button[data-act]");
    if (!node) return;
    const acts = { accept: () => accept(node.closest(".proposal")), undo, guess };
    then(acts[node.dataset.act]);
  }

  function setUp() {
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("change", ({ target }) => {
      if (target.id === "use-keys") live.storage("localStorage", "keys", target.checked ? "on" : "off");
    });
    document.addEventListener("rebuilt", () => then(look));
    showKeys();
    if ("wanted" in box().dataset) then(look);
  }

  return { setUp };
})();

document.addEventListener("DOMContentLoaded", suggesting.setUp); // after live.js
