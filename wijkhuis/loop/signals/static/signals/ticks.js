// Walk through the sentences of a proposal with j and k; space ticks and enter says yes by themselves.
"use strict";

document.addEventListener("keydown", (event) => {
  const to = { j: 1, k: -1 }[event.key];
  if (!to || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const boxes = [...document.querySelectorAll("[data-ticks] input")].filter((box) => box.offsetParent !== null);
  if (!boxes.length) return;
  event.preventDefault();
  const here = boxes.indexOf(document.activeElement);
  boxes[Math.min(Math.max(here + to, 0), boxes.length - 1)].focus();
});
