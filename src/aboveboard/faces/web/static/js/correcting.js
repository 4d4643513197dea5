// Corrections in the editor's margin: fetched once the page stands and after each save, taken and
// left by one click, or by F9 and Shift F9 where the caret is.
//
// <div data-corrections=URL data-take=URL data-leave=URL data-propose=URL data-recall=URL></div>
// Each URL answers with JSON {marks, corrections: html}; a take also with what a save answers with.
// In the html: data-correct=KEY, data-choice=N, data-kind=KIND, data-uncorrect=KEY, data-proposes, data-recalls,
// and data-waits while a model reads.
import { post, Refused } from "./post.js";
import { toast } from "./toasts.js";

const WAIT = 1500;

class Corrections {
  constructor(place, manuscript) {
    Object.assign(this, { place, manuscript, asked: 0 });
    manuscript.form.addEventListener("manuscript:saved", () => this.look());
    document.addEventListener("keydown", (event) => this.press(event));
    place.addEventListener("click", ({ target }) => this.click(target.closest("button")));
    this.look();
  }

  async look() {
    const number = (this.asked += 1);
    const text = this.manuscript.text;
    const answer = await fetch(this.place.dataset.corrections, { headers: { Accept: "application/json" } }).catch(() => null);
    const news = await answer?.json().catch(() => null);
    // What was typed meanwhile is looked at with the next save.
    if (news?.corrections !== undefined && number === this.asked && this.manuscript.text === text) this.show(news);
  }

  show({ marks, corrections }) {
    this.place.innerHTML = corrections;
    this.manuscript.more(marks);
    this.manuscript.point();
    clearTimeout(this.timer);
    if (this.place.querySelector("[data-waits]")) this.timer = setTimeout(() => this.look(), WAIT);
  }

  click(button) {
    const { correct, choice, kind, uncorrect, recalls, proposes } = button?.dataset ?? {};
    if (correct !== undefined) this.take({ key: correct, choice: choice ?? 0 });
    else if (kind !== undefined) this.take({ kind });
    else if (uncorrect !== undefined) this.act(this.place.dataset.leave, { key: uncorrect });
    else if (proposes !== undefined) this.act(this.place.dataset.propose, {});
    else if (recalls !== undefined) this.act(this.place.dataset.recall, {});
  }

  take(fields) {
    return this.act(this.place.dataset.take, fields);
  }

  async act(url, fields) {
    const { manuscript } = this;
    await manuscript.save();
    if (manuscript.dirty) return;
    try {
      const news = await post(url, fields);
      if (news.revision) manuscript.follow(news);
      this.asked += 1;
      this.show(news);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      toast(error.message, { bad: true });
      this.look();
    }
  }

  press(event) {
    const { area, marks } = this.manuscript;
    if (event.key !== "F9" || document.activeElement !== area) return;
    const at = area.selectionStart;
    const here = marks.find((mark) => mark.more && mark.start <= at && at <= mark.end);
    const note = here && this.place.querySelector(`[data-note="${CSS.escape(here.ref)}"]`);
    if (!note) return;
    event.preventDefault();
    this.click(note.querySelector(event.shiftKey ? "[data-uncorrect]" : "[data-correct]"));
  }
}

for (const place of document.querySelectorAll("[data-corrections]")) {
  const manuscript = document.querySelector("[data-manuscript]")?.manuscript;
  if (manuscript) new Corrections(place, manuscript);
}
