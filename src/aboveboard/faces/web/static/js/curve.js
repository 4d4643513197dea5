// A curve of numbers read back, by uPlot: GET data-curve gives {x: [unix s], lines: [{word, y: []}]}.
/* global uPlot */
async function draw(element) {
  const answer = await fetch(element.dataset.curve, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { x, lines } = await answer.json();
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => paint(style.getPropertyValue(name), element);
  const axis = { stroke: colour("--ink3"), grid: { stroke: colour("--rule"), width: 1 }, ticks: { show: false }, font: "500 11px 'Instrument Sans Variable',sans-serif" };
  const dashes = [[], [3, 3], [8, 3], [1, 3]];
  const plot = new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight || 140,
      legend: { show: lines.length > 1 },
      cursor: { y: false },
      axes: [{ ...axis, grid: { show: false } }, { ...axis, size: 36 }],
      series: [{}, ...lines.map(({ word }, n) => ({ label: word, stroke: colour(n ? "--edge" : "--ink"), width: n ? 1.25 : 1.75, dash: dashes[n % 4], points: { show: x.length < 3 } }))],
    },
    [x, ...lines.map((line) => line.y)],
    element,
  );
  new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: element.clientHeight || 140 })).observe(element);
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
