// The manuscript: saves as one types, keeps what could not be sent, and shows who wrote what.
//
// <form data-manuscript action=SAVE data-variant=ID data-revision=BASE data-runs='[["person",12]]'
//       data-marks='[[start,end,"stop","1"]]' data-word-dirty data-word-saving data-word-kept
//       data-word-restored data-word-KIND>
//   <div class="manuscript"><div class="under" data-under aria-hidden="true"></div>
//   <textarea name="text" data-text rows="1"></textarea></div></form>
// Sends text, pasted (JSON [[start,end]]), revision; the answer is JSON: revision, said, runs, marks,
// text (when the server had to change it) and parts {name: html} for [data-part-of=name].
// Elsewhere: data-saved (the word about saving), data-desk-part (F6), data-note with data-start and
// data-end (F8), data-ask-review (Ctrl Enter), data-after-save (waits for the save), data-undo, and
// in a note data-selects or data-replaces="more before,more after" data-with="words".
import { post, Refused } from "./post.js";
import { carried, difference, edited, fromWire, shifted, toWire } from "./runs.js";
import { offline, toast } from "./toasts.js";
import { noteCopy, sourceOf } from "./sources.js";
import { draw } from "./under.js";

const FOUND = ["stop", "warn", "look"];
const PAUSE = 700;
const LONGEST = 5000;

class Manuscript {
  constructor(form) {
    this.form = form;
    this.area = form.querySelector("[data-text]");
    this.under = form.querySelector("[data-under]");
    this.status = document.querySelector("[data-saved]");
    this.store = `aboveboard-text-${form.dataset.variant}`;
    this.text = this.sent = this.area.defaultValue;
    this.revision = form.dataset.revision;
    this.pasted = [];
    this.nextKind = "person";
    form.manuscript = this;
    this.take({ runs: JSON.parse(form.dataset.runs || "[]"), marks: JSON.parse(form.dataset.marks || "[]") });
    this.listen();
    if (!this.restore()) this.area.early?.forEach((step) => this.goThrough(step));
    // What the browser put back, as it does after going back to the page.
    if (this.area.value !== this.text) this.typed();
  }

