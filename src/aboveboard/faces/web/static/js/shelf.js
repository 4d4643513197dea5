// Choosing on the library's shelf: boxes by mouse, Shift for a row of them, X and Ctrl A by key.
//
// <form data-shelf> with boxes named `asset`; [data-chosen-count] says how many. A form[data-chosen]
// in a dialog takes along what is chosen.
const shelf = document.querySelector("form[data-shelf]");
if (shelf) wake();

// On a phone the folders are folded away until they are asked for; elsewhere they stand beside.
const around = document.querySelector("[data-around]");
const wide = matchMedia("(min-width: 861px)");
const fold = () => (around.open = wide.matches);
if (around) {
  fold();
  wide.addEventListener("change", fold);
}

function boxes() {
  return [...shelf.querySelectorAll("input[name=asset]")];
}

function wake() {
  let last = null;
  shelf.addEventListener("click", ({ target, shiftKey }) => {
    if (target.name !== "asset") return;
    const all = boxes();
    if (shiftKey && last) {
      const [from, to] = [all.indexOf(last), all.indexOf(target)].sort((a, b) => a - b);
      for (const box of all.slice(from, to + 1)) box.checked = target.checked;
    }
    last = target;
    count();
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-choose-all]")) choose(true);
    else if (target.closest("[data-choose-none]")) choose(false);
  });
  document.addEventListener("keydown", press);
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches("form[data-chosen]")) return;
    for (const old of target.querySelectorAll("[data-taken]")) old.remove();
    for (const box of boxes()) if (box.checked) target.append(taken("asset", box.value));
    target.append(taken("next", shelf.elements.next.value));
  });
  addEventListener("pageshow", count);
  count();
}

function press(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (document.querySelector("dialog[open]") || target.matches?.("input:not([type=checkbox]),textarea,select")) return;
  if (key === "a" && (ctrlKey || metaKey) && !altKey) {
    event.preventDefault();
    choose(true);
  } else if (key === "Escape") choose(false);
  else if (key === "x" && !ctrlKey && !metaKey && document.body.dataset.singleKeys !== "off") {
    const box = document.activeElement.closest("[data-row]")?.querySelector("input[name=asset]");
    if (box) box.click();
  }
}

function choose(is) {
  for (const box of boxes()) box.checked = is;
  count();
}

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  for (const place of document.querySelectorAll("[data-chosen-count]")) place.textContent = chosen;
}

function taken(name, value) {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  field.dataset.taken = "";
  return field;
}
