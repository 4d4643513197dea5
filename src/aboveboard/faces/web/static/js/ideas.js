// The board of ideas by hand: drag a card into another column, by its title or anywhere else. By
// key: J and K go from card to card, the arrows left and right put the focused one elsewhere.
//
// [data-ideas] holds lists [data-state="kept"]; a card is [data-moves=URL] in one. Sends `to`. What
// was briefed ("used") takes no card and gives none. The board is then drawn anew, as its server
// draws it, for a card's buttons are those of its column.
/* global Sortable */
import { post, Refused } from "./post.js";
import { offline, toast } from "./toasts.js";

const lists = () => [...document.querySelectorAll("[data-ideas] [data-state]")];
const takes = (list) => list.dataset.state !== "used";

async function move(item, to, goBack = () => {}) {
  try {
    const { said } = await post(item.dataset.moves, { to: to.dataset.state });
    await redraw(item.id);
    toast(said);
  } catch (error) {
    goBack();
    if (error instanceof Refused) toast(error.message, { bad: true });
    else offline(true);
  }
}

async function redraw(id) {
  const answer = await fetch(location.href.split("#")[0]);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const board = page.querySelector("[data-ideas]");
  if (!answer.ok || !board) return location.reload();
  document.querySelector("[data-ideas]").replaceWith(board);
  lists().forEach(drag);
  // On a long board the card may be further down than is shown.
  document.getElementById(id)?.focus();
}

function drag(list) {
  let next = null;
  // A link would be dragged by itself, as an address.
  list.querySelectorAll("a").forEach((link) => (link.draggable = false));
  new Sortable(list, {
    group: { name: "ideas", put: takes(list) },
    sort: false,
    draggable: "[data-moves]",
    filter: "button",
    preventOnFilter: false,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160,
    delay: 150,
    delayOnTouchOnly: true,
    ghostClass: "ghost",
    chosenClass: "lifted",
    onStart: ({ item }) => (next = item.nextSibling),
    onMove: ({ to }) => lists().forEach((one) => one.toggleAttribute("data-over", one === to)),
    onEnd: ({ item, from, to }) => {
      lists().forEach((one) => one.removeAttribute("data-over"));
      if (from !== to) move(item, to, () => from.insertBefore(item, next));
    },
  });
}

function press(event) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const item = event.target;
  if (!by || !item.matches?.("[data-ideas] [data-moves]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const free = lists().filter(takes);
  const to = free[free.indexOf(item.parentElement) + by];
  if (!to) return;
  event.preventDefault();
  move(item, to);
}

lists().forEach(drag);
document.addEventListener("keydown", press);
