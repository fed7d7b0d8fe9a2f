// Comfort only: every link and form works without this. "/" goes to the search.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const find = document.getElementById("find");
    if (event.key !== "/" || !find) return;
    event.preventDefault();
    find.focus();
  });
})();
