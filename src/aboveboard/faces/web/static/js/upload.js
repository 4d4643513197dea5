// Sends files in pieces (tus.js).
//
// <form data-uploads="URL" data-word-sending data-word-far data-word-waits data-word-lost> with a file
// field [data-upload-files] (which takes files that are dropped on the form, too) and the bar of
// partials/_upload.html. When all are here the form goes its way with their ids in fields named
// `asset`, without the files; with data-upload-next="URL" that page opens instead. A file that was
// begun goes on from where it was, also after the page was closed.
import { Tus, megabytes } from "./tus.js";

for (const form of document.querySelectorAll("form[data-uploads]")) {
  const field = form.querySelector("[data-upload-files]");
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !field.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    new Sending(form, field).all();
  });
  dropped(form, field);
}

function dropped(form, field) {
  const over = (event, is) => {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    form.toggleAttribute("data-over", is);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

class Sending {
  constructor(form, field) {
    this.form = form;
    this.files = [...field.files];
    this.field = field;
    this.bar = form.querySelector("[data-upload-bar]");
    this.refused = form.querySelector("[data-upload-refused]");
    this.bar.querySelector("[data-upload-stop]").onclick = () => this.sending?.stop();
  }

  async all() {
    this.bar.hidden = false;
    this.refused.hidden = true;
    this.locked(true);
    try {
      const ids = [];
      for (const file of this.files) ids.push(await this.one(file));
      this.done(ids);
    } catch (error) {
      this.bar.hidden = true;
      this.locked(false);
      if (error.name !== "AbortError") this.say(error);
    }
  }

  one(file) {
    const { uploads, wordWaits, wordLost } = this.form.dataset;
    const alt = this.files.length === 1 ? (this.form.elements.alt?.value ?? "") : "";
    const far = (offset, words) => (words ? this.far(words) : this.tell(file, offset));
    this.sending = new Tus(file, { url: uploads, alt, words: { waits: wordWaits, lost: wordLost }, far });
    return this.sending.send();
  }

  done(ids) {
    const next = this.form.dataset.uploadNext;
    if (next) return location.assign(next);
    this.field.value = "";
    for (const id of ids) this.form.append(hidden("asset", id), hidden(`alt-${id}`, this.form.elements.alt?.value ?? ""));
    this.locked(false);
    this.form.submit();
  }

  locked(is) {
    for (const button of this.form.querySelectorAll("button:not([data-upload-stop],[data-closes])")) button.disabled = is;
  }

  tell(file, offset) {
    const { wordSending, wordFar } = this.form.dataset;
    const bar = this.bar.querySelector("progress");
    this.bar.querySelector("[data-upload-what]").textContent = wordSending.replace("{name}", file.name);
    bar.max = file.size || 1;
    bar.value = offset;
    this.far(wordFar.replace("{done}", megabytes(offset)).replace("{all}", megabytes(file.size)));
  }

  far(words) {
    this.bar.querySelector("[data-upload-far]").textContent = words;
  }

  say(error) {
    this.refused.textContent = error.message;
    this.refused.hidden = false;
  }
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}
