// Sends photographs one at a time over a bad line: made smaller first, each asked after before it is sent, so that one
// that arrived is not sent again. Without it the form sends them all at once.

const form = document.querySelector("form[data-photographs]");
const list = document.querySelector("[data-sendings]");
const status = document.querySelector("[data-photographs-status]");
const words = form?.dataset ?? {};

const seconds = (count) => new Promise((done) => setTimeout(done, count * 1000));
/** How long the line may carry nothing, and how long the server may think about a photograph, in seconds. */
const silence = 45;
const thinking = 120;

// Making smaller

/** The photograph as JPEG of the size that is kept, or as it is when that is no smaller or cannot be done here. */
async function smaller(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, words.side / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const paper = canvas.getContext("2d");
    paper.imageSmoothingQuality = "high";
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    canvas.width = canvas.height = 0;
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}

// Talking to the server

class SignedOut extends Error {}

/** Whether it has arrived already, and may be sent at all; the question costs little, the photograph minutes. */
async function askAfter(one) {
  const question = `${words.photographs}?submission=${encodeURIComponent(one.id)}`;
  const answer = await fetch(question, { headers: { Accept: "application/json" }, redirect: "manual", cache: "no-store" });
  if (answer.type === "opaqueredirect") throw new SignedOut();
  return answer.ok ? answer.json() : {};
}

/** Resolves with the answer; rejects when the line breaks, or carries nothing for too long. */
function send(one, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer = 0;
    const watch = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), limit * 1000);
    };
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = (event) => {
      watch(silence);
      onProgress(event.loaded / event.total);
    };
    request.upload.onload = () => watch(thinking);
    request.onloadend = () => clearTimeout(timer);
    request.onload = () => resolve(request);
    request.onerror = request.onabort = () => reject(new Error("broken line"));
    const data = new FormData();
    data.set("submission", one.id);
    data.set("moment", one.moment);
    data.set("photograph", one.smaller, one.file.name);
    watch(silence);
    request.send(data);
  });
}

/** What came of it: kept, refused for good with a reason, or to be tried again. */
async function attempt(one) {
  try {
    const news = await askAfter(one);
    if (news.kept) return { kept: true };
    if (news.open === false) return { refused: words.closed };
    show(one, "sending", "0 %");
    const answer = await send(one, (share) => {
      one.bar.value = share;
      show(one, "sending", `${Math.floor(share * 100)} %`);
    });
    if (answer.status === 200) return { kept: true };
    if (answer.status === 422) return { refused: JSON.parse(answer.responseText).reason };
    if (answer.status === 401) return { refused: words.signedOut };
    if (answer.status === 413) return { refused: words.tooLarge };
    if ([403, 404, 409].includes(answer.status)) return { refused: words.closed };
    return {};
  } catch (error) {
    return error instanceof SignedOut ? { refused: words.signedOut } : {};
  }
}

// What is under way

const all = [];
const isOpen = (one) => !["kept", "left-out"].includes(one.state);
let isWorking = false;
let pause = 2;

function newID() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function element(name, text = "", part = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...part });
}

// A name so that it is recognised and no more. Marks that turn the text around them are left out.
function shortName(name) {
  const plain = [...name.replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")];
  return plain.length > 40 ? [...plain.slice(0, 28), "…", ...plain.slice(-11)].join("") : plain.join("");
}

function title(label, name) {
  const title = element("b", label ? `${label} · ` : "");
  title.append(element("bdi", name));
  return title;
}

function add(file, moment) {
  const one = { file, moment, id: newID(), state: "waiting", line: element("li") };
  const label = form.querySelector(`input[name=moment][value="${moment}"]`)?.closest("label")?.textContent.trim() ?? "";
  one.words = element("span");
  one.bar = element("progress", "", { max: 1, value: 0, hidden: true });
  const name = shortName(file.name);
  one.bar.setAttribute("aria-label", name);
  one.again = element("button", words.again, { type: "button", className: "quiet", hidden: true });
  one.out = element("button", words.leaveOut, { type: "button", className: "quiet", hidden: true });
  one.again.addEventListener("click", () => {
    show(one, "waiting");
    work();
  });
  one.out.addEventListener("click", () => {
    one.line.remove();
    show(one, "left-out");
  });
  one.line.append(title(label, name), " ", one.words, " ", one.bar, " ", one.again, " ", one.out);
  list.append(one.line);
  list.hidden = false;
  all.push(one);
  if (file.size > words.bytes * 4) show(one, "refused", words.tooLarge);
  else show(one, "waiting");
}

function show(one, state, detail = "") {
  one.state = state;
  one.line.dataset.state = state;
  one.words.textContent = [words[state], detail].filter(Boolean).join(" ");
  one.bar.hidden = state !== "sending";
  one.again.hidden = one.out.hidden = state !== "refused";
  const open = all.filter(isOpen).length;
  const summary = open ? `${words.unsent} ${open}` : all.length ? words.allKept : "";
  if (status.textContent !== summary) status.textContent = summary;
}

/** Sends what waits, one after the other, for as long as it takes. */
async function work() {
  if (isWorking) return;
  isWorking = true;
  for (let one; (one = all.find(({ state }) => state === "waiting")); ) {
    if (!one.smaller) {
      show(one, "shrinking");
      one.smaller = await smaller(one.file);
    }
    await deliver(one);
    if (one.state === "kept") await refresh();
  }
  isWorking = false;
}

async function deliver(one) {
  if (one.smaller.size > words.bytes) return show(one, "refused", words.tooLarge);
  for (;;) {
    const outcome = await attempt(one);
    if (outcome.kept) {
      pause = 2;
      one.smaller = one.file = null;
      return show(one, "kept");
    }
    if (outcome.refused) return show(one, "refused", outcome.refused);
    show(one, "retrying");
    await Promise.race([seconds(pause), new Promise((done) => addEventListener("online", done, { once: true }))]);
    pause = Math.min(pause * 2, 30);
  }
}

/** Shows what is kept now, as the server draws it. */
async function refresh() {
  try {
    const answer = await fetch(location.pathname, { redirect: "manual", cache: "no-store" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [shown, news] = [document, page].map((one) => one.querySelector("[data-photographs-shown]"));
    if (shown && news) shown.replaceWith(document.adoptNode(news));
  } catch {
    // It is only the picture of what is kept; the next one brings it up to date.
  }
}

if (form) {
  const input = form.querySelector("input[type=file]");
  const chosen = () => form.querySelector("input[name=moment]:checked")?.value;
  const take = () => {
    if (!chosen() || !input.files.length) return;
    for (const file of input.files) add(file, chosen());
    input.value = "";
    work();
  };
  form.querySelector("[data-send]").parentElement.hidden = true;
  input.addEventListener("change", take);
  form.addEventListener("change", (event) => event.target.name === "moment" && take());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
  }, { capture: true });
  addEventListener("beforeunload", (event) => {
    if (all.some(isOpen)) event.preventDefault();
  });
}
