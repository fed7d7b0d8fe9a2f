// Comfort only: every link works without this. j and k go from statement to statement, and this
// lights all parts of the chosen one, or of the words that a link led to.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  // In a document that holds many pages, that which is shown, and its ids have its number before them.
  const here = () => document.querySelector(".leaf.shown") || document;
  const plain = (id) => id.replace(/^p\d+-/, "");
  const rows = () => [...here().querySelectorAll(".rows > li")];
  const chosen = () => plain(location.hash.slice(1)).replace(/^in-/, "");
  const light = (id, row) => {
    document.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    if (row) row.classList.add("chosen");
    if (!id) return;
    for (const one of here().querySelectorAll(`.of-${CSS.escape(id)}`)) one.classList.add("chosen");
  };
  const reveal = () => {
    // On a wide page the list scrolls by itself: bring the row of the chosen mark into
    // view there, unless it is.
    const id = chosen();
    const list = here().querySelector(".statement-list");
    const row = rows().find((one) => plain(one.id) === id);
    light(id, row);
    if (!list || !row || list.scrollHeight <= list.clientHeight) return;
    const hidden = row.offsetTop - list.scrollTop;
    if (hidden >= 0 && hidden + row.offsetHeight <= list.clientHeight) return;
    list.scrollTop = row.offsetTop - list.clientHeight / 3;
  };
  addEventListener("hashchange", reveal);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.documentElement.dataset.keys === "off") return;
    const step = { j: 1, k: -1 }[event.key];
    const all = step && here().querySelector(".statement-list") ? rows() : [];
    if (!all.length) return;
    const at = all.findIndex((row) => plain(row.id) === chosen());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    if (all[next]) location.hash = `#${all[next].id.replace(/^(p\d+-)?/, "$1in-")}`;
  });
  reveal();
})();
