// A curve of numbers read back, by uPlot: GET data-curve gives {x: [unix s], lines: [{word, y: []}]}.
// The words go into the list [data-curve-key] beside it.
/* global uPlot */
async function draw(element) {
  const answer = await fetch(element.dataset.curve, { headers: { Accept: "application/json" } });
  if (!answer.ok) return undefined;
  const { x, lines } = await answer.json();
  if (x.length < 2 || typeof uPlot === "undefined") return element.remove();
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => paint(style.getPropertyValue(name), element);
  const axis = { stroke: colour("--ink3"), grid: { stroke: colour("--rule"), width: 1 }, ticks: { show: false }, font: "500 11px 'Instrument Sans Variable',sans-serif" };
  const dashes = [[], [3, 3], [8, 3], [1, 3]];
  const plot = new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight || 140,
      legend: { show: false },
      cursor: { y: false },
      axes: [{ ...axis, grid: { show: false }, space: 76, values: days }, { ...axis, size: 36, space: 28 }],
      series: [{}, ...lines.map(({ word }, n) => ({ label: word, spanGaps: true, stroke: colour(n ? "--edge" : "--ink"), width: n ? 1.25 : 1.75, dash: dashes[n % 4], points: { show: x.length < 3 } }))],
    },
    [x, ...lines.map((line) => line.y)],
    element,
  );
  for (const [n, { word }] of lines.entries()) {
    const line = document.createElement("li");
    line.className = n ? "other" : "";
    line.textContent = word;
    element.parentElement.querySelector("[data-curve-key]")?.append(line);
  }
  return new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: element.clientHeight || 140 })).observe(element);
}

function days(_plot, seconds) {
  const far = seconds.at(-1) - seconds[0] > 36 * 3600;
  const shape = far ? { weekday: "short", day: "numeric" } : { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", shape);
  const words = seconds.map((second) => format.format(second * 1000));
  return words.map((word, n) => (word === words[n - 1] ? "" : word));
}

// light-dark() is resolved by a real property, not by the custom one
function paint(value, element) {
  const probe = element.appendChild(document.createElement("i"));
  probe.style.color = value;
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

document.querySelectorAll("[data-curve]").forEach(draw);
