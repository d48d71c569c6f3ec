"use strict";
// Copies the sentence that could be published. Without it the buttons are not shown.
document.documentElement.classList.add("copies");
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const words = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(words.textContent);
  } catch { // an old browser, or one that asks the person first
    getSelection().selectAllChildren(words);
    document.execCommand("copy");
  }
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
});
