// Comfort only: every link works without this. j and k go from statement to statement, and on very
// long pages, which have no rule for each, this lights all parts of the chosen one.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  const rows = [...document.querySelectorAll(".rows > li")];
  const current = () => {
    const id = location.hash.slice(1).replace(/^in-/, "");
    return rows.findIndex((row) => row.id === id);
  };
  const light = (row) => {
    document.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    if (!row) return;
    for (const one of [row, ...document.getElementsByClassName(`of-${row.id}`)]) {
      one.classList.add("chosen");
    }
  };
  const reveal = () => {
    // On a wide page the list scrolls by itself: bring the row of the chosen mark into
    // view there, unless it is.
    const list = document.getElementById("statements");
    const row = rows[current()];
    light(row);
    if (!list || !row || list.scrollHeight <= list.clientHeight) return;
    const hidden = row.offsetTop - list.scrollTop;
    if (hidden >= 0 && hidden + row.offsetHeight <= list.clientHeight) return;
    list.scrollTop = row.offsetTop - list.clientHeight / 3;
  };
  addEventListener("hashchange", reveal);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !rows.length) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const at = current();
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    if (rows[next]) location.hash = `#in-${rows[next].id}`;
  });
  reveal();
})();