  listen() {
    this.area.addEventListener("beforeinput", ({ inputType }) => this.expect(inputType));
    for (const kind of ["copy", "cut"]) {
      this.area.addEventListener(kind, () => noteCopy(this.area, this.form.dataset.variant));
    }
    this.area.addEventListener("paste", ({ clipboardData }) => (this.source = sourceOf(clipboardData)));
    this.area.addEventListener("drop", ({ dataTransfer }) => (this.source = sourceOf(dataTransfer)));
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("blur", () => this.save());
    this.area.addEventListener("click", () => this.show());
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.save()));
    document.addEventListener("selectionchange", () => this.point());
    document.addEventListener("visibilitychange", () => document.hidden && this.save({ last: true }));
    document.addEventListener("keydown", (event) => this.press(event));
    document.addEventListener("click", (event) => this.click(event), true);
    document.addEventListener("focusin", ({ target }) => this.point(target.closest?.("[data-note]")));
    addEventListener("online", () => this.save());
    addEventListener("beforeunload", (event) => this.dirty && !this.keep() && event.preventDefault());
  }

  get dirty() {
    return this.text !== this.sent;
  }

  expect(inputType) {
    this.nextKind = /^insertFrom(Paste|Drop|Yank)/.test(inputType) ? "pasted" : "person";
    this.undoes = inputType.startsWith("history");
  }

  // What was typed or pasted before this script was there (early.js).
  goThrough({ inputType, text, caret }) {
    this.expect(inputType);
    this.typed(text, caret);
  }

  typed(now = this.area.value, caret = this.area.selectionEnd) {
    const before = this.text;
    const change = difference(before, now, this.undoes ? 0 : caret);
    this.runs = edited(this.runs, change, this.nextKind);
    this.marks = shifted(this.marks, change);
    this.pasted = carried(this.pasted, change);
    if (this.nextKind === "pasted") {
      this.pasted.push({ start: change.from, end: change.from + change.insert, source: this.source ?? "" });
    }
    this.source = undefined;
    this.nextKind = "person";
    this.text = now;
    draw(this.under, now, this.runs, this.marks);
    this.keep();
    this.say(this.form.dataset.wordDirty);
    clearTimeout(this.timer);
    this.firstTyped ??= Date.now();
    this.timer = setTimeout(() => this.save(), Date.now() - this.firstTyped > LONGEST ? 0 : PAUSE);
  }

  save({ last = false } = {}) {
    if (!this.dirty || this.stopped) return Promise.resolve();
    if (this.saving) return last ? this.saving : this.saving.then(() => this.save());
    this.saving = this.send(last).finally(() => (this.saving = null));
    return this.saving;
  }

  async send(last) {
    clearTimeout(this.timer);
    this.firstTyped = undefined;
    const text = this.text;
    const pasted = JSON.stringify(toWire(text, this.pasted));
    this.say(this.form.dataset.wordSaving);
    try {
      const news = await post(this.form.action, { text, pasted, revision: this.revision }, { last });
      offline(false);
      this.saved(text, news);
    } catch (error) {
      this.failed(error);
    }
  }

  saved(text, news) {
    this.sent = text;
    this.revision = news.revision ?? this.revision;
    if (this.text === text) {
      this.pasted = [];
      localStorage.removeItem(this.store);
      if (news.text !== undefined && news.text !== text) this.put(news.text);
      if (news.runs) this.take(news);
    } else this.timer = setTimeout(() => this.save(), PAUSE);
    this.say(this.dirty ? this.form.dataset.wordDirty : news.said);
    this.refused = "";
    for (const [name, html] of Object.entries(news.parts ?? {})) {
      for (const place of document.querySelectorAll(`[data-part-of="${name}"]`)) {
        place.innerHTML = html;
        window.htmx?.process(place);
      }
    }
    this.point();
    this.form.dispatchEvent(new CustomEvent("manuscript:saved"));
  }

  // Text that the server changed by itself, put in so that Undo takes it back.
  follow(news) {
    const { from, to, insert } = difference(this.text, news.text);
    if (matchMedia("(pointer: coarse)").matches) this.put(news.text);
    else if (to - from + insert) this.replace(from, to, news.text.slice(from, from + insert));
    clearTimeout(this.timer);
    this.saved(news.text, news);
  }

  // Marks of another part of the page, beside those that come with a save.
  more(rows) {
    const { marks } = fromWire(this.text, { marks: rows });
    this.marks = [...this.marks.filter((mark) => !mark.more), ...marks.map((mark) => ({ ...mark, more: true }))];
    draw(this.under, this.text, this.runs, this.marks);
  }

  failed(error) {
    this.keep();
    if (error instanceof Refused) {
      this.stopped = error.status === 409;
      const said = error.message || this.form.dataset.wordKept;
      this.say(said);
      // Typing on asks again and again; but for its figures it is said once until a save goes through.
      const once = said.replace(/\d[\d.,\s]*/g, "#");
      if (once !== this.refused) toast(said, { bad: true });
      this.refused = once;
    } else {
      offline(true);
      this.say(this.form.dataset.wordKept);
      this.timer = setTimeout(() => this.save(), LONGEST);
    }
  }

  keep() {
    if (!this.dirty) return true;
    try {
      const { text, revision, pasted } = this;
      localStorage.setItem(this.store, JSON.stringify({ text, revision, pasted }));
      return true;
    } catch {
      return false;
    }
  }

  restore() {
    const kept = JSON.parse(localStorage.getItem(this.store) ?? "null");
    if (!kept || kept.text === this.text) {
      localStorage.removeItem(this.store);
      return false;
    }
    this.revision = kept.revision;
    this.area.value = kept.text;
    this.typed();
    this.pasted = kept.pasted ?? [];
    for (const { start, end } of this.pasted) {
      this.runs = edited(this.runs, { from: start, to: end, insert: end - start }, "pasted");
    }
    draw(this.under, this.text, this.runs, this.marks);
    this.keep();
    toast(this.form.dataset.wordRestored);
    return true;
  }

  take(news) {
    const { runs, marks } = fromWire(this.text, news);
    this.runs = runs.length ? runs : [{ kind: "person", length: this.text.length }];
    this.marks = [...marks, ...(this.marks ?? []).filter((mark) => mark.more)];
    draw(this.under, this.text, this.runs, this.marks);
  }

  put(text) {
    const at = this.area.selectionStart;
    this.area.value = this.text = this.sent = text;
    this.area.setSelectionRange(at, at);
  }

  say(words) {
    if (this.status && words) this.status.textContent = words;
  }

  replace(start, end, words) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, words)) {
      this.area.setRangeText(words, start, end, "end");
      this.area.dispatchEvent(new Event("input"));
    }
  }

  click(event) {
    const button = event.target.closest("[data-replaces],[data-selects],[data-undo],[data-after-save]");
    if (!button) return;
    if (button.hasAttribute("data-undo")) {
      this.area.focus();
      document.execCommand("undo");
    } else if (!button.hasAttribute("data-after-save")) this.mend(button);
    else if (this.dirty && !this.stopped) {
      event.preventDefault();
      event.stopPropagation();
      this.save().then(() => this.dirty || button.click());
    }
  }

  mend(button) {
    const { dataset } = button;
    const mark = this.marks.find((one) => one.ref === button.closest("[data-note]")?.dataset.note);
    if (!mark) return;
    if (dataset.replaces) {
      const [before, after] = dataset.replaces.split(",").map(Number);
      this.replace(Math.max(0, mark.start - before), mark.end + after, dataset.with ?? "");
    } else {
      this.area.focus();
      this.area.setSelectionRange(mark.start, mark.end);
    }
  }

  // The notes of the words where the caret is, or the words of the note that has the focus.
  point(note) {
    const here = document.activeElement === this.area;
    if (!here && !note && !this.pointed) return;
    const at = this.area.selectionStart;
    const on = (mark) => (note ? mark.ref === note.dataset.note : here && mark.start <= at && at <= mark.end);
    const refs = this.marks.filter(on).map((mark) => mark.ref);
    for (const one of document.querySelectorAll("[data-note]")) {
      one.classList.toggle("on", refs.includes(one.dataset.note));
    }
    if (refs.join(" ") !== this.pointed) this.shown?.classList.remove("shown");
    this.pointed = refs.join(" ");
    draw(this.under, this.text, this.runs, this.marks, refs);
  }

  // A click on marked words brings their note into view: beside them, or at the page's foot where
  // the notes stand below (.note.shown). The narrowest mark is the one that was meant.
  show() {
    const { selectionStart: at, selectionEnd } = this.area;
    if (at !== selectionEnd) return;
    const [mark] = this.marks
      .filter((one) => one.ref && one.start <= at && at <= one.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const note = mark && document.getElementById(`note-${mark.ref}`);
    this.point();
    this.shown?.classList.remove("shown");
    this.shown = note;
    note?.classList.add("shown");
    note?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if ((ctrlKey || metaKey) && key === "Enter") this.ask(event);
    else if (key === "F8") this.finding(event, shiftKey ? -1 : 1);
    else if (key === "F6") this.part(event, shiftKey ? -1 : 1);
    else if ((ctrlKey || metaKey) && key === ".") this.who(event);
  }

  ask(event) {
    event.preventDefault();
    document.querySelector("[data-ask-review]:not(:disabled)")?.click();
  }

  finding(event, by) {
    event.preventDefault();
    const marks = this.marks.filter(({ ref, level }) => FOUND.includes(level) && document.querySelector(`[data-note="${CSS.escape(ref)}"]`));
    if (!marks.length) return;
    marks.sort((a, b) => a.start - b.start);
    const at = this.area.selectionStart;
    const here = document.activeElement === this.area;
    const next = by > 0
      ? (marks.find((mark) => mark.start > at || (!here && mark.start === at)) ?? marks[0])
      : (marks.findLast((mark) => mark.start < at) ?? marks.at(-1));
    this.area.focus();
    this.area.setSelectionRange(next.start, next.end);
    document.getElementById(`note-${next.ref}`).scrollIntoView({ block: "nearest" });
  }

  part(event, by) {
    event.preventDefault();
    const parts = [...document.querySelectorAll("[data-desk-part]")].filter((one) => one.offsetParent);
    const at = parts.findLastIndex((one) => one.contains(document.activeElement));
    const next = parts.at((at + by) % parts.length);
    if (next?.contains(this.area)) return this.area.focus();
    next?.setAttribute("tabindex", "-1");
    next?.focus();
    return undefined;
  }

  who(event) {
    event.preventDefault();
    let place = 0;
    const at = this.area.selectionStart;
    const run = this.runs.find((one) => (place += one.length) >= at);
    const kind = run?.kind ?? "person";
    toast(this.form.dataset[`word${kind[0].toUpperCase()}${kind.slice(1)}`]);
  }
}

document.querySelectorAll("[data-manuscript]").forEach((form) => new Manuscript(form));
