// Draws the text under the editor's textarea: the same letters, unseen, with origins and findings.
const CLASSES = { person: "", model: "o-m", pasted: "o-i", import: "o-i", template: "o-t", unknown: "o-u" };
const LEVELS = { stop: "bad", warn: "", look: "look" };

// `on` holds the references that the caret or the focus points at.
export function draw(element, text, runs, marks, on = []) {
  const cuts = new Set([0, text.length]);
  let place = 0;
  const kinds = runs.map((run) => ({ kind: run.kind, start: place, end: (place += run.length) }));
  for (const { start, end } of [...kinds, ...marks]) cuts.add(start).add(end);
  const edges = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  const pieces = edges.slice(1).flatMap((end, n) => piece(text, edges[n], end, { kinds, marks, on }));
  element.replaceChildren(...pieces, "\u200b");
}

function piece(text, start, end, { kinds, marks, on }) {
  const kind = kinds.find((one) => one.start <= start && end <= one.end)?.kind ?? "person";
  const over = marks.filter((mark) => mark.start < end && start < mark.end);
  let node = document.createTextNode(text.slice(start, end));
  const worst = ["stop", "warn", "look"].find((level) => over.some((mark) => mark.level === level));
  if (worst) node = wrap("mark", LEVELS[worst], node);
  if (over.some((mark) => on.includes(mark.ref))) node = wrap("span", kind === "model" ? "on mod" : "on", node);
  if (CLASSES[kind]) node = wrap("span", CLASSES[kind], node);
  const refs = over
    .filter((mark) => mark.end === end && mark.ref && !mark.more)
    .map((mark) => wrap("span", `ref ${mark.level}`, document.createTextNode(mark.ref)));
  if (!refs.length) return [node];
  const together = document.createElement("span");
  // Behind a single letter the one before would be read as a digit of it.
  const isNear = end - start < 2 && marks.some((mark) => mark.end === start && mark.ref && !mark.more);
  together.className = isNear ? "refs near" : "refs";
  together.append(...refs);
  return [node, together];
}

function wrap(name, className, child) {
  const element = document.createElement(name);
  element.className = className;
  element.append(child);
  return element;
}
