// The text's origins as runs [{kind, length}] and its findings as marks [{start, end, level, ref}],
// kept in step with typing. Offsets here are UTF-16, on the wire they are code points.
export function edited(runs, { from, to, insert }, kind) {
  const result = [];
  let place = 0;
  let put = false;
  const add = (what, length) => {
    if (length <= 0) return;
    const last = result.at(-1);
    if (last?.kind === what) last.length += length;
    else result.push({ kind: what, length });
  };
  const insertNow = () => {
    if (!put) add(kind, insert);
    put = true;
  };
  for (const run of runs) {
    const end = place + run.length;
    add(run.kind, Math.min(end, from) - place);
    if (end > from || (end === from && kind === run.kind)) insertNow();
    add(run.kind, end - Math.max(place, to));
    place = end;
  }
  insertNow();
  return result;
}

// A finding whose words were touched no longer holds; the others move along.
export function shifted(marks, change) {
  return marks
    .filter(({ start, end }) => end <= change.from || start >= change.to)
    .flatMap((mark) => carried([mark], change));
}

// Stretches with what was typed into them cut out, so that their two sides stay what they were.
export function carried(ranges, { from, to, insert }) {
  const by = insert - (to - from);
  return ranges.flatMap((range) => {
    const left = { ...range, end: Math.min(range.end, from) };
    const right = { ...range, start: Math.max(range.start, to) + by, end: range.end + by };
    return [left, right].filter(({ start, end }) => start < end);
  });
}

// The smallest stretch that differs: before[from:to] became `insert` characters. What was typed
// ends at the caret, which tells one "o" of "too" from the other.
export function difference(before, after, caret = 0) {
  const most = Math.min(before.length, after.length);
  const behind = Math.min(most, after.length - caret);
  let tail = 0;
  while (tail < behind && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  let from = 0;
  while (from < most - tail && before[from] === after[from]) from += 1;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.length - tail - from };
}

export function fromWire(text, { runs = [], marks = [] }) {
  const units = [0];
  for (const character of text) units.push(units.at(-1) + character.length);
  const unit = (points) => units[Math.min(points, units.length - 1)];
  let place = 0;
  return {
    runs: runs.map(([kind, length]) => {
      const start = unit(place);
      place += length;
      return { kind, length: unit(place) - start };
    }),
    marks: marks.map(([start, end, level, ref]) => ({ start: unit(start), end: unit(end), level, ref })),
  };
}

// Stretches that were put in here, with where from, as code points, for the server.
export function toWire(text, ranges) {
  const points = (units) => [...text.slice(0, units)].length;
  return ranges.map(({ start, end, source = "" }) => [points(start), points(end), source]);
}
