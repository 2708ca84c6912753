// Adds comfort to pages that work without it. Hooks are data attributes; nothing here decides anything.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isShown = (element) => element.getClientRects().length > 0;

/** What the form holds, as it would be sent. */
const entered = (form) => new URLSearchParams(new FormData(form));

// Fields that depend on another: data-shown-when="field=value,value"

function showDependents(form) {
  const data = new FormData(form);
  for (const part of all("[data-shown-when]", form)) {
    const [name, values] = part.dataset.shownWhen.split("=");
    const controls = form.elements.namedItem(name);
    const control = controls instanceof RadioNodeList ? controls[0] : controls;
    const isAsked = control && !control.closest("[data-shown-when]:not([data-shown])");
    const shown = isAsked && data.getAll(name).some((value) => values.split(",").includes(value));
    part.toggleAttribute("data-shown", Boolean(shown));
    part.hidden = !shown && !part.classList.contains("has-error");
  }
}

// Keys: rating by number, moving on, and input methods

/** Enter that picks a word in an input method must not send the form (Safari reports it as key code 229). */
const isComposing = (event) => event.isComposing || event.keyCode === 229;

function moveOn(form, from) {
  const group = from.closest("[role=radiogroup]");
  const stops = all("input:not([type=hidden]), select, textarea, button", form).filter((stop) => stop.tabIndex >= 0);
  const next = stops.find((stop) => {
    const follows = from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
    return follows && !group?.contains(stop) && isShown(stop);
  });
  const chosen = next?.type === "radio" && next.closest("[role=radiogroup]")?.querySelector("input:checked");
  (chosen || next)?.focus();
}

/** The option that says it is chosen by this key; never one by its place, which may mean the opposite. */
function optionFor(event, group) {
  const key = event.code.match(/^(?:Digit|Numpad)(\d)$/)?.[1] ?? event.key.toLowerCase();
  return all("input[type=radio]", group).find((option) => option.dataset.key === key);
}

/** Alt and a letter leads to the part of the page that is marked with it: data-shortcut="l". */
function goTo(event) {
  const letter = event.altKey && !event.ctrlKey && !event.metaKey && event.code.match(/^Key([A-Z])$/)?.[1].toLowerCase();
  const place = letter && document.querySelector(`[data-shortcut=${letter}]`);
  const control = place && all("button, input, select, textarea, a", place).find((one) => one.tabIndex >= 0 && isShown(one));
  if (!control) return;
  event.preventDefault();
  control.focus();
}

function onKey(event) {
  const { target, key } = event;
  const form = target.form;
  goTo(event);
  if (!form) return;
  if (isComposing(event)) {
    if (key === "Enter" && target.matches("input")) event.preventDefault();
    return;
  }
  const flows = "flow" in form.dataset;
  const isModified = event.ctrlKey || event.metaKey || event.altKey;
  if (target.type === "radio" && !isModified && !event.shiftKey) {
    const group = target.closest("[role=radiogroup]");
    const option = group && optionFor(event, group);
    if (option) {
      event.preventDefault();
      option.focus();
      option.click();
      moveOn(form, option);
      return;
    }
  }
  if (!flows || key !== "Enter") return;
  const movesOn = target.matches("textarea") ? event.altKey || event.ctrlKey : target.matches("input, select") && !isModified;
  if (movesOn) {
    event.preventDefault();
    moveOn(form, target);
  }
}

// Saving as one goes: form[data-autosave="URL"]

const clock = () => new Date().toTimeString().slice(0, 5);

function autosave(form) {
  const status = form.querySelector("[data-save-status]") ?? document.querySelector("[data-save-status]");
  let changes = 0;
  let saved = 0;
  let pause = 1000;
  let timer = 0;
  let underWay = null;

  const say = (kind, time = "") => {
    if (!status) return;
    status.dataset.kind = kind;
    status.textContent = status.dataset[kind].replace("{time}", time);
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const again = (kind) => {
    say(kind);
    later(pause);
    pause = Math.min(pause * 2, 30000);
  };

  async function send(keepalive) {
    const upTo = changes;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: entered(form), headers: { Accept: "application/json" }, redirect: "manual", keepalive,
      });
      if (answer.ok) {
        const news = await answer.json().catch(() => ({}));
        if (news.version !== undefined && form.elements.version) form.elements.version.value = news.version;
        saved = Math.max(saved, upTo);
        pause = 1000;
        say("saved", news.savedAt ?? clock());
      } else if (answer.type === "opaqueredirect" || answer.status === 401) {
        again("expired");
      } else if (answer.status === 409) {
        say("conflict");
      } else if (answer.status < 500 && answer.status !== 429) {
        say("refused");
      } else {
        again("retrying");
      }
    } catch {
      again("retrying");
    }
  }

  async function save() {
    clearTimeout(timer);
    if (underWay || saved === changes || form.dataset.sent) return;
    underWay = send(false);
    await underWay;
    underWay = null;
    if (saved !== changes && status?.dataset.kind === "saved") later(1000);
  }

  form.addEventListener("input", () => {
    changes += 1;
    later(Math.max(pause, 1000));
  });
  const leave = () => {
    if (saved !== changes && !form.dataset.sent) send(true);
  };
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  addEventListener("pagehide", leave);
  addEventListener("online", save);
  return { isDirty: () => saved !== changes, settle: () => underWay, stop: () => clearTimeout(timer) };
}

