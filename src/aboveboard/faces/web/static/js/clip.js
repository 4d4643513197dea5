// The page of a clip: marks by drag and by key, the window of a shape on the picture, subtitles as
// they are typed. <form data-clip data-check data-width data-height data-seconds> holds all of it;
// without this script its fields do the same by hand.
import { post } from "./post.js";

const RATIOS = { "9:16": 9 / 16, "1:1": 1, "4:5": 4 / 5, "16:9": 16 / 9 };
const form = document.querySelector("form[data-clip]");
if (form) new ClipPage(form);

function ClipPage(form) {
  const video = form.querySelector("[data-video]");
  const whole = Number(form.dataset.seconds);
  const field = { start: form.elements.start, end: form.elements.end };
  const mark = { start: form.querySelector('[data-mark="start"]'), end: form.querySelector('[data-mark="end"]') };
  const lasts = form.querySelector("[data-lasts]");
  let stopAt = null;

  for (const one of form.querySelectorAll("[data-needs-script],[data-marks]")) one.hidden = false;
  for (const name of ["start", "end"]) {
    mark[name].max = whole;
    mark[name].addEventListener("input", () => set(name, Number(mark[name].value), true));
    field[name].addEventListener("change", shown);
    form.querySelector(`[data-set="${name}"]`).addEventListener("click", () => set(name, video.currentTime));
  }
  form.querySelector("[data-play-part]").addEventListener("click", playPart);
  video.addEventListener("timeupdate", now);
  document.addEventListener("keydown", keys);
  shown();
  shapes(form, video);
  subtitles(form, video);
  covers(video);

  function part() {
    const start = seconds(field.start.value) ?? 0;
    const end = seconds(field.end.value) ?? whole;
    return { start: Math.min(start, whole), end: Math.min(end, whole) };
  }

  function set(name, at, seeks = false) {
    const now = part();
    const other = name === "start" ? Math.min(at, now.end - 0.2) : Math.max(at, now.start + 0.2);
    const value = Math.min(Math.max(other, 0), whole);
    field[name].value = (name === "start" && value === 0) || (name === "end" && value >= whole) ? "" : clock(value);
    if (seeks) video.currentTime = value;
    shown();
  }

  function shown() {
    const { start, end } = part();
    mark.start.value = start;
    mark.end.value = end;
    mark.start.setAttribute("aria-valuetext", clock(start));
    mark.end.setAttribute("aria-valuetext", clock(end));
    const bar = form.querySelector("[data-part-mark]");
    bar.setAttribute("x", (start / whole) * 1000);
    bar.setAttribute("width", Math.max(((end - start) / whole) * 1000, 1));
    lasts.textContent = lasts.dataset.words.replace("{n}", clock(Math.max(end - start, 0)));
  }

  function now() {
    form.querySelector("[data-now-mark]").setAttribute("x", (video.currentTime / whole) * 998);
    if (stopAt !== null && video.currentTime >= stopAt) video.pause(), (stopAt = null);
  }

  function playPart() {
    const { start, end } = part();
    video.currentTime = start;
    stopAt = end;
    video.play();
  }

  function keys(event) {
    if (document.body.dataset.singleKeys === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea,select,input:not([type=range],[type=checkbox],[type=radio]),dialog")) return;
    const act = { i: () => set("start", video.currentTime), o: () => set("end", video.currentTime), p: playPart }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

// The window of the chosen shape, drawn on the picture; dashed while the subject is to be found.
function shapes(form, video) {
  const frame = form.querySelector("[data-frame]");
  const focus = form.elements.focus;
  const point = form.querySelector("[data-point]");
  const [x, y] = ["x", "y"].map((name) => form.querySelector(`[data-focus="${name}"]`));
  const width = Number(form.dataset.width);
  const height = Number(form.dataset.height);
  const drop = form.querySelector("[data-no-focus]");
  frame.setAttribute("viewBox", `0 0 ${width} ${height}`);
  form.addEventListener("change", ({ target }) => target.name === "shape" && draw());
  frame.addEventListener("click", (event) => {
    const box = frame.getBoundingClientRect();
    choose((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  for (const one of [x, y]) one.addEventListener("input", () => choose(Number(x.value || 50) / 100, Number(y.value || 50) / 100));
  drop.addEventListener("click", () => ((focus.value = ""), draw()));
  new ResizeObserver(place).observe(video);
  video.addEventListener("loadedmetadata", place);
  draw();

  function choose(across, down) {
    const within = (value) => Math.min(Math.max(value, 0), 1);
    focus.value = `${within(across).toFixed(4)},${within(down).toFixed(4)}`;
    draw();
  }

  function draw() {
    const shape = form.querySelector('[name="shape"]:checked')?.value ?? "";
    frame.toggleAttribute("hidden", !shape);
    point.hidden = !shape;
    frame.toggleAttribute("data-picks", Boolean(shape));
    frame.toggleAttribute("data-found", !focus.value);
    drop.hidden = !focus.value;
    if (!shape) return;
    const wide = Math.min(width, height * RATIOS[shape]);
    const high = Math.min(height, width / RATIOS[shape]);
    const [across, down] = (focus.value || "0.5,0.5").split(",").map(Number);
    if (focus.value && document.activeElement !== x && document.activeElement !== y) {
      x.value = Math.round(across * 100);
      y.value = Math.round(down * 100);
    }
    const left = Math.min(Math.max(across * width - wide / 2, 0), width - wide);
    const top = Math.min(Math.max(down * height - high / 2, 0), height - high);
    frame.querySelector("path").setAttribute("d", `M0 0h${width}v${height}h${-width}zM${left} ${top}h${wide}v${high}h${-wide}z`);
    const edge = frame.querySelector("rect");
    for (const [name, value] of Object.entries({ x: left, y: top, width: wide, height: high })) edge.setAttribute(name, value);
    place();
  }

  // Over the picture itself, without the bands beside it; its last strip stays the player’s.
  function place() {
    const scale = Math.min(video.clientWidth / width, video.clientHeight / height);
    Object.assign(frame.style, {
      width: `${width * scale}px`,
      height: `${height * scale}px`,
      left: `${video.offsetLeft + (video.clientWidth - width * scale) / 2}px`,
      top: `${video.offsetTop + (video.clientHeight - height * scale) / 2}px`,
      clipPath: "inset(0 0 76px 0)",
    });
  }
}

// What is typed is read by the studio as it will be when the clip is made, and shown on the player.
function subtitles(form, video) {
  const text = form.elements.subtitles;
  const [wrong, sums, list] = ["wrong", "sums", "remarks"].map((name) => form.querySelector(`[data-${name}]`));
  let track = null;
  let timer = null;
  text.addEventListener("input", () => (clearTimeout(timer), (timer = setTimeout(check, 500))));
  form.elements.subtitles_file.addEventListener("change", async ({ target }) => {
    const bytes = new Uint8Array(await target.files[0].arrayBuffer());
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    text.value = new TextDecoder(wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
    target.value = "";
    if (!form.querySelector('[name="words"]:checked')?.value) form.querySelector('[name="words"][value="attach"]').checked = true;
    check();
  });
  form.querySelector("[data-add-cue]").addEventListener("click", add);
  if (text.value.trim()) check();

  async function check() {
    const told = text.value.trim() ? await post(form.dataset.check, { text: text.value }).catch(() => null) : { cues: [], remarks: [] };
    if (!told) return;
    wrong.hidden = !told.wrong;
    wrong.textContent = told.wrong ?? "";
    text.setAttribute("aria-invalid", String(Boolean(told.wrong)));
    sums.textContent = told.sums ?? "";
    list.replaceChildren(...told.remarks.map((said) => Object.assign(document.createElement("li"), { textContent: said })));
    if (!told.wrong) showCues(told.cues);
  }

  function showCues(cues) {
    track ??= video.addTextTrack("subtitles");
    track.mode = "showing";
    for (const one of [...(track.cues ?? [])]) track.removeCue(one);
    for (const { start, end, text: words } of cues) track.addCue(new VTTCue(start, end, words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")));
  }

  function add() {
    const at = video.currentTime;
    const said = text.value.trimEnd();
    const number = (said.match(/-->/g) ?? []).length + 1;
    text.value = `${said}${said ? "\n\n" : ""}${number}\n${stamp(at)} --> ${stamp(at + 2)}\n`;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  }
}

function covers(video) {
  const at = document.querySelector("form[data-cover] [name=at]");
  video.addEventListener("timeupdate", () => at && video.paused && (at.value = clock(video.currentTime)));
  video.addEventListener("seeked", () => at && (at.value = clock(video.currentTime)));
}

function seconds(said) {
  const parts = said.trim().replace(",", ".").split(":").map(Number);
  if (!said.trim() || parts.some(Number.isNaN)) return null;
  return parts.reduce((sum, one) => sum * 60 + one, 0);
}

function clock(value) {
  const minutes = Math.floor(value / 60);
  const rest = Number((value - minutes * 60).toFixed(2));
  return minutes ? `${minutes}:${rest < 10 ? "0" : ""}${rest}` : String(rest);
}

function stamp(value) {
  const whole = Math.round(value * 1000);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(whole / 3600000))}:${two(Math.floor(whole / 60000) % 60)}:${two(Math.floor(whole / 1000) % 60)},${String(whole % 1000).padStart(3, "0")}`;
}
