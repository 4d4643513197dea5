// Takes files that are dropped anywhere on the page, or chosen, and sends several at once.
//
// <form data-intake="UPLOADS" data-act="URL" data-folder data-word-…> with a file field; the list of
// library/_coming.html shows each file with how far it is, Pause, Go on and Stop. When the last is
// here they are moved into data-folder and the page shows them.
import { post, Refused } from "./post.js";
import { Tus, megabytes } from "./tus.js";

const AT_ONCE = 2;
const form = document.querySelector("form[data-intake]");

function wake() {
  const field = form.querySelector("input[type=file]");
  const intake = new Intake();
  field.addEventListener("change", () => {
    intake.add([...field.files]);
    field.value = "";
  });
  const veil = document.querySelector("[data-drop-here]");
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) veil.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    veil.hidden = true;
    intake.add([...event.dataTransfer.files]);
  });
  // Leaving does not lose what was sent, but the rest would not come by itself.
  addEventListener("beforeunload", (event) => {
    if (intake.isBusy) event.preventDefault();
  });
}

class Intake {
  constructor() {
    this.panel = document.querySelector("[data-coming]");
    this.list = this.panel.querySelector("ul");
    this.files = [];
    this.kept = [];
    this.panel.querySelector("[data-coming-hides]").onclick = () => (this.panel.hidden = true);
    this.panel.querySelector("[data-coming-shows]").onclick = () => location.reload();
  }

  get isBusy() {
    return this.files.some((one) => one.state === "sending" || one.state === "line");
  }

  add(files) {
    this.panel.hidden = !files.length && this.panel.hidden;
    for (const file of files) this.files.push(new Coming(file, this));
    this.next();
  }

  next() {
    const under = this.files.filter((one) => one.state === "sending").length;
    const line = this.files.filter((one) => one.state === "line");
    for (const one of line.slice(0, AT_ONCE - under)) one.start();
    if (!this.isBusy) this.ended();
  }

  async ended() {
    const ids = this.kept.splice(0);
    if (!ids.length) return;
    const folder = form.dataset.folder;
    if (folder) await this.moved(ids, folder);
    // What is paused or was refused stays in sight.
    const isAll = this.files.every((one) => one.state === "kept" || one.state === "stopped");
    if (isAll) location.reload();
    else this.panel.querySelector("[data-coming-shows]").hidden = false;
  }

  async moved(ids, folder) {
    for (let from = 0; from < ids.length; from += 100) {
      const body = new FormData();
      for (const id of ids.slice(from, from + 100)) body.append("asset", id);
      body.append("what", "move");
      body.append("folder", folder);
      await post(form.dataset.act, body).catch(() => {});
    }
  }
}

class Coming {
  constructor(file, intake) {
    this.file = file;
    this.intake = intake;
    this.row = document.querySelector("[data-coming-shape]").content.firstElementChild.cloneNode(true);
    this.row.querySelector("[data-name]").textContent = file.name;
    for (const name of ["pause", "goes-on", "away", "stop"]) this.part(name).setAttribute("aria-label", `${this.part(name).textContent} ${file.name}`);
    this.part("pause").onclick = () => this.pause();
    this.part("goes-on").onclick = () => this.wait();
    for (const name of ["stop", "away"]) this.part(name).onclick = () => this.stop();
    intake.list.append(this.row);
    const { intake: url, wordWaits: waits, wordLost: lost } = form.dataset;
    this.tus = new Tus(file, { url, words: { waits, lost }, far: (offset, words) => this.far(offset, words) });
    this.state = "line";
    this.say(form.dataset.wordLine);
  }

  part(name) {
    return this.row.querySelector(`[data-${name}]`);
  }

  async start() {
    this.state = "sending";
    try {
      this.intake.kept.push(await this.tus.send());
      this.state = "kept";
      this.far(this.file.size, form.dataset.wordDone);
      for (const name of ["pause", "goes-on", "stop"]) this.part(name).hidden = true;
    } catch (error) {
      if (error.name !== "AbortError") this.refused(error);
    }
    this.intake.next();
  }

  wait() {
    this.state = "line";
    this.paused(false);
    this.say(form.dataset.wordLine);
    this.intake.next();
  }

  pause() {
    this.state = "paused";
    this.tus.pause();
    this.paused(true);
    this.say(form.dataset.wordPaused);
    this.intake.next();
  }

  paused(is) {
    this.part("pause").hidden = is;
    this.part("goes-on").hidden = !is;
  }

  stop() {
    this.state = "stopped";
    this.tus.stop();
    this.row.remove();
    this.intake.next();
  }

  refused(error) {
    this.state = "refused";
    this.paused(true);
    // What is refused would be refused again; what was only lost goes on.
    if (error instanceof Refused) {
      for (const name of ["goes-on", "stop"]) this.part(name).hidden = true;
      this.part("away").hidden = false;
      this.row.querySelector("progress").hidden = true;
    }
    this.part("far").className = "msg";
    this.part("far").setAttribute("role", "alert");
    this.say(error.message);
  }

  far(offset, words) {
    const bar = this.row.querySelector("progress");
    bar.max = this.file.size || 1;
    if (offset !== null) bar.value = offset;
    if (this.state === "sending" || words) {
      const { wordFar } = form.dataset;
      const far = wordFar.replace("{done}", megabytes(offset ?? bar.value)).replace("{all}", megabytes(this.file.size));
      this.say(words ?? far);
    }
  }

  say(words) {
    this.part("far").textContent = words;
  }
}

if (form) wake();
