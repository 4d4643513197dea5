// One file on its way in pieces (tus 1.0.0), so that a broken line costs a piece and not the file.
//
// new Tus(file, { url, alt, words, far }) with words { waits, lost }; far(bytes, words) is told how far
// it is. send() gives the asset's id; pause() keeps what was sent and rejects send() with an
// AbortError, send() again goes on from there, also after the page was closed; stop() lets it go.
import { Refused, token } from "./post.js";

const PIECE = 8_000_000;
const WAITS = [1, 2, 4, 8, 15, 30, 30, 30];
const TUS = { "Tus-Resumable": "1.0.0" };

class Gone extends Error {}

export class Tus {
  constructor(file, { url, alt = "", words, far }) {
    Object.assign(this, { file, url, alt, words, far });
    this.store = `aboveboard-upload-${file.name}-${file.size}-${file.lastModified}`;
  }

  async send() {
    this.stopper = new AbortController();
    this.far(0);
    this.place = localStorage.getItem(this.store);
    let at = this.place ? await this.asked().catch(unlessGone) : null;
    if (!at) at = await this.begun();
    while (!at.asset) at = await this.piece(at.offset);
    localStorage.removeItem(this.store);
    return at.asset;
  }

  pause() {
    this.stopper?.abort();
  }

  stop() {
    this.pause();
    this.place ??= localStorage.getItem(this.store);
    if (!this.place) return;
    localStorage.removeItem(this.store);
    fetch(this.place, { method: "DELETE", headers: { ...TUS, "X-CSRFToken": token() } });
  }

  async begun() {
    const answer = await this.ask("POST", this.url, {
      "Upload-Length": this.file.size,
      "Upload-Metadata": `filename ${base64(this.file.name)},alt ${base64(this.alt)}`,
    });
    this.place = answer.headers.get("Location");
    localStorage.setItem(this.store, this.place);
    return { offset: 0 };
  }

  async piece(offset) {
    this.far(offset);
    const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    try {
      return where(await this.ask("PATCH", this.place, headers, this.file.slice(offset, offset + PIECE)));
    } catch (error) {
      if (error instanceof Gone) localStorage.removeItem(this.store);
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      // Another page has gone on with it, or the last answer was lost: the studio knows how far it is.
      return this.asked();
    }
  }

  asked = async () => where(await this.ask("HEAD", this.place));

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
      if (answer?.status === 404) throw new Gone(this.words.lost);
      if (answer && answer.status < 500) throw await refusal(answer);
      if (tries === WAITS.length) throw new Error(this.words.lost);
      this.far(null, this.words.waits);
      await new Promise((ready) => setTimeout(ready, WAITS[tries] * 1000));
      this.stopper.signal.throwIfAborted();
    }
  }
}

function unlessGone(error) {
  if (error instanceof Gone) return null;
  throw error;
}

async function refusal(answer) {
  const told = await answer.json().catch(() => ({}));
  const words = [told.said, told.mend].filter(Boolean).join(" ");
  return new Refused(words || document.body.dataset.wordSignedOut || answer.statusText, answer.status);
}

function where(answer) {
  return { offset: Number(answer.headers.get("Upload-Offset")), asset: answer.headers.get("Aboveboard-Asset") };
}

function base64(text) {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

export function megabytes(bytes) {
  return (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
