// Reads [data-read] aloud, only when this device has a voice for the language of the page.
"use strict";
(() => {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const main = (code) => (code || "").toLowerCase().split(/[-_]/)[0];
  const voiceFor = (code) => speech.getVoices().find((voice) => main(voice.lang) === main(code));
  const buttons = () => document.querySelectorAll("[data-read-aloud]");
  const show = () => buttons().forEach((button) => (button.hidden = !voiceFor(document.documentElement.lang)));
  const pressed = (on) => buttons().forEach((button) => {
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? button.dataset.stopWords : button.dataset.startWords;
  });
  const stop = () => { speech.cancel(); pressed(false); };

  // The words of a part as they are seen, in pieces of one language and one paragraph each.
  const pieces = (part) => {
    const found = [];
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const box = walk.currentNode.parentElement;
      const text = walk.currentNode.data.replace(/\s+/g, " ");
      if (!text.trim() || !box.getClientRects().length) continue;
      const piece = { text, lang: box.closest("[lang]").lang, block: box.closest("p, li, dt, dd, h1, h2, h3, blockquote, div") };
      const last = found.at(-1);
      if (last?.block === piece.block && last.lang === piece.lang) last.text += text;
      else found.push(piece);
    }
    return found;
  };

  const start = () => {
    // What this device has no voice for is left out, so that the last one that is spoken ends it.
    const spoken = [...document.querySelectorAll("[data-read]")].flatMap(pieces).flatMap(({ text, lang }) => {
      const voice = voiceFor(lang);
      const sentences = voice ? text.split(/(?<=[.!?؟])\s+/).filter((sentence) => sentence.trim()) : [];
      return sentences.map((sentence) =>
        Object.assign(new SpeechSynthesisUtterance(sentence.trim()), { voice, lang: voice.lang, rate: 0.95 }));
    });
    if (!spoken.length) return;
    spoken.at(-1).onend = () => pressed(false);
    spoken.forEach((one) => speech.speak(one));
    pressed(true);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-read-aloud]");
    if (!button) return;
    if (button.getAttribute("aria-pressed") === "true") stop();
    else start();
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", show);
  ready(show);
})();
