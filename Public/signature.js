// A pad to sign on: div[data-signature] with a hidden input, a canvas and a button to clear.
// Strokes are kept in the input as lists of points in thousandths of the pad's width, so that they survive turning the
// phone, scrolling, and a page that comes back with something to put right.

const WIDTH = 1000;
const HEIGHT = 400;
const LEAST_STEP = 3;
const MOST_POINTS = 4800;

const isPoint = (point) => Array.isArray(point) && point.length === 2 && point.every(Number.isInteger);

function kept(input) {
  try {
    const strokes = JSON.parse(input.value || "[]");
    return Array.isArray(strokes) ? strokes.filter((stroke) => Array.isArray(stroke) && stroke.every(isPoint)) : [];
  } catch {
    return [];
  }
}

function pad(box) {
  const input = box.querySelector("input");
  const canvas = box.querySelector("canvas");
  const clear = box.querySelector("[data-signature-clear]");
  const ink = canvas.getContext("2d");
  let strokes = kept(input);
  let current = null;
  let scale = 1;

  const keep = () => {
    input.value = strokes.length ? JSON.stringify(strokes) : "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const line = (stroke) => {
    ink.beginPath();
    for (const [x, y] of stroke) ink.lineTo(x * scale, y * scale);
    if (stroke.length === 1) ink.lineTo(stroke[0][0] * scale + 0.1, stroke[0][1] * scale);
    ink.stroke();
  };

  /** The bitmap has as many points as the screen, whichever way round the phone is held. */
  const draw = () => {
    const width = canvas.clientWidth;
    if (!width) return;
    const density = devicePixelRatio || 1;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round((width * HEIGHT * density) / WIDTH);
    scale = canvas.width / WIDTH;
    ink.strokeStyle = getComputedStyle(canvas).color;
    ink.lineWidth = 6 * scale;
    ink.lineCap = ink.lineJoin = "round";
    strokes.forEach(line);
  };

  const at = (event) => {
    const place = canvas.getBoundingClientRect();
    const part = (value, size, most) => Math.round(Math.min(Math.max((value / size) * most, 0), most));
    return [
      part(event.clientX - place.left, place.width, WIDTH), part(event.clientY - place.top, place.height, HEIGHT),
    ];
  };

  const points = () => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

  const add = (event) => {
    const point = at(event);
    const last = current.at(-1);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < LEAST_STEP) return;
    if (points() >= MOST_POINTS) return;
    current.push(point);
    line(current.slice(-2));
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button > 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    current = [];
    strokes.push(current);
    add(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!current || !event.isPrimary) return;
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length ? steps : [event]) add(step);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(end, () => {
      if (!current) return;
      current = null;
      strokes = strokes.filter((stroke) => stroke.length);
      keep();
    });
  }
  // A draft was put back.
  input.addEventListener("restore", () => {
    strokes = kept(input);
    draw();
  });
  clear.addEventListener("click", () => {
    strokes = [];
    keep();
    draw();
  });

  box.hidden = false;
  new ResizeObserver(draw).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

for (const box of document.querySelectorAll("[data-signature]")) pad(box);
