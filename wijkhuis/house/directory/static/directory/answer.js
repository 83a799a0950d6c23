// Who tapped an answer in a message gave it: this sends it, once a person has had the page before them for a moment.
"use strict";
(() => {
  const LOOKED = 1500;
  const AGAIN = 5000;
  if (navigator.webdriver) return;
  const isSeen = () => !document.prerendering && document.visibilityState === "visible" && document.hasFocus();
  let seenSince = 0;
  let sentAt = 0;
  const watch = setInterval(() => {
    const form = document.querySelector("[data-sends]");
    const now = Date.now();
    if (!form) return clearInterval(watch);
    seenSince = isSeen() ? seenSince || now : 0;
    // With a bad line it tries again; twice is once.
    if (!seenSince || now - seenSince < LOOKED || now - sentAt < AGAIN) return;
    sentAt = now;
    form.requestSubmit();
  }, 250);
})();
