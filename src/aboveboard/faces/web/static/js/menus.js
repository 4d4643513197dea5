// Puts a popover menu beside its button; arrows walk in it.
export function wakeMenus() {
  document.addEventListener("toggle", place, true);
  document.addEventListener("keydown", walk);
}

function place(event) {
  const menu = event.target;
  if (!(menu instanceof HTMLElement) || !menu.matches(".menu[popover]")) return;
  if (event.newState !== "open") return;
  const button = document.querySelector(`[popovertarget="${menu.id}"]`);
  const box = button.getBoundingClientRect();
  const left = Math.min(box.left, innerWidth - menu.offsetWidth - 8);
  const below = box.bottom + 4;
  const fits = below + menu.offsetHeight < innerHeight - 8;
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${fits ? below : Math.max(8, box.top - 4 - menu.offsetHeight)}px`;
}

function walk(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const focused = document.activeElement;
  const menu = focused?.getAttribute("popovertarget")
    ? document.getElementById(focused.getAttribute("popovertarget"))
    : focused?.closest(".menu[popover]");
  if (!menu?.matches(":popover-open")) return;
  const items = [...menu.querySelectorAll("a,button")];
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = items.indexOf(focused) + step;
  items[(next + items.length) % items.length]?.focus();
  event.preventDefault();
}
