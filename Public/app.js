// Adds comfort to pages that work without it. Hooks are data attributes; nothing here decides anything.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isShown = (element) => element.getClientRects().length > 0;

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

function autosave(form) {
  const status = form.querySelector("[data-save-status]");
  let changes = 0;
  let saved = 0;
  let pause = 1000;
  let timer = 0;
  let underWay = null;
  let tried = 0;
  let hasLine = true;

  const say = (kind, time = "") => {
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

  /** Another window has saved: nothing is sent any more until somebody decides for what stands here (UX-10). */
  const stale = form.querySelector("[data-other-window]");
  const isHeld = () => stale !== null && !stale.hidden;
  const hold = (version) => {
    say("stale");
    stale.hidden = false;
    stale.querySelector("[data-keep-mine]").onclick = () => {
      form.elements.version.value = version;
      stale.hidden = true;
      save();
    };
  };

  async function send(keepalive) {
    const upTo = (tried = changes);
    hasLine = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" }, redirect: "manual", keepalive,
      });
      if (answer.ok) {
        const news = await answer.json().catch(() => ({}));
        if (news.version !== undefined && form.elements.version) form.elements.version.value = news.version;
        saved = Math.max(saved, upTo);
        pause = 1000;
        say("saved", news.savedAt);
      } else if (answer.type === "opaqueredirect" || answer.status === 401) {
        again("expired");
      } else if (answer.status === 409) {
        const news = await answer.json().catch(() => ({}));
        if (news.version === undefined) say("conflict");
        else hold(news.version);
      } else if (answer.status < 500 && answer.status !== 429) {
        say("refused");
      } else {
        again("retrying");
      }
    } catch {
      hasLine = false;
      again("retrying");
    }
  }

  async function save() {
    clearTimeout(timer);
    if (underWay || isHeld() || saved === changes || form.dataset.sent) return;
    underWay = send(false);
    await underWay;
    underWay = null;
    if (saved !== changes && status.dataset.kind === "saved") later(1000);
  }

  form.addEventListener("input", () => {
    changes += 1;
    later(Math.max(pause, 1000));
  });
  const leave = () => {
    if (saved !== changes && !isHeld() && !form.dataset.sent) send(true);
  };
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  addEventListener("pagehide", leave);
  addEventListener("online", save);
  const isSettled = () => !underWay && (saved === changes || tried === changes || isHeld());

  /** Whether the page may be left: without a line nothing is sent, as the browser's own page would take its place. */
  async function settle() {
    await underWay;
    if (!isSettled() || !hasLine) await send(false);
    return hasLine;
  }
  return { isDirty: () => saved !== changes, isSettled: () => isSettled() && hasLine, settle, stop: () => clearTimeout(timer) };
}

// What most pages never need: copying.js, and drafts.js for forms[data-keep="name"]

function hasDrafts() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("draft "));
  } catch {
    return false;
  }
}
if (document.querySelector("form[data-keep]") || hasDrafts()) import("./drafts.js");
// Another window has begun to keep something.
addEventListener("storage", (event) => event.key?.startsWith("draft ") && import("./drafts.js"));
if (document.querySelector("[data-copy]")) import("./copying.js");

// Sending once, and a warning before typed words are lost

function guard(form, saving) {
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();
    saving?.stop();
    if (saving && !saving.isSettled()) {
      event.preventDefault();
      return (await saving.settle()) && form.requestSubmit(event.submitter);
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
    if (!form.dataset.sent && !document.documentElement.hidden && saving?.isDirty()) event.preventDefault();
  });
}

// Back opens pages from the browser's memory: what may have been forbidden meanwhile is not shown before the server was
// asked again (ACC-13)

addEventListener("pagehide", (event) => (document.documentElement.hidden = event.persisted));
addEventListener("pageshow", (event) => event.persisted && location.reload());

/**
 * On the way Back a browser puts what was typed before into a page that was fetched anew. Under the version of that page
 * it would replace what others have saved since, and nobody would be told.
 */
function forgetFormerWords(form) {
  const isFormer = (part) =>
    ["radio", "checkbox"].includes(part.type) ? part.checked !== part.defaultChecked
    : "defaultValue" in part && part.type !== "hidden" && part.value !== part.defaultValue;
  let isTouched = !form.elements.version;
  form.addEventListener("input", () => (isTouched = true));
  // Browsers restore at one moment or the other.
  for (const moment of ["DOMContentLoaded", "pageshow"])
    addEventListener(moment, () => {
      if (isTouched || ![...form.elements].some(isFormer)) return;
      form.reset();
      showDependents(form);
    });
}

// Setting out

for (const form of all("form")) {
  forgetFormerWords(form);
  showDependents(form);
  form.addEventListener("input", () => showDependents(form));
  if (form.method !== "post") continue;
  guard(form, form.dataset.autosave ? autosave(form) : undefined);
}
document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
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
