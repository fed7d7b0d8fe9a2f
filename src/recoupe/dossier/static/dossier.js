// Comfort only: every link and form works without this. "/" goes to the search, j and k to the next
// and the one before; other letters press the button that names them (aria-keyshortcuts). What is
// selected in a report can be taken into a form.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const follow = (relation) => {
    const link = document.querySelector(`main a[rel="${relation}"]`);
    if (link) link.click();
  };
  const press = (key) => {
    const one = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!one) return;
    one.focus();
    one.click();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.getElementById("statements") && "jk".includes(event.key)) return; // page.js does
    const find = document.getElementById("find");
    if (event.key === "/" && find) {
      event.preventDefault();
      find.focus();
    } else if (event.key === "j") follow("next");
    else if (event.key === "k") follow("prev");
    else if (/^[a-z]$/.test(event.key)) press(event.key);
  });
  const again = document.querySelector("[data-reload]");
  if (again) setTimeout(() => location.reload(), 1000 * Number(again.dataset.reload));
  for (const button of document.querySelectorAll("[data-fill]")) {
    // The selection must outlive the press of the button.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const words = String(getSelection()).trim();
      const field = document.getElementById(button.dataset.fill);
      if (words && field) field.value = words;
    });
  }
})();
