// The board of ideas by hand: drag a card into another column. Buttons and J, K, Enter do the same.
//
// [data-ideas] holds lists [data-state="kept"]; a card is [data-moves=URL] in one. Sends `to`.
/* global Sortable */
import { post, Refused } from "./post.js";
import { offline, toast } from "./toasts.js";

const lists = () => [...document.querySelectorAll("[data-ideas] [data-state]")];

async function move(item, to, from, next) {
  try {
    const { said } = await post(item.dataset.moves, { to: to.dataset.state });
    toast(said);
    // The card's buttons are those of its column.
    location.hash = item.id;
    location.reload();
  } catch (error) {
    from.insertBefore(item, next);
    if (error instanceof Refused) toast(error.message, { bad: true });
    else offline(true);
  }
}

function drag(list) {
  let next = null;
  new Sortable(list, {
    group: { name: "ideas", put: list.dataset.state !== "used" },
    sort: false,
    draggable: "[data-moves]",
    filter: "a, button",
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
      if (from !== to) move(item, to, from, next);
    },
  });
}

lists().forEach(drag);
