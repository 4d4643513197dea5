// Cuts of one picture, each moved and sized by dragging, by buttons or by the keyboard.
//
// <form data-fit data-width data-height data-focus="l,t,r,b" data-word-said> holds for each cut
//   <… data-cut data-home="l,t,r,b" data-home-shape="WxH"> with <svg data-cut-frame> (.shade,
//   .frame-line), <input data-cut-box>, <select data-cut-shape>, [data-cut-by], [data-cut-home],
//   [data-cut-said] and the checkbox [name=for], which any change checks.
const NS = "http://www.w3.org/2000/svg";
const CORNERS = [["l", "t", "nwse"], ["r", "t", "nesw"], ["r", "b", "nwse"], ["l", "b", "nesw"]];
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class Cut {
  constructor(root, form) {
    this.root = root;
    this.word = form.dataset.wordSaid;
    this.whole = { w: Number(form.dataset.width), h: Number(form.dataset.height) };
    const [l, t, r, b] = form.dataset.focus.split(",").map(Number);
    this.focus = { x: (l + r) / 2, y: (t + b) / 2 };
    this.frame = root.querySelector("[data-cut-frame]");
    this.field = root.querySelector("[data-cut-box]");
    this.shape = root.querySelector("[data-cut-shape]");
    if (!this.shape) return;
    this.holds = CORNERS.map((corner) => this.hold(corner));
    this.read(root.dataset.home);
    this.draw();
    this.listen();
  }

  get aspect() {
    const [w, h] = this.shape.value.split("x").map(Number);
    return w / h;
  }

  hold([across, down, way]) {
    const rect = document.createElementNS(NS, "rect");
    rect.setAttribute("class", `hold ${way}`);
    rect.dataset.corner = across + down;
    return this.frame.appendChild(rect);
  }

  listen() {
    this.frame.addEventListener("pointerdown", (event) => this.grab(event));
    this.frame.addEventListener("keydown", (event) => this.press(event));
    this.shape.addEventListener("change", () => this.reshape());
    for (const button of this.root.querySelectorAll("[data-cut-by]")) {
      button.hidden = false;
      button.addEventListener("click", () => this.scale(Number(button.dataset.cutBy)));
    }
    const home = this.root.querySelector("[data-cut-home]");
    home.hidden = false;
    home.addEventListener("click", () => this.home());
    new ResizeObserver(() => this.draw()).observe(this.frame);
  }

  read(box) {
    const [l, t, r, b] = box.split(",").map(Number);
    Object.assign(this, { x: l, y: t, w: r - l, h: b - t });
  }

  // The largest box of the chosen shape around what matters.
  reshape() {
    this.w = Math.min(this.whole.w, this.whole.h * this.aspect);
    this.h = this.w / this.aspect;
    this.place(this.focus.x - this.w / 2, this.focus.y - this.h / 2);
  }

  home() {
    this.shape.value = this.root.dataset.homeShape;
    this.read(this.root.dataset.home);
    this.place(this.x, this.y);
  }

  place(x, y) {
    this.x = Math.min(Math.max(x, 0), this.whole.w - this.w);
    this.y = Math.min(Math.max(y, 0), this.whole.h - this.h);
    this.draw();
    this.tell();
  }

  // Another size around the same middle, or away from a corner that stays.
  size(wide, from) {
    const aspect = this.w / this.h;
    const [x, y] = [this.x + this.w / 2, this.y + this.h / 2];
    const room = from
      ? Math.min(from.right ? this.whole.w - from.x : from.x, (from.below ? this.whole.h - from.y : from.y) * aspect)
      : Math.min(this.whole.w, this.whole.h * aspect);
    const least = Math.min(room, Math.max(32, 32 * aspect, this.whole.w * 0.05));
    this.w = Math.min(Math.max(wide, least), room);
    this.h = this.w / aspect;
    if (from) this.place(from.right ? from.x : from.x - this.w, from.below ? from.y : from.y - this.h);
    else this.place(x - this.w / 2, y - this.h / 2);
  }

  scale(by) {
    this.size(this.w * by);
  }

  at(event) {
    const seen = this.frame.getBoundingClientRect();
    return {
      x: ((event.clientX - seen.left) / seen.width) * this.whole.w,
      y: ((event.clientY - seen.top) / seen.height) * this.whole.h,
    };
  }

  grab(event) {
    if (event.button) return;
    event.preventDefault();
    this.frame.focus();
    this.frame.setPointerCapture(event.pointerId);
    const start = this.at(event);
    const corner = event.target.dataset.corner;
    const inside = start.x >= this.x && start.x <= this.x + this.w && start.y >= this.y && start.y <= this.y + this.h;
    if (!corner && !inside) this.place(start.x - this.w / 2, start.y - this.h / 2);
    const [x, y] = [this.x, this.y];
    const from = corner && {
      right: corner[0] === "r", below: corner[1] === "b",
      x: corner[0] === "r" ? x : x + this.w, y: corner[1] === "b" ? y : y + this.h,
    };
    const aspect = this.w / this.h;
    const move = (moved) => {
      const now = this.at(moved);
      if (from) this.size(Math.max(Math.abs(now.x - from.x), Math.abs(now.y - from.y) * aspect), from);
      else this.place(x + now.x - start.x, y + now.y - start.y);
    };
    const end = () => this.frame.removeEventListener("pointermove", move);
    this.frame.addEventListener("pointermove", move);
    this.frame.addEventListener("pointerup", end, { once: true });
    this.frame.addEventListener("pointercancel", end, { once: true });
  }

  press(event) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const step = (Math.max(this.whole.w, this.whole.h) / 100) * (shiftKey ? 10 : 1);
    if (KEYS[key]) this.place(this.x + KEYS[key][0] * step, this.y + KEYS[key][1] * step);
    else if (key === "+" || key === "=") this.scale(1.05);
    else if (key === "-") this.scale(0.95);
    else if (key === "Home") this.home();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  tell() {
    this.root.querySelector("[name=for]").checked = true;
    const part = (now, all) => Math.round((now / all) * 100);
    this.root.querySelector("[data-cut-said]").textContent = this.word
      .replace("{part}", part(this.w * this.h, this.whole.w * this.whole.h))
      .replace("{left}", part(this.x, this.whole.w))
      .replace("{top}", part(this.y, this.whole.h));
  }

  draw() {
    const [l, t, r, b] = [this.x, this.y, this.x + this.w, this.y + this.h].map(Math.round);
    this.field.value = [l, t, r, b].join(",");
    const { w, h } = this.whole;
    this.frame.querySelector(".shade").setAttribute("d", `M0 0H${w}V${h}H0ZM${l} ${t}H${r}V${b}H${l}Z`);
    const set = (rect, of) => Object.entries(of).forEach(([name, value]) => rect.setAttribute(name, value));
    set(this.frame.querySelector(".frame-line"), { x: l, y: t, width: r - l, height: b - t });
    // Twelve pixels on the screen, whatever the picture's own are.
    const side = (12 * w) / (this.frame.clientWidth || w);
    for (const hold of this.holds) {
      const [across, down] = hold.dataset.corner;
      const [x, y] = [across === "l" ? l : r, down === "t" ? t : b];
      set(hold, { x: Math.min(Math.max(x - side / 2, 0), w - side), y: Math.min(Math.max(y - side / 2, 0), h - side), width: side, height: side });
    }
  }
}

document.querySelectorAll("[data-fit]").forEach((form) => {
  form.querySelectorAll("[data-cut]").forEach((root) => new Cut(root, form));
});
