// What is typed into a form stays on this device until the server says that it has it: form[data-keep="name"]. A draft
// belongs to one filled form of one person, ends after a day, and never holds a password, a file, or sealed content.

const PREFIX = "draft ";
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const member = document.body.dataset.member ?? "";
const ticks = ["radio", "checkbox"];

const shelf = {
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  },
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, draft) {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // A device that keeps nothing for us still sends the form.
    }
  },
  remove: (key) => localStorage.removeItem(key),
};

// Reading and filling a form

const isSignature = (part) => part.closest("[data-signature]") !== null;
const keepable = (form) =>
  [...form.elements].filter(
    (part) => part.name && part.name !== "website" && !["password", "file", "submit"].includes(part.type) &&
      (part.type !== "hidden" || isSignature(part)),
  );

const typed = (form) =>
  keepable(form)
    .filter((part) => !ticks.includes(part.type) || part.checked)
    .map((part) => [part.name, part.value]);

/** What somebody said, whatever stands empty beside it. */
const said = (pairs) => JSON.stringify(pairs.filter(([, value]) => value).sort());

/** Rows that had been added to a table: its last row again, under the next number. */
function addRows(form, pairs) {
  for (const [name] of pairs) {
    const [, table, index] = name.match(/^(.+)\.(\d+)\.[^.]+$/) ?? [];
    const rows = () => (table ? [...form.querySelectorAll(`#f-${CSS.escape(table)} .row`)] : []);
    for (let all = rows(); all.length && all.length <= index && all.length < 40; all = rows()) {
      const row = all.at(-1).cloneNode(true);
      for (const part of [row, ...row.querySelectorAll("*")]) {
        for (const { name: attribute, value } of [...part.attributes]) {
          const next = value
            .replace(`${table}.${all.length - 1}.`, `${table}.${all.length}.`)
            .replaceAll(`f-${table}-${all.length - 1}-`, `f-${table}-${all.length}-`);
          part.setAttribute(attribute, attribute === "aria-label" ? value.replace(/\d+/, all.length + 1) : next);
        }
      }
      all.at(-1).after(row);
    }
  }
}

/** Whether other words than those that were before the writer stand in the form by now. */
const isOlder = (form, version) => version !== undefined && version !== form.elements.version?.value;

/**
 * Ticks of strangers' forms stay as they are: one of them starts a clock, and nobody set it this time. Words that were
 * written over an older version are sent as such, so that the server shows both before either is lost.
 */
