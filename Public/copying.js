// Copies an address or a password: button[data-copy] beside [data-copy-from]. The button is there only where it works.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const source = button.closest(".stack").querySelector("[data-copy-from]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    button.parentElement.querySelector("[data-copied]").hidden = false;
  });
}
