// [data-puts=ID data-with=WORDS]: puts words into a field, for a person to change and save.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-puts]");
  const field = button && document.getElementById(button.dataset.puts);
  if (!field) return;
  field.value = button.dataset.with;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