function fill(form, { pairs, version }, withTicks = !("unticked" in form.dataset)) {
  addRows(form, pairs);
  const signature = form.querySelector("[data-signature]");
  for (const part of keepable(form)) {
    const values = pairs.filter(([name]) => name === part.name).map(([, value]) => value);
    if (part.type === "checkbox" && !withTicks) continue;
    // A signature is one under the report that was read, and under no other.
    if (isSignature(part) && isOlder(form, version)) continue;
    if (ticks.includes(part.type)) part.checked = values.includes(part.value);
    else if (values.length) part.value = values[0];
    if (isSignature(part)) part.dispatchEvent(new Event("restore"));
  }
  if (!signature && isOlder(form, version)) form.elements.version.value = version;
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

// The life of a draft

/** What is old goes, and what was sent once the server says that it has arrived; what cannot be asked after waits. */
async function settle() {
  await Promise.all(shelf.keys().map(async (key) => {
    const draft = shelf.read(key);
    if (!draft || Date.now() - draft.at > DAY) return shelf.remove(key);
    if (!draft.sent || draft.member !== member) return;
    try {
      const answer = await fetch(`${document.body.dataset.receipts}/${draft.submission}`, { cache: "no-store" });
      if (answer.ok && (await answer.json()).kept) shelf.remove(key);
    } catch {
      // No line: it is asked again on the next page.
    }
  }));
}

function keep(form) {
  const submission = form.elements.submission.value;
  const key = PREFIX + member + " " + submission;
  const place = new URL(form.action).pathname + " " + form.dataset.keep;
  const own = shelf.read(key);
  const isRefused = document.querySelector(".errors") !== null;
  let isDirty = isRefused;
  const put = (sent, goesOn = false) =>
    shelf.write(key, {
      member, submission, place, sent, goesOn, at: Date.now(), version: form.elements.version?.value, pairs: typed(form),
    });

  // The same filled form again, by a reload after it was refused: what was typed last is the newer.
  if (own && said(own.pairs) !== said(typed(form))) {
    fill(form, own);
    tellRestored(key);
    isDirty = true;
  }
  form.addEventListener("input", () => {
    isDirty = true;
    put(false);
  });
  form.addEventListener("submit", (event) => event.defaultPrevented || !isDirty || put(true));
  addEventListener("beforeunload", (event) => {
    if (isDirty && member && !form.dataset.sent && !document.documentElement.hidden) event.preventDefault();
  });
  /** The same page again at once, by its writer's own wish: whatever was typed is to be in it. */
  const takeAlong = () => {
    if (!isDirty) return;
    put(false, true);
    isDirty = false;
  };
  return { form, key, place, takeAlong, goesOn: isRefused || own !== null };
}

const others = ({ key, place }) =>
  shelf.keys()
    .filter((one) => one !== key)
    .map((one) => ({ ...shelf.read(one), key: one }))
    .filter((draft) => draft.place === place && draft.member === member && draft.pairs)
    .sort((one, other) => other.at - one.at);

/** What was typed here before and never arrived: put back where only its writer comes, else offered. */
function offer(kept) {
  const { form, goesOn } = kept;
  if (goesOn) return;
  const personal = (form.dataset.personal ?? "").split(" ");
  for (const draft of others(kept)) {
    if (draft.goesOn && Date.now() - draft.at < MINUTE) {
      shelf.remove(draft.key);
      return fill(form, draft, true);
    }
    // Whoever opens the form next may be somebody else: they are not shown whose words these were.
    const pairs = draft.pairs.filter(([name]) => !personal.includes(name));
    if (said(pairs) === said(typed(form)) || said(pairs) === "[]") {
      shelf.remove(draft.key);
      continue;
    }
    const take = () => {
      shelf.remove(draft.key);
      fill(form, { ...draft, pairs });
    };
    if ("restore" in form.dataset) {
      take();
      return tellRestored(kept.key);
    }
    return ask(form, draft, take, () => shelf.remove(draft.key));
  }
}

/** The first words of a draft that do not stand in the form, by which its writer knows it again. */
function beginning({ pairs }, form) {
  const there = new Set(typed(form).map(String));
  return pairs.filter((pair) => !there.has(String(pair))).map(([, value]) => value)
    .reduce((longest, value) => (value.length > longest.length ? value : longest), "").slice(0, 40);
}

function ask(form, draft, take, drop) {
  const question = form.querySelector("[data-kept]");
  if (!question) return;
  const time = new Date(draft.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const what = question.querySelector("[data-kept-what]");
  question.querySelector("[data-kept-at]").textContent = time;
  what.textContent = beginning(draft, form);
  what.hidden = !what.textContent;
  question.querySelector("[data-kept-older]").hidden = !isOlder(form, draft.version);
  question.hidden = false;
  for (const [button, answer] of [["[data-kept-use]", take], ["[data-kept-drop]", drop]]) {
    question.querySelector(button).addEventListener("click", () => {
      question.hidden = true;
      answer();
      keepable(form).find((part) => part.type !== "hidden" && part.offsetParent)?.focus();
    });
  }
}

/** Says that the page was filled from the device, with a way to throw that away. */
function tellRestored(key) {
  const note = document.querySelector("[data-restored]");
  if (!note) return;
  note.hidden = false;
  note.querySelector("[data-discard]").addEventListener("click", () => {
    shelf.remove(key);
    location.assign(location.pathname + location.search);
  });
}

/** Another language is the same page again. */
document.addEventListener("submit", ({ target }) => target.matches("[data-same-page]") && kept.forEach((one) => one.takeAlong()));

/** Nobody signs out on unsent words unasked, and none of them stay for the next one at this device. */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-sign-out]");
  if (!button) return;
  const own = shelf.keys().filter((key) => shelf.read(key)?.member === member);
  if (own.some((key) => !shelf.read(key).sent) && !confirm(button.dataset.signOut)) return event.preventDefault();
  own.forEach(shelf.remove);
  kept.forEach(({ form }) => (form.dataset.sent = "yes"));
});

const kept = [...document.querySelectorAll("form[data-keep]")].filter((form) => form.elements.submission).map(keep);
await settle();
kept.forEach(offer);
