"use strict";
// Drafts are checked and sentences read: what people paste is sent, and the answer set below.

const drafting = (() => {
  const { find } = live;
  const say = (text) => { find("said").textContent = text; };
  let checked = null; // what was sent last, to be had back

  function base64(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  }

  async function check(what) {
    find("back").hidden = true;
    say("Checking …");
    const answer = await live.ask("check", what);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    find("checked").replaceWith(document.importNode(page.getElementById("checked"), true));
    checked = what;
    const word = (what.name || "").toLowerCase().endsWith(".docx");
    find("back").querySelector("button").textContent = word ? "Save the Word file with comments" : "Save this as a page";
    find("back").hidden = false;
    say(`Checked${what.name ? `: ${what.name}` : ""}.`);
  }

  async function take(file) {
    const input = find("file");
    const kinds = input.accept.split(",");
    const name = file.name.toLowerCase();
    if (!kinds.some((kind) => name.endsWith(kind))) throw new Error(`${file.name}: is no draft that can be read; give ${kinds.join(", ")}`);
    if (file.size > Number(input.dataset.largest)) throw new Error(`${file.name}: is larger than ${input.dataset.largest / 1e6} MB`);
    await check({ name: file.name, file: base64(new Uint8Array(await file.arrayBuffer())) });
  }

  async function save() {
    const answer = await live.ask("checked", checked);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1]);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved as ${link.download}.`);
  }

  function setUp() {
    const form = find("drafting");
    if (!form) return;
    form.hidden = false;
    const held = (step) => step.catch((error) => say(error.message));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (find("draft").value.trim()) held(check({ draft: find("draft").value, ending: find("ending").value }));
      else find("draft").focus();
    });
    find("file").addEventListener("change", (event) => {
      const [file] = event.target.files;
      event.target.value = ""; // so that the same file, mended, can be given again
      if (file) held(take(file));
    });
    find("back").addEventListener("click", () => held(save()));
    // A file that misses the field would take the page's place.
    for (const kind of ["dragover", "drop"]) {
      document.addEventListener(kind, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        form.classList.toggle("over", kind === "dragover");
        if (kind === "drop" && event.dataTransfer.files.length) held(take(event.dataTransfer.files[0]));
      });
    }
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  }

  return { setUp };
})();

const reading = (() => {
  const { find } = live;
  const say = (text) => { find("said").textContent = text; };

  async function read() {
    say("Reading …");
    const answer = await live.ask("read", { text: find("text").value });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    find("ways").replaceWith(document.importNode(page.getElementById("ways"), true));
    say("Read.");
  }

  function setUp() {
    const form = find("reading");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      read().catch((error) => say(error.message));
    });
  }

  return { setUp };
})();

drafting.setUp();
reading.setUp();
