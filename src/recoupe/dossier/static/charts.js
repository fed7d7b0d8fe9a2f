// Comfort only: every drawing has a table with the same facts. This pulls the map about and brings
// it nearer, by mouse, finger and keyboard, and says beside a drawing what a mark in it stands for.
(() => {
  "use strict";
  for (const drawing of document.querySelectorAll(".drawing")) {
    const told = drawing.parentElement.querySelector(".told-mark");
    const tell = (event) => {
      const mark = event.target.closest("a[aria-label]");
      if (told && mark) told.textContent = mark.getAttribute("aria-label");
    };
    drawing.addEventListener("focusin", tell);
    drawing.addEventListener("pointerover", tell);
  }

  const WIDEST = 4, NEAREST = 1 / 400, STEP = 1.5;
  for (const frame of document.querySelectorAll("[data-map]")) {
    const svg = frame.querySelector("svg");
    const whole = svg.viewBox.baseVal;
    const first = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
    let at = { ...first };

    const show = () => {
      svg.setAttribute("viewBox", `${at.x} ${at.y} ${at.width} ${at.height}`);
      const scale = at.width / first.width;
      for (const mark of svg.querySelectorAll(".fixed")) {
        const { x, y } = mark.dataset;
        mark.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
      }
    };
    const move = (dx, dy) => {
      at.x += dx * at.width;
      at.y += dy * at.height;
      show();
    };
    const zoom = (times, fx = 0.5, fy = 0.5) => {
      const scale = Math.min(WIDEST, Math.max(NEAREST, (at.width / first.width) * times));
      const width = first.width * scale, height = first.height * scale;
      at = { x: at.x + (at.width - width) * fx, y: at.y + (at.height - height) * fy, width, height };
      show();
    };
    const reset = () => {
      at = { ...first };
      show();
    };

    const keys = {
      "+": () => zoom(1 / STEP), "=": () => zoom(1 / STEP), "-": () => zoom(STEP),
      "0": reset, ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0),
      ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
    };
    frame.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });

    let held = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0) held = { x: event.clientX, y: event.clientY, moved: false };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held || !event.buttons) return;
      const box = svg.getBoundingClientRect();
      const dx = held.x - event.clientX, dy = held.y - event.clientY;
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      if (!held.moved) svg.setPointerCapture(event.pointerId);
      move(dx / box.width, dy / box.height);
      held = { x: event.clientX, y: event.clientY, moved: true };
    });
    svg.addEventListener("click", (event) => {
      if (held && held.moved) event.preventDefault();
      held = null;
    }, true);
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // the page itself goes on scrolling
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const fx = (event.clientX - box.left) / box.width, fy = (event.clientY - box.top) / box.height;
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, fx, fy);
    }, { passive: false });

    const bar = document.createElement("p");
    bar.className = "map-bar";
    const button = (sign, name, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = sign;
      made.setAttribute("aria-label", name);
      made.addEventListener("click", act);
      bar.append(made);
    };
    button("+", frame.dataset.nearer, () => zoom(1 / STEP));
    button("−", frame.dataset.farther, () => zoom(STEP));
    button("⤢", frame.dataset.whole, reset);
    frame.prepend(bar);
    svg.classList.add("pulled");
  }
})();
