// Small helps for every page. Everything works without this file.
"use strict";

const ready = (start) => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start());

// Up, down, home and end walk through a list of sentences; enter follows the link by itself.
document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-keys]");
  if (!list || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...document.querySelectorAll("[data-keys] a.sentence")];
  const here = links.indexOf(event.target.closest("a.sentence"));
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
  if (here < 0 || to === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(to, 0), links.length - 1)].focus();
});

// Ctrl+Enter (or Cmd+Enter) saves the form one is writing in.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.form;
  if (!form || form.method.toLowerCase() !== "post") return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-save], .nl-button--primary") || undefined);
});

// A form is sent once. The button stays focusable, so a screen reader does not lose its place.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method.toLowerCase() !== "post" || event.defaultPrevented || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
});
const sendAgain = () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  document.querySelectorAll("[type=submit][aria-disabled], button[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
};
window.addEventListener("pageshow", sendAgain);

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});

// Who goes back finds the words in their field again; then the answers come back with them. On https some browsers keep
// no field of a page that says no-store, so this step of the tab's own history remembers them, for who typed them.
const owner = () => document.body.dataset.owner || "";
document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-again]")) history.replaceState({ ...history.state, words: event.target.value, owner: owner() }, "");
});
window.addEventListener("pageshow", (event) => {
  const field = event.persisted ? null : document.querySelector("[data-again]");
  if (!field) return;
  if (!field.value && history.state?.owner === owner()) field.value = history.state.words || "";
  if (field.value && field.value !== field.defaultValue) field.dispatchEvent(new Event("again"));
});

// What is nearly always typed anew: a tap in the field takes the whole of it.
document.addEventListener("focusin", (event) => {
  const field = event.target.closest?.("[data-anew]");
  if (field) setTimeout(() => field.select());
});

// Back to the list one came from as it was, with what was typed: no address and no server knows those words.
document.addEventListener("click", (event) => {
  const back = event.target.closest?.("a.back");
  if (!back || !document.referrer || history.length < 2 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const from = new URL(document.referrer);
  if (from.origin !== location.origin || from.pathname !== new URL(back.href).pathname) return;
  event.preventDefault();
  history.back();
});

ready(() => {
  document.querySelectorAll("[data-print]").forEach((button) => (button.hidden = false));
  // After a refused form: first the summary, so that everyone hears what is wrong.
  document.querySelector("[data-sum-up]")?.focus();
});
