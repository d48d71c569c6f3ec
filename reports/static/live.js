"use strict";
// What `kb serve` adds to the pages: they follow the builds.

const live = (() => {
  const meta = (name, page = document) => page.querySelector(`meta[name="${name}"]`);
  const find = (id) => document.getElementById(id);
  const storage = (kind, key, value) => {
    try {
      if (value === undefined) return window[kind].getItem(key);
      window[kind].setItem(key, value);
    } catch { /* a browser that keeps nothing: the name is asked once a page */ }
    return null;
  };

  /* The bar that says which file is broken while the last good pages stay. */
  function showProblems(problems) {
    let bar = find("problems");
    if (!bar) {
      bar = document.createElement("div");
      bar.id = "problems";
      bar.className = "notice problems";
      bar.setAttribute("role", "alert");
      document.body.prepend(bar);
    }
    bar.hidden = problems.length === 0;
    bar.replaceChildren(...problems.map((line) => {
      const item = document.createElement("p");
      item.textContent = line;
      return item;
    }));
  }

  /* After a build: a page that reads otherwise now is loaded again. */
  async function refresh() {
    const address = location.href;
    const answer = await fetch(address, { method: "HEAD" });
    const mark = answer.headers.get("live-mark");
    if (!mark || mark === meta("live-mark").content || address !== location.href) return;
    if (find("drafting") || find("reading")) return; // what was pasted there is nowhere else
    if (document.querySelector("dialog.panel[open]")) return; // it asks again when it closes
    if (find("corrections") || find("proposals")) {
      meta("live-mark").content = mark;
      return document.dispatchEvent(new Event("rebuilt"));
    }
    if (find("review")) await review.again();
    else location.reload();
  }

  /* A page that nobody looks at holds no connection: browsers allow few to one server. */
  let stream = null;
  function follow() {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource("events");
      stream.onmessage = (event) => {
        showProblems(JSON.parse(event.data).problems);
        refresh().catch(() => {});
      };
    }
  }

  /* Ask the server to do this; what it refuses is thrown, with its words. */
  async function ask(where, what) {
    const answer = await fetch(where, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Counterclaim-Token": meta("token").content },
      body: JSON.stringify(what),
    });
    if (answer.ok) return answer;
    const text = await answer.text();
    let why = { error: text };
    try { why = JSON.parse(text); } catch { /* said in plain text */ }
    throw Object.assign(new Error(`Not done: ${why.error.trim()}`), why);
  }

  /* Cards of pairs ("c-…") and of disputes ("d-…") lead to their review. */
  function linkCards() {
    for (const card of document.querySelectorAll(".card[id^='c-'], .card[id^='d-']")) {
      const link = document.createElement("a");
      link.href = `review.html?${card.id[0]}=${encodeURIComponent(card.id.slice(2))}`;
      link.textContent = "Review";
      card.querySelector(".meta")?.append(link);
    }
  }

  return { meta, find, storage, follow, refresh, linkCards, ask };
})();

live.linkCards();
document.addEventListener("visibilitychange", live.follow);
live.follow();
