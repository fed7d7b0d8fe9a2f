// In a document that holds many pages: shows the one that the address leads to, and calls the window
// what the page is called. Where there are no statements to go through, j and k go to the page after
// it or before. Without this a style does it, at more cost to the browser.
(() => {
  "use strict";
  const here = () => document.querySelector(".leaf.shown");
  const first = here();
  history.scrollRestoration = "manual"; // a browser restores it before the page is shown
  const show = (scrolled) => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const page = target?.closest(".leaf") || first;
    if (page !== here()) {
      here().classList.remove("shown");
      page.classList.add("shown");
    }
    document.title = page.dataset.title;
    for (let up = target?.parentElement; up; up = up.parentElement) {
      if (up.matches("details")) up.open = true;
    }
    if (target?.hasAttribute("data-opening")) target.focus({ preventScroll: true });
    if (scrolled !== undefined) scrollTo(0, scrolled);
    else if (target) target.scrollIntoView();
    else scrollTo(0, 0);
  };
  addEventListener("click", () => history.replaceState({ scrolled: scrollY }, ""), true);
  addEventListener("popstate", (event) => show(event.state?.scrolled));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const relation = { j: "next", k: "prev" }[event.key];
    if (!relation || here().querySelector(".statement-list .rows > li")) return;
    const link = here().querySelector(`a[rel="${relation}"]`);
    if (link) link.click();
  });
  show(history.state?.scrolled);
})();
