// Progress of longer work by server-sent events: {what, far, done, total, state, next, text}.
// `state` is going, done, stopped or failed. It shows after a second, so that quick work is quiet.
export function wakeProgress(root) {
  const bars = [...(root.querySelectorAll?.("[data-progress]") ?? [])];
  if (root.matches?.("[data-progress]")) bars.push(root);
  bars.filter((bar) => !bar.dataset.awake).forEach(follow);
}

function follow(element) {
  element.dataset.awake = "yes";
  const show = setTimeout(() => (element.hidden = false), 1000);
  const source = new EventSource(element.dataset.progress);
  source.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    tell(element, news);
    if (news.state === "going") return;
    source.close();
    clearTimeout(show);
    finish(element, news);
  };
}

function tell(element, { what, far, done, total, text }) {
  const bar = element.querySelector("progress");
  if (what) element.querySelector("[data-progress-what]").textContent = what;
  if (far) element.querySelector("[data-progress-far]").textContent = far;
  if (total) (bar.max = total), (bar.value = done);
  const live = text && element.querySelector("[data-progress-live]");
  if (!live) return;
  live.querySelector("[data-progress-text]").textContent = text;
  element.hidden = live.hidden = false;
}

function finish(element, { state, next }) {
  const to = next ?? element.dataset.next;
  element.querySelector("[data-progress-stop]")?.remove();
  element.dispatchEvent(new CustomEvent("progress-end", { bubbles: true, detail: { state } }));
  if (state === "done" && to) location.assign(to);
  else if (state === "done") element.hidden = true;
  else (element.hidden = false), element.querySelector("progress").remove();
}
