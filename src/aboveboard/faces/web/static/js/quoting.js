// Puts a passage of the knowledge into the text, where the caret is or was last.
//
// <section data-asking=URL> holds buttons with data-quotes=PASSAGE data-from=N data-to=N.
import { post, Refused } from "./post.js";
import { toast } from "./toasts.js";

async function put(url, { quotes, from, to }) {
  const manuscript = document.querySelector("[data-manuscript]")?.manuscript;
  if (!manuscript) return;
  await manuscript.save();
  if (manuscript.dirty) return;
  const at = [...manuscript.text.slice(0, manuscript.area.selectionStart)].length;
  try {
    manuscript.follow(await post(url, { passage: quotes, start: from, end: to, at }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, { bad: true });
  }
}

for (const place of document.querySelectorAll("[data-asking]")) {
  place.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-quotes]");
    if (button) put(place.dataset.asking, button.dataset);
  });
}
