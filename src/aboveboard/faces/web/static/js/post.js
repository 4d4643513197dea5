// One way to send a change to the server: fields in, JSON out, errors as words.
export class Refused extends Error {
  constructor(said, status) {
    super(said);
    this.status = status;
  }
}

export function token() {
  return JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
}

// `fields` is an object or a FormData. Resolves to the answer's JSON. Throws Refused when the server said no, TypeError when it was not reached.
export async function post(url, fields, { last = false } = {}) {
  const body = fields instanceof FormData ? fields : new FormData();
  if (body !== fields) for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { "X-CSRFToken": token(), Accept: "application/json" };
  // Browsers send at most 64 kB after a page is gone; longer texts are kept in the browser instead.
  const keepalive = last && Object.values(fields).join("").length < 20_000;
  const answer = await fetch(url, { method: "POST", body, headers, keepalive, redirect: "manual" });
  const news = await answer.json().catch(() => ({}));
  if (answer.ok) return news;
  const isAway = answer.status === 403 || answer.type === "opaqueredirect";
  const said = [news.said, news.mend].filter(Boolean).join(" ");
  throw new Refused(said || (isAway ? document.body.dataset.wordSignedOut : ""), answer.status);
}
