// The calendar by hand and by keys: drag a post to a day, or M, arrows, Enter.
//
// [data-undated] beside it lists posts without a time, which can be put on a day. [data-calendar] holds cells [data-day="2026-11-24"] (and data-hour="09" in the week), each with a
// list; a post is [data-moves=URL] in it. Sends day and hour; the answer: said, undo, html.
/* global Sortable */
import { post, Refused } from "./post.js";
import { offline, toast } from "./toasts.js";

const calendar = document.querySelector("[data-calendar]");
const days = () => [...calendar.querySelectorAll("[data-day]")];
let moving = null;

async function move(item, from, next) {
  const cell = item.closest("[data-day]");
  try {
    const fields = { day: cell.dataset.day, hour: cell.dataset.hour ?? "" };
    const { said, undo, html } = await post(item.dataset.moves, fields);
    if (html) item.outerHTML = html;
    toast(said, { undo });
  } catch (error) {
    from.insertBefore(item, next);
    if (error instanceof Refused) toast(error.message, { bad: true });
    else offline(true);
  }
}

function drag() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const list of document.querySelectorAll("[data-day] ul, [data-undated]")) {
    let next = null;
    new Sortable(list, {
      group: { name: "days", put: !list.hasAttribute("data-undated") },
      draggable: "[data-moves]",
      animation: still ? 0 : 160,
      delay: 150,
      delayOnTouchOnly: true,
      ghostClass: "ghost",
      chosenClass: "lifted",
      onStart: ({ item }) => (next = item.nextSibling),
      onMove: ({ to }) => {
        for (const day of days()) day.toggleAttribute("data-over", day.contains(to));
      },
      onEnd: ({ item, from, to }) => {
        for (const day of days()) day.removeAttribute("data-over");
        if (from !== to) move(item, from, next);
      },
    });
  }
}

function press(event) {
  const item = event.target.closest?.("[data-moves]");
  const quiet = document.body.dataset.singleKeys === "off";
  if (moving) return carry(event);
  if (item && event.key === "m" && !quiet && !event.ctrlKey && !event.metaKey) return lift(event, item);
  const by = step(event.key);
  const day = event.target.closest?.("[data-day]");
  if (!by || !day) return undefined;
  event.preventDefault();
  const next = days().at(days().indexOf(day) + by);
  if (!next || days().indexOf(day) + by < 0) return undefined;
  const target = next.querySelector("[data-moves] a, li a") ?? next;
  if (target === next) next.tabIndex = -1;
  return target.focus();
}

function step(key) {
  const width = Number(calendar.dataset.columns ?? 7);
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[key] ?? 0;
}

function lift(event, item) {
  event.preventDefault();
  moving = { item, from: item.parentElement, next: item.nextSibling };
  item.classList.add("moving");
  toast(calendar.dataset.wordMoving);
}

function carry(event) {
  const { item, from, next } = moving;
  const by = step(event.key);
  if (!by && !["Enter", "Escape"].includes(event.key)) return;
  event.preventDefault();
  if (by) {
    const cell = item.closest("[data-day]");
    const at = cell ? days().indexOf(cell) + by : days().findIndex((day) => !day.matches(".past"));
    if (at >= 0) days().at(at)?.querySelector("ul").prepend(item);
  } else {
    item.classList.remove("moving");
    moving = null;
    if (event.key === "Escape") from.insertBefore(item, next);
    else if (item.parentElement !== from) move(item, from, next);
  }
  item.querySelector("a").focus();
}

if (calendar) {
  drag();
  document.addEventListener("keydown", press);
}
