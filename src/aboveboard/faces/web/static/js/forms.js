// Says that a form is on its way, keeps it from being sent twice, and sends filters as they change.
export function wakeForms() {
  document.addEventListener("submit", ({ target, submitter, defaultPrevented }) => {
    if (defaultPrevented || target.method === "dialog") return;
    if (submitter?.dataset.busy) setTimeout(() => busy(submitter));
  });
  document.addEventListener("change", ({ target }) => target.closest("form[data-submits]")?.requestSubmit());
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("[data-copied]")?.replaceChildren(button.dataset.copied ?? "");
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-shows]");
    if (button) showPart(button);
  });
  addEventListener("pageshow", () => document.querySelectorAll("[aria-busy=true]").forEach(idle));
}

function busy(button) {
  button.dataset.idle = button.innerHTML;
  button.setAttribute("aria-busy", "true");
  const icon = button.querySelector("svg");
  button.replaceChildren(...(icon ? [icon] : []), button.dataset.busy);
  button.addEventListener("click", stopTwice);
}

function idle(button) {
  if (button.dataset.idle) button.innerHTML = button.dataset.idle;
  button.removeAttribute("aria-busy");
  button.removeEventListener("click", stopTwice);
}

function stopTwice(event) {
  event.preventDefault();
}

function showPart(button) {
  document.querySelector("[data-part]").dataset.part = button.dataset.shows;
  for (const one of button.parentElement.children) {
    one.setAttribute("aria-pressed", String(one === button));
  }
}
