/**
 * Stands in for the engine's worker in the tests of the pages: it speaks the same messages, and has
 * each request answered by the tests' own Python, at `doors` next to this file (`stand_in.py`).
 *
 * @import { FromWorker, StartMessage, ToWorker } from "../../browser/engine/engine.js"
 */

/** Names this worker's own doors, which last as long as it does. */
const worker = crypto.randomUUID();

/** @type {StartMessage | undefined} */
let started;
/** Settles when the request before has been answered: Python answers one after another. */
let before = Promise.resolve();

globalThis.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "start") {
    started = data;
    countEveryByte(data);
    tell({ type: "ready", compiled: undefined });
  } else {
    const { id, request, pack } = data;
    before = before.then(async () => tell({ id, ...(await answer(request, pack)) }));
  }
};

/** @param {FromWorker} message to the page */
function tell(message) {
  globalThis.postMessage(message);
}

/**
 * Report as much progress as a download of all that this start needs, file by file.
 * @param {StartMessage} start
 */
function countEveryByte({ files, packs, pack }) {
  const own = pack === undefined ? undefined : packs[pack];
  const sizes = [...files, ...(own ? [own] : [])].map(({ bytes }) => bytes);
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  let loaded = 0;
  for (const bytes of sizes) {
    loaded += bytes;
    tell({ type: "progress", loaded, total });
  }
}

/**
 * @param {string} request
 * @param {string | undefined} named the pack that the request names
 * @returns {Promise<{type: "answer", answer: string} | {type: "missing" | "error", detail: string}>}
 */
async function answer(request, named) {
  try {
    if (!started) throw new Error("a request came before the start");
    const pack = named ?? started.pack;
    if (pack !== undefined && !started.packs[pack]) {
      return { type: "missing", detail: `there is no pack ${pack}` };
    }
    const body = JSON.stringify({ worker, pack, request });
    const response = await fetch(new URL("doors", import.meta.url), { method: "POST", body });
    const text = await response.text();
    return response.ok ? { type: "answer", answer: text } : { type: "error", detail: text };
  } catch (error) {
    return { type: "error", detail: String(error) };
  }
}
