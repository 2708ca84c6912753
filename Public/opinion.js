// What a customer has typed stays on the phone until it was sent; whoever comes back by the same link goes on with it.

const key = "opinion " + location.pathname;
const form = document.querySelector("form[data-draft]");
const parts = () => [...form.elements].filter((part) => part.name && part.name !== "website" && part.type !== "hidden");

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
};

function keep() {
  const typed = parts().filter((part) => !["radio", "checkbox"].includes(part.type) || part.checked);
  try {
    localStorage.setItem(key, JSON.stringify(typed.map((part) => [part.name, part.value])));
  } catch {
    // A phone that keeps nothing for us still sends the form.
  }
}

function restore(pairs) {
  for (const part of parts()) {
    const values = pairs.filter(([name]) => name === part.name).map(([, value]) => value);
    if (["radio", "checkbox"].includes(part.type)) part.checked = values.includes(part.value);
    else if (values.length) part.value = values[0];
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

if (document.querySelector("[data-draft-sent]")) localStorage.removeItem(key);
if (form) {
  const kept = read();
  // What came back from the server with its errors is newer than what was kept.
  if (kept?.some(([, value]) => value) && !document.querySelector(".errors")) {
    restore(kept);
    document.querySelector("[data-restored]").hidden = false;
    // Whoever has the phone in hand may not be who typed it.
    document.querySelector("[data-discard]").addEventListener("click", () => {
      localStorage.removeItem(key);
      location.reload();
    });
  }
  form.addEventListener("input", keep);
}
