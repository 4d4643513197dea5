// The keys of the pages. Single keys are silent while one types and where a person switched them off.
import { open } from "./dialogs.js";

const STORE = "aboveboard-single-keys";
const GO = { t: "today", c: "calendar", i: "inbox", r: "record", p: "campaigns", a: "assets", b: "brand" };
let leader = 0;

function allowed() {
  const kept = localStorage.getItem(STORE);
  return kept ? kept === "on" : document.body.dataset.singleKeys !== "off";
}

export function wakeKeys() {
  document.addEventListener("keydown", press);
  const choice = document.querySelector("[data-single-keys-choice]");
  if (!choice) return;
  choice.checked = allowed();
  choice.addEventListener("change", () => localStorage.setItem(STORE, choice.checked ? "on" : "off"));
}

function press(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches?.("input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]")) return;
  if (document.querySelector("dialog[open]") || document.querySelector(":popover-open")) return;
  if (key === "Enter" && target.matches?.("[data-row]")) return act(event, target.querySelector("a[href],button"));
  if (!allowed()) return;
  if (Date.now() - leader < 1500 && GO[key]) {
    leader = 0;
    return act(event, document.querySelector(`[data-place="${GO[key]}"]`));
  }
  if (key === "g") leader = Date.now();
  else if (key === "?") (event.preventDefault(), open("keys-help"));
  else if (key === "n") act(event, document.querySelector("[data-key-new]"));
  else if (key === "/") search(event);
  else if (key === "j" || key === "k") step(event, key === "j" ? 1 : -1);
  else if (/^[a-z]$/.test(key)) act(event, document.querySelector(`[data-key="${key}"]:not(:disabled)`));
}

function act(event, element) {
  if (!element) return;
  event.preventDefault();
  element.click();
}

function search(event) {
  const here = document.querySelector("main input[type=search]");
  if (!here) return act(event, document.querySelector("[data-key-search]"));
  event.preventDefault();
  here.focus();
}

function step(event, by) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
  if (!rows.length) return;
  event.preventDefault();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
