// Making a card: another kind keeps what was typed where it has the same field.
for (const link of document.querySelectorAll("[data-card-kind]")) {
  link.addEventListener("click", () => {
    const url = new URL(link.href);
    for (const [name, value] of new FormData(document.querySelector("#card"))) {
      if (name.startsWith("f-") && value && url.href.length < 4000) url.searchParams.set(name, value);
    }
    link.href = url.href;
  });
}
