// Short words about what happened. A server says them in messages or by the HX-Trigger "toast".
const STAY = 8000;

export function wakeToasts() {
  const place = document.getElementById("toasts");
  if (!place) return;
  place.querySelectorAll("[data-toast]").forEach(leave);
  place.addEventListener("click", (event) => {
    if (event.target.closest("[data-toast-close]")) event.target.closest("[data-toast]").remove();
  });
  document.addEventListener("toast", ({ detail }) => toast(detail.text ?? detail.value, detail));
  document.addEventListener("htmx:sendError", () => offline(true));
  document.addEventListener("htmx:responseError", ({ detail }) => {
    const said = detail.xhr.getResponseHeader("X-Said");
    toast(said ? decodeURIComponent(said) : place.dataset.failedWord, { bad: true });
  });
  addEventListener("offline", () => offline(true));
  addEventListener("online", () => offline(false));
  offline(!navigator.onLine);
}

export function toast(text, { undo, bad } = {}) {
  const place = document.getElementById("toasts");
  if (!place || !text) return;
  const element = document.getElementById("toast-shape").content.firstElementChild.cloneNode(true);
  element.classList.toggle("stop", Boolean(bad));
  element.querySelector("[data-toast-text]").textContent = text;
  const form = element.querySelector("form");
  if (undo) form.action = undo;
  else form.remove();
  place.prepend(element);
  leave(element);
}

// What went wrong stays until it is closed; what was done leaves, but not under a hand or a focus.
function leave(element) {
  if (element.classList.contains("stop")) return;
  const go = () => (element.matches(":hover,:focus-within") ? setTimeout(go, 2000) : element.remove());
  setTimeout(go, STAY);
}

export function offline(is) {
  const note = document.querySelector("[data-offline]");
  if (note) note.hidden = !is;
}
