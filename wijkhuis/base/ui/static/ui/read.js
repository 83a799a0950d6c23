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

  const start = () => {
    const parts = [...document.querySelectorAll("[data-read]")].filter((part) => part.innerText.trim());
    const sentences = parts.flatMap((part) => {
      const lang = part.closest("[lang]")?.lang || document.documentElement.lang;
      return part.innerText.split(/(?<=[.!?؟])\s+|\n+/).filter((text) => text.trim()).map((text) => ({ text, lang }));
    });
    sentences.forEach(({ text, lang }, index) => {
      const voice = voiceFor(lang);
      if (!voice) return;
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.rate = 0.95;
      if (index === sentences.length - 1) spoken.onend = () => pressed(false);
      speech.speak(spoken);
    });
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
