// Comfort only: every link and form works without this. "/" goes to the search, "?" shows the keys,
// j and k go to the next finding or page and the one before; other letters press the button that
// names them (aria-keyshortcuts): that of the chosen finding before that of the page. What is
// selected in a report can be taken into a form. Letters can be switched off.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  const remembered = () => {
    try {
      return localStorage.getItem("recoupe-keys");
    } catch {
      return null;
    }
  };
  root.dataset.keys = remembered() === "off" ? "off" : "on";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog");
  const shown = (one) => one.getClientRects().length > 0;
  const follow = (relation) => {
    const link = document.querySelector(`main a[rel="${relation}"]`);
    if (link) link.click();
  };
  const scope = () => document.activeElement && document.activeElement.closest("[data-scope]");
  const button = (key) => {
    const named = `[data-key="${CSS.escape(key)}"]`;
    const within = scope()?.querySelector(named);
    if (within) return within;
    return [...document.querySelectorAll(named)].find((one) => !one.closest("[data-scope]"));
  };
  const press = (key) => {
    const one = button(key);
    if (!one) return;
    if (shown(one)) one.focus();
    const folded = one.matches("summary") ? one.parentElement : null;
    if (folded && folded.open) return;
    one.click();
    // What was opened is there to be filled in.
    folded?.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  };
  const step = (by) => {
    const all = [...document.querySelectorAll("[data-scope] > .finding")].filter(shown);
    if (!all.length) return false;
    const at = all.indexOf(scope()?.querySelector(".finding"));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    const one = all[Math.min(Math.max(next, 0), all.length - 1)];
    one.tabIndex = -1;
    one.focus();
    return true;
  };
  const keys = document.getElementById("keys");
  const help = () => {
    if (!keys || keys.open) return;
    for (const one of keys.querySelectorAll("[data-tells]")) {
      const key = one.dataset.tells;
      one.hidden = !"jk".includes(key) && !document.querySelector(`[data-key="${key}"]`);
    }
    keys.showModal();
  };
  document.getElementById("keys-open")?.addEventListener("click", help);
  const switched = document.getElementById("keys-on");
  if (switched) {
    switched.checked = root.dataset.keys === "on";
    switched.addEventListener("change", () => {
      root.dataset.keys = switched.checked ? "on" : "off";
      try {
        localStorage.setItem("recoupe-keys", root.dataset.keys);
      } catch {
        // Nothing is remembered where the browser keeps nothing.
      }
    });
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (root.dataset.keys === "off") return;
    const find = document.getElementById("find");
    if (event.key === "/" && find) {
      event.preventDefault();
      find.focus();
    } else if (event.key === "?") {
      event.preventDefault();
      help();
    } else if (event.key === "j" || event.key === "k") {
      if (document.querySelector(".statement-list .rows > li")) return; // page.js does
      if (!step(event.key === "j" ? 1 : -1)) follow(event.key === "j" ? "next" : "prev");
    } else if (/^[a-z]$/.test(event.key) && button(event.key)) {
      event.preventDefault(); // else the letter lands in the field that is opened
      press(event.key);
    }
  });
  const again = document.querySelector("[data-reload]");
  if (again) setTimeout(() => location.reload(), 1000 * Number(again.dataset.reload));
  const arrive = () => {
    // Whoever comes back from a form goes on where it was sent.
    if (!document.getElementById("done") || !location.hash) return;
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const one = at || document.getElementById("done");
    for (let up = one.parentElement; up; up = up.parentElement) if (up.matches("details")) up.open = true;
    if (one.tabIndex < 0) one.tabIndex = -1;
    one.focus({ preventScroll: one.id === "done" });
  };
  arrive();
  const selected = () => {
    // The selected words without the numbers of marks; blocks are two line ends apart.
    const chosen = getSelection();
    const text = document.getElementById("report");
    if (!chosen.rangeCount || chosen.isCollapsed) return "";
    const range = chosen.getRangeAt(0);
    if (!text || !text.contains(range.commonAncestorContainer)) return String(chosen).trim();
    const words = plain(range);
    if (!text.hasAttribute("data-whole")) return words;
    const before = document.createRange();
    before.selectNodeContents(text);
    const all = plain(before);
    before.setEnd(range.startContainer, range.startOffset);
    const times = all.split(words).length - 1;
    return times > 1 ? `${words}|${plain(before, false).split(words).length}` : words;
  };
  for (const one of document.querySelectorAll("#report .to")) {
    // Words of a report are selected by dragging over them, but browsers begin no selection in a
    // link: while the button is down it is none.
    one.draggable = false;
    one.addEventListener("mousedown", (event) => {
      const to = one.getAttribute("href");
      if (!to || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      one.removeAttribute("href");
      addEventListener("mouseup", () => one.setAttribute("href", to), { once: true, capture: true });
    });
    one.addEventListener("click", (event) => {
      if (!getSelection().isCollapsed) event.preventDefault();
    });
  }
  const plain = (range, trimmed = true) => {
    const part = document.createElement("div");
    part.append(range.cloneContents());
    for (const one of part.querySelectorAll(".badge, .kind, .meta, summary, [data-beside]")) one.remove();
    for (const one of part.querySelectorAll("p, h1, h2")) one.append("\n\n");
    return trimmed ? part.textContent.trim() : part.textContent;
  };
  for (const one of document.querySelectorAll("[data-fill]")) {
    // The selection must outlive the press of the button.
    one.addEventListener("mousedown", (event) => event.preventDefault());
    one.addEventListener("click", () => {
      const words = selected();
      const field = document.getElementById(one.dataset.fill);
      if (words && field) field.value = words;
    });
  }
  for (const one of document.querySelectorAll(".working > summary")) {
    // Words that were selected before a form is opened are those that it is about.
    one.addEventListener("mousedown", (event) => event.preventDefault());
    one.addEventListener("click", () => {
      const field = one.parentElement.querySelector(":scope > form textarea");
      const words = selected();
      if (words && field && !field.value) field.value = words;
    });
  }
})();
