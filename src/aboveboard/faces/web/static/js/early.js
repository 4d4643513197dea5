// Notes what is typed and pasted into a manuscript before editor.js, a module, is there. It comes as
// a plain script in the head, ahead of the page's words, so that no paste becomes somebody's own.
document.addEventListener(
  "input",
  ({ target, inputType = "" }) => {
    if (!target.matches("[data-text]") || target.form.manuscript) return;
    (target.early ??= []).push({ inputType, text: target.value, caret: target.selectionEnd });
  },
  true,
);
