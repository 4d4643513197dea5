// The part of a picture that a model may change: drawn on it or typed in percent; the fields lead.
const names = { fill: ["left", "top", "width", "height"], expand: ["left", "top", "right", "bottom"] };

for (const figure of document.querySelectorAll("[data-area]")) {
  const part = figure.querySelector("[data-area-part]");
  if (part) wake(figure.querySelector("svg"), part, figure.dataset.area);
}

function wake(svg, part, what) {
  const form = svg.closest(".asking").querySelector("form");
  const fields = names[what].map((name) => form.elements[name]);
  const { width, height } = svg.viewBox.baseVal;
  const show = () => draw(svg, part, what, fields, width, height);
  fields.forEach((field) => field.addEventListener("input", show));
  if (what === "fill") follow(svg, fields, width, height, show);
  show();
}

function draw(svg, part, what, fields, width, height) {
  const [left, top, third, fourth] = fields.map((field) => Number(field.value) / 100 || 0);
  const box =
    what === "fill"
      ? [left * width, top * height, third * width, fourth * height]
      : [-left * width, -top * height, (1 + left + third) * width, (1 + top + fourth) * height];
  ["x", "y", "width", "height"].forEach((name, at) => part.setAttribute(name, box[at]));
  if (what === "expand") {
    svg.setAttribute("viewBox", box.join(" "));
    svg.prepend(part);
  }
}

function follow(svg, fields, width, height, show) {
  let from = null;
  const at = (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM().inverse(),
    );
    return [Math.min(Math.max(x / width, 0), 1), Math.min(Math.max(y / height, 0), 1)];
  };
  svg.addEventListener("pointerdown", (event) => {
    from = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = at(event);
    const sides = [0, 1].map((axis) => [Math.min(from[axis], to[axis]), Math.abs(from[axis] - to[axis])]);
    [sides[0][0], sides[1][0], sides[0][1], sides[1][1]].forEach(
      (share, number) => (fields[number].value = (Math.floor(share * 1000) / 10).toFixed(1)),
    );
    show();
  });
  svg.addEventListener("pointerup", () => (from = null));
}