// Drafts of other forms: form[data-keep="name"], in this tab only, never secrets, only for the one who typed

const shelf = {
  prefix: "draft ",
  read: (key) => JSON.parse(sessionStorage.getItem(key) ?? "null"),
  write: (key, draft) => sessionStorage.setItem(key, JSON.stringify(draft)),
  keys: () => Object.keys(sessionStorage).filter((key) => key.startsWith(shelf.prefix)),
};
const member = document.body.dataset.member;

const keepable = (form) =>
  [...form.elements].filter((part) => part.name && !["hidden", "password", "file", "submit"].includes(part.type));

function typed(form) {
  return keepable(form)
    .filter((part) => !["radio", "checkbox"].includes(part.type) || part.checked)
    .map((part) => [part.name, part.value]);
}

function fill(form, pairs) {
  for (const part of keepable(form)) {
    const values = pairs.filter(([name]) => name === part.name).map(([, value]) => value);
    if (["radio", "checkbox"].includes(part.type)) part.checked = values.includes(part.value);
    else if (values.length) part.value = values[0];
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function keepDraft(form) {
  const key = shelf.prefix + location.pathname + " " + form.dataset.keep;
  const draft = shelf.read(key);
  const atFirst = JSON.stringify(typed(form));
  const offer = form.querySelector("[data-kept]");
  if (draft && draft.member === member && draft.wasLost && JSON.stringify(draft.pairs) !== atFirst && offer) {
    offer.hidden = false;
    offer.querySelector("[data-kept-use]").addEventListener("click", () => {
      offer.hidden = true;
      fill(form, draft.pairs);
    });
    offer.querySelector("[data-kept-drop]").addEventListener("click", () => {
      offer.hidden = true;
      sessionStorage.removeItem(key);
    });
  } else {
    sessionStorage.removeItem(key);
  }
  let isDirty = document.querySelector(".errors") !== null;
  const put = (wasLost) => shelf.write(key, { member, wasLost, pairs: typed(form) });
  form.addEventListener("input", () => {
    isDirty = true;
    put(true);
  });
  form.addEventListener("submit", (event) => event.defaultPrevented || !isDirty || put(false));
  return { isDirty: () => isDirty };
}

/** A draft that was sent is done with on the next signed-in page; the sign-in page shows that it never arrived. */
function settleDrafts() {
  for (const key of shelf.keys()) {
    const draft = shelf.read(key);
    if (member === undefined) shelf.write(key, { ...draft, wasLost: true });
    else if (!draft.wasLost || draft.member !== member) sessionStorage.removeItem(key);
  }
}

// Sending once, and a warning before typed words are lost

function guard(form, states, saving) {
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();
    saving?.stop();
    if (saving?.settle()) {
      event.preventDefault();
      await saving.settle();
      return form.requestSubmit(event.submitter);
    }
    form.dataset.sent = "yes";
    const buttons = all("button:not([type=button])", form);
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    const release = () => {
      delete form.dataset.sent;
      for (const button of buttons) button.removeAttribute("aria-disabled");
    };
    setTimeout(release, 8000);
    addEventListener("pageshow", release, { once: true });
  });
  addEventListener("beforeunload", (event) => {
    if (!form.dataset.sent && states.some((state) => state.isDirty())) event.preventDefault();
  });
}

// Copying an address: the button is there only where it works

for (const button of all("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const source = button.closest(".stack").querySelector("[data-copy-from]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value);
    button.parentElement.querySelector("[data-copied]").hidden = false;
  });
}

// Setting out

for (const form of all("form")) {
  showDependents(form);
  form.addEventListener("input", () => showDependents(form));
  if (form.method !== "post") continue;
  const saving = form.dataset.autosave ? autosave(form) : undefined;
  const keeping = form.dataset.keep ? keepDraft(form) : undefined;
  guard(form, [saving, keeping].filter(Boolean), saving);
}
document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  if (event.target.closest("[data-sign-out]")) shelf.keys().forEach((key) => sessionStorage.removeItem(key));
  const link = event.target.closest(".errors a");
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  const control = place.matches("input, select, textarea") ? place : place.querySelector("input, select, textarea");
  place.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
});
for (const button of all("[data-print]")) button.hidden = false;
document.querySelector("[data-focus]")?.focus();
if (document.querySelector("[data-print-now]")) print();
settleDrafts();
