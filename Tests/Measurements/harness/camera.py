"""Photographs as phones take them, made here, so that no file of anybody's has to be kept."""

import base64
import shutil
import struct
import zlib

CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)

#: Grain on slopes of colour, which takes as much room in a file as a real room does.
DRAW = """async ([width, height, grain, quality, seed]) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext("2d");
  const slope = paper.createLinearGradient(0, 0, width, height);
  slope.addColorStop(0, `hsl(${seed * 37 % 360} 60% 40%)`);
  slope.addColorStop(1, `hsl(${seed * 91 % 360} 40% 70%)`);
  paper.fillStyle = slope;
  paper.fillRect(0, 0, width, height);
  let state = seed * 2654435761 >>> 0;
  const strip = 256;
  for (let top = 0; top < height; top += strip) {
    const rows = paper.getImageData(0, top, width, Math.min(strip, height - top));
    for (let at = 0; at < rows.data.length; at += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 24) % grain - grain / 2;
      rows.data[at] += noise; rows.data[at + 1] += noise; rows.data[at + 2] += noise;
    }
    paper.putImageData(rows, 0, top);
  }
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  canvas.width = canvas.height = 0;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}"""


def png(shade):
    """A photograph of one colour."""
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    rows = (b"\0" + bytes([shade, 100, 200]) * 64) * 48
    head = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def photograph(page, seed, width=4000, height=3000, size=4_000_000):
    """The bytes of one, of about that many; each seed gives another."""
    for grain in range(20, 250, 10):
        taken = base64.b64decode(page.evaluate(DRAW, [width, height, grain, 0.9, seed]))
        if len(taken) >= size:
            break
    return taken
