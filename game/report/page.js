"use strict";
(() => {
  const stage = document.getElementById("stage");
  const drawing = stage.querySelector("svg");
  const panel = document.getElementById("panel");
  const find = document.getElementById("find");
  const hits = document.getElementById("hits");
  const nodes = [...drawing.querySelectorAll("[data-read]")];
  const size = { w: drawing.viewBox.baseVal.width, h: drawing.viewBox.baseVal.height };
  const view = { x: 0, y: 0, scale: 1 };
  const LEAST = 0.02, MOST = 5, STEP = 1.25;
  let opened = null;

  const show = () => {
    drawing.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  };

  // Zoom so that the point of the stage under (x, y) stays where it is.
  const zoom = (factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) => {
    const scale = Math.min(MOST, Math.max(LEAST, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    show();
  };

  const fit = () => {
    view.scale = Math.max(LEAST, Math.min(stage.clientWidth / size.w, stage.clientHeight / size.h, 1));
    view.x = (stage.clientWidth - size.w * view.scale) / 2;
    view.y = Math.max(0, (stage.clientHeight - size.h * view.scale) / 2);
    show();
  };

  // At first the words can be read: the drawing at the width of the window, but never too small.
  const open = () => {
    view.scale = Math.min(1, Math.max(0.6, stage.clientWidth / size.w));
    view.x = Math.min(0, (stage.clientWidth - size.w * view.scale) / 2);
    if (size.w * view.scale <= stage.clientWidth) view.x = (stage.clientWidth - size.w * view.scale) / 2;
    else view.x = 0;
    view.y = 0;
    show();
  };

  const full = () => zoom(1 / view.scale);

  const bring = (node, always) => {
    const box = node.getBoundingClientRect(), frame = stage.getBoundingClientRect();
    const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    if (inside && !always) return;
    view.x += frame.left + frame.width / 2 - (box.left + box.width / 2);
    view.y += frame.top + frame.height / 2 - (box.top + Math.min(box.height, frame.height) / 2);
    show();
  };

  const read = (node) => {
    shut(false);
    opened = node;
    node.classList.add("open");
    document.getElementById(node.dataset.read).hidden = false;
    panel.hidden = false;
    panel.scrollTop = 0;
    bring(node, false);
    panel.focus({ preventScroll: true });
  };

  const shut = (back) => {
    panel.hidden = true;
    if (!opened) return;
    document.getElementById(opened.dataset.read).hidden = true;
    opened.classList.remove("open");
    if (back) opened.focus({ preventScroll: true });
    opened = null;
  };

  const texts = new Map(nodes.map((node) => {
    const whole = document.getElementById(node.dataset.read).textContent;
    return [node, whole.toLocaleLowerCase()];
  }));
  let found = [], at = -1;

  const search = () => {
    const wanted = find.value.trim().toLocaleLowerCase();
    found = wanted ? nodes.filter((node) => texts.get(node).includes(wanted)) : [];
    at = -1;
    drawing.classList.toggle("searched", wanted !== "");
    nodes.forEach((node) => node.classList.toggle("hit", found.includes(node)));
    hits.textContent = !wanted ? "" : !found.length ? hits.dataset.none
      : hits.dataset.hits.replace("%f", found.length).replace("%a", nodes.length);
  };

  find.addEventListener("input", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      event.preventDefault();
      at = (at + (event.shiftKey ? -1 : 1) + found.length) % found.length;
      bring(found[at], true);
    } else if (event.key === "Escape") {
      find.value = "";
      search();
    }
  });

  const turns = { zoom_in: () => zoom(STEP), zoom_out: () => zoom(1 / STEP), fit, full };
  document.querySelectorAll("[data-zoom]").forEach((button) => {
    button.addEventListener("click", turns[button.dataset.zoom]);
  });
  document.getElementById("close").addEventListener("click", () => shut(true));

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = stage.getBoundingClientRect();
    const lines = event.deltaMode === 1 ? 20 : 1;
    zoom(Math.exp(-event.deltaY * lines * 0.0015), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });

  // One finger or the mouse drags, two fingers zoom; what did not move was a click.
  const fingers = new Map();
  let moved = 0, pressed = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!fingers.size) { moved = 0; pressed = event.target.closest("[data-read]"); }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("held");
  });
  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    if (other) {
      const frame = stage.getBoundingClientRect(), rest = other[1];
      const apart = (one) => Math.max(1, Math.hypot(one.x - rest.x, one.y - rest.y));
      zoom(apart(now) / apart(before), (now.x + rest.x) / 2 - frame.left, (now.y + rest.y) / 2 - frame.top);
    } else if (moved > 4) {
      view.x += now.x - before.x;
      view.y += now.y - before.y;
      show();
    }
    fingers.set(event.pointerId, now);
  });
  const lift = (event) => {
    if (!fingers.delete(event.pointerId) || fingers.size) return;
    stage.classList.remove("held");
    if (event.type === "pointerup" && moved <= 4 && pressed) read(pressed);
  };
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);

  nodes.forEach((node) => node.addEventListener("focus", () => {
    if (node.matches(":focus-visible")) bring(node, false);
  }));
  // The browser would scroll the clipped stage to what is focused; the view moves instead.
  stage.addEventListener("scroll", () => { stage.scrollLeft = 0; stage.scrollTop = 0; });

  const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = event.target.closest("[data-read]");
    if (node && (event.key === "Enter" || event.key === " ")) read(node);
    else if (moves[event.key]) { view.x += moves[event.key][0]; view.y += moves[event.key][1]; show(); }
    else if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && event.target !== find) shut(true);
  });

  open();
})();
