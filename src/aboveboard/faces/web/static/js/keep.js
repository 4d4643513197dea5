// Keeps what was typed into a form over a refusal. <form data-keep="NAME"> notes its fields when it
// is sent; when the page comes back with an error they stand there again, in the dialog they were in.
const STORE = "aboveboard-form";

export function wakeKeep() {
  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target.dataset?.keep) note(target);
  });
  const kept = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
  sessionStorage.removeItem(STORE);
  const said = document.querySelector("[data-toast].stop [data-toast-text]");
  const form = kept && said && document.querySelector(`form[data-keep="${CSS.escape(kept.name)}"]`);
  if (form) restore(form, kept.fields, said);
}

function note(form) {
  const fields = [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && form.elements[name]?.type !== "password",
  );
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ name: form.dataset.keep, fields }));
  } catch {
    // The browser keeps nothing; the form still goes its way.
  }
}

function restore(form, fields, said) {
  for (const box of form.querySelectorAll("input[type=checkbox],input[type=radio]")) box.checked = false;
  for (const [name, value] of fields) {
    const boxes = form.querySelectorAll(`[name="${CSS.escape(name)}"]:is([type=checkbox],[type=radio])`);
    if (!boxes.length) form.elements[name].value = value;
    for (const box of boxes) box.checked ||= box.value === value;
  }
  const dialog = form.closest("dialog");
  if (!dialog) return;
  const words = form.insertBefore(document.createElement("p"), form.firstChild);
  words.className = "msg";
  words.setAttribute("role", "alert");
  words.textContent = said.textContent;
  said.closest("[data-toast]").remove();
  dialog.showModal();
}
