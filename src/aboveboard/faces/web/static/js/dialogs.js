// Native dialogs: opened by data-opens, closed by data-closes, Escape or a press beside them.
export function wakeDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) open(opener.dataset.opens, opener);
    else if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    else if (event.target instanceof HTMLDialogElement && outside(event)) event.target.close();
  });
  for (const dialog of document.querySelectorAll("dialog[data-open-now]")) dialog.showModal();
}

export function open(id, opener) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  opener?.closest("[popover]")?.hidePopover();
  opener?.closest("dialog")?.close();
  dialog.showModal();
}

function outside({ target, clientX, clientY }) {
  const box = target.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
