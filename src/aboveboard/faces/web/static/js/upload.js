// Sends files in pieces (tus 1.0.0), so that a broken line costs a piece and not the file.
//
// <form data-uploads="URL" data-word-sending data-word-far data-word-waits data-word-lost> with a file
// field [data-upload-files] (which takes files that are dropped on the form, too) and the bar of
// partials/_upload.html. When all are here the form goes its way with their ids in fields named
// `asset`, without the files; with data-upload-next="URL" that page opens instead. A file that was
// begun goes on from where it was, also after the page was closed.
import { Refused, token } from "./post.js";

const PIECE = 8_000_000;
const WAITS = [1, 2, 4, 8, 15, 30, 30, 30];
const TUS = { "Tus-Resumable": "1.0.0" };

class Gone extends Error {}

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
    this.stopper = new AbortController();
    this.bar.querySelector("[data-upload-stop]").onclick = () => this.stop();
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

  async one(file) {
    const alt = this.files.length === 1 ? (this.form.elements.alt?.value ?? "") : "";
    const store = `aboveboard-upload-${file.name}-${file.size}-${file.lastModified}`;
    this.tell(file, 0);
    let place = localStorage.getItem(store);
    let at = place ? await this.asked(place).catch(this.unlessGone) : null;
    if (!at) {
      const answer = await this.ask("POST", this.form.dataset.uploads, {
        "Upload-Length": file.size,
        "Upload-Metadata": `filename ${base64(file.name)},alt ${base64(alt)}`,
      });
      place = answer.headers.get("Location");
      at = { offset: 0 };
      localStorage.setItem(store, place);
    }
    this.place = place;
    this.store = store;
    while (!at.asset) at = await this.piece(file, place, at.offset);
    localStorage.removeItem(store);
    return at.asset;
  }

  async piece(file, place, offset) {
    this.tell(file, offset);
    const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    try {
      return where(await this.ask("PATCH", place, headers, file.slice(offset, offset + PIECE)));
    } catch (error) {
      if (error instanceof Gone) localStorage.removeItem(this.store);
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      // Another page has gone on with it, or the last answer was lost: the studio knows how far it is.
      return this.asked(place);
    }
  }

  asked = async (place) => where(await this.ask("HEAD", place));

  unlessGone = (error) => {
    if (error instanceof Gone) return null;
    throw error;
  };

  // One request, asked again while the line is down; a refusal is final.
  async ask(method, url, headers = {}, body = null) {
    for (let tries = 0; ; tries++) {
      const answer = await fetch(url, {
        method,
        body,
        signal: this.stopper.signal,
        headers: { ...TUS, ...headers, Accept: "application/json", "X-CSRFToken": token() },
        redirect: "manual",
      }).catch((error) => (error.name === "AbortError" ? Promise.reject(error) : null));
      if (answer?.ok) return answer;
      if (answer?.status === 404) throw new Gone(this.form.dataset.wordLost);
      if (answer && answer.status < 500) throw await refusal(answer);
      if (tries === WAITS.length) throw new Error(this.form.dataset.wordLost);
      this.far(this.form.dataset.wordWaits);
      await new Promise((ready) => setTimeout(ready, WAITS[tries] * 1000));
      this.stopper.signal.throwIfAborted();
    }
  }

  stop() {
    this.stopper.abort();
    if (!this.place) return;
    localStorage.removeItem(this.store);
    fetch(this.place, { method: "DELETE", headers: { ...TUS, "X-CSRFToken": token() } });
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

async function refusal(answer) {
  const told = await answer.json().catch(() => ({}));
  const words = [told.said, told.mend].filter(Boolean).join(" ");
  return new Refused(words || document.body.dataset.wordSignedOut || answer.statusText, answer.status);
}

function where(answer) {
  return { offset: Number(answer.headers.get("Upload-Offset")), asset: answer.headers.get("Aboveboard-Asset") };
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

function base64(text) {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

function megabytes(bytes) {
  return (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
