// The kiosk forgets after a minute of silence; in the last seconds it asks whether somebody is still there.
"use strict";
(() => {
  const FORGETS = Number(document.body.dataset.silence) || 60;
  const WARNING = Math.min(10, FORGETS / 2);
  const SILENCE = FORGETS - WARNING;
  const home = document.body.dataset.resetUrl;
  const warning = document.querySelector("[data-kiosk-warning]");
  if (!home) return;
  let quietSince = Date.now();

  const forget = () => {
    document.querySelectorAll("form").forEach((form) => form.reset());
    try { sessionStorage.clear(); localStorage.clear(); } catch { /* storage may be switched off */ }
    window.speechSynthesis?.cancel();
    history.replaceState(null, "", home);
    location.replace(home);
  };
  const awake = () => { quietSince = Date.now(); if (warning) warning.hidden = true; };
  const look = () => {
    const quiet = (Date.now() - quietSince) / 1000;
    if (quiet >= SILENCE + WARNING) return forget();
    if (quiet < SILENCE || !warning) return;
    if (warning.hidden) { warning.hidden = false; warning.querySelector("button")?.focus(); }
    warning.querySelector("[data-kiosk-seconds]").textContent = String(Math.max(1, Math.ceil(SILENCE + WARNING - quiet)));
  };

  ["pointerdown", "keydown", "input", "touchstart", "wheel"].forEach((name) => document.addEventListener(name, awake, { passive: true }));
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-kiosk-stop]")) return;
    event.preventDefault();
    forget();
  });
  // A page that comes back from the browser's memory may hold the words of the visitor before.
  window.addEventListener("pageshow", (event) => { if (event.persisted) forget(); });
  setInterval(look, 500);
})();
