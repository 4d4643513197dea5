// Light, dark or as the system says: kept in a cookie, so that the server draws it at once.
const YEAR = 60 * 60 * 24 * 365;

function choose(theme) {
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme || "system"};path=/;max-age=${YEAR};samesite=lax`;
  show();
}

function show() {
  const now = document.documentElement.dataset.theme || "";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
  }
}

export function wakeTheme() {
  show();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (button) choose(button.dataset.themeChoice);
  });
}
