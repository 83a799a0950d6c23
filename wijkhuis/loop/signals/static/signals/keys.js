// One key keeps or skips the sentence; whoever types or stands on a button is left alone. Everything works without this file.
"use strict";

(() => {
  const form = document.querySelector("[data-signal-keys]");
  if (!form) return;
  const busy = (element) => element && element !== document.body && element.id !== "content" && element.matches("a, button, summary, input, textarea, select, [contenteditable], [role=button]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || busy(document.activeElement)) return;
    const sentence = form.elements.sentence;
    if (event.key === "e") {
      event.preventDefault();
      sentence.focus();
      return;
    }
    const key = event.key === "Enter" ? "k" : event.key;
    const button = form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    // Nothing is kept that nobody could have read.
    if (!button || (key === "k" && !sentence.value.trim())) return;
    event.preventDefault();
    form.scrollIntoView({ block: "nearest" });
    form.requestSubmit(button);
  });
  // In the sentence itself enter keeps it; shift and enter makes no new line either, for it is one sentence.
  form.elements.sentence.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (event.target.value.trim()) form.requestSubmit(form.querySelector('[data-key="k"]'));
  });
})();
