// Where pasted words come from, as far as a browser tells: one of the studio's own texts, whose
// copying was noted here, or the page that the clipboard's HTML names.
const COPIED = "aboveboard-copied";
const ADDRESS = /(?:SourceURL:|<base[^>]+href=")\s*(https?:\/\/[^\s"<>]{1,180})/i;

export function noteCopy({ value, selectionStart, selectionEnd }, variant) {
  const text = value.slice(selectionStart, selectionEnd);
  try {
    if (text.trim()) localStorage.setItem(COPIED, JSON.stringify({ text, variant }));
  } catch {
    // A full store only means that the words count as pasted from elsewhere.
  }
}

export function sourceOf(data) {
  const text = data?.getData("text/plain") ?? "";
  const copied = JSON.parse(localStorage.getItem(COPIED) ?? "null");
  if (copied && same(copied.text, text)) return `text:${copied.variant}`;
  return (
    ADDRESS.exec(data?.getData("text/html") ?? "")?.[1] ??
    data?.getData("text/x-moz-url-priv")?.split("\0").join("").slice(0, 180) ??
    ""
  );
}

function same(one, other) {
  return one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}
