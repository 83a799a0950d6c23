// Keeps what somebody typed in <form data-draft="key"> in this tab, until it is saved or the person signs out.
"use strict";
(() => {
  const PREFIX = "draft:";
  const owner = () => document.body.dataset.owner || "";
  const keep = (store) => { try { return store(); } catch { return null; } };
  const isKept = (field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type) && !field.closest("[data-no-draft]");
  const value = (field) => (["checkbox", "radio"].includes(field.type) ? field.checked : field.value);
  const startValue = (field) => {
    if (["checkbox", "radio"].includes(field.type)) return field.defaultChecked;
    if (field.options) return [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value;
    return field.defaultValue;
  };
  const nameOf = (field) => (["checkbox", "radio"].includes(field.type) ? `${field.name}=${field.value}` : field.name);
  const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

  const save = (form) => keep(() => {
    const words = {};
    for (const field of form.elements) if (isKept(field) && value(field) !== startValue(field)) words[nameOf(field)] = value(field);
    sessionStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify({ owner: owner(), words }));
  });

  const restore = (form) => keep(() => {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + form.dataset.draft) || "null");
    if (!kept || kept.owner !== owner()) return;
    let found = false;
    for (const field of form.elements) {
      if (!isKept(field) || !(nameOf(field) in kept.words) || value(field) !== startValue(field)) continue;
      // A refused form came back with what was typed: nothing to bring back.
      if (value(field) === kept.words[nameOf(field)]) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = kept.words[nameOf(field)];
      else field.value = kept.words[nameOf(field)];
      field.closest("details")?.setAttribute("open", "");
      found = true;
    }
    const notice = form.querySelector("[data-draft-restored]");
    if (found && notice) notice.hidden = false;
    // Whoever listens may still be loading.
    const tell = () => form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
    if (found) document.readyState === "complete" ? tell() : window.addEventListener("load", tell);
  });

  const forgetAll = () => keep(() => drafts().forEach((key) => sessionStorage.removeItem(key)));
  const forgetStrangers = () => keep(() => drafts().forEach((key) => {
    if (owner() && JSON.parse(sessionStorage.getItem(key)).owner !== owner()) sessionStorage.removeItem(key);
  }));
  const forgetSaved = () => document.querySelectorAll("[data-saved]").forEach((mark) => {
    for (const [, key] of mark.dataset.saved.matchAll(/saved:(\S+)/g)) keep(() => sessionStorage.removeItem(PREFIX + key));
  });

  document.addEventListener("input", (event) => { const form = event.target.form; if (form?.dataset.draft) save(form); });
  document.addEventListener("change", (event) => { const form = event.target.form; if (form?.dataset.draft) save(form); });
  document.addEventListener("submit", (event) => { if (event.target.matches("[data-sign-out]")) forgetAll(); });
  ready(() => {
    forgetStrangers();
    forgetSaved();
    document.querySelectorAll("form[data-draft]").forEach(restore);
  });
})();
