/**
 * The page's way to Python: starts the worker, shows its progress, asks it questions.
 *
 * Nothing is fetched until `start` or `call`. Every address is passed in or stands next to this
 * file, so a site works under any path prefix.
 */

/**
 * @import { Action, AnswerOf, Door, RequestOf } from "../contract.js"
 *
 * @typedef {{name: string, bytes: number}} RuntimeFile
 * @typedef {RuntimeFile & {service: string}} PackFile with the Python module that answers
 * @typedef {{folder: string, files: RuntimeFile[], packs: Record<string, PackFile>, lock: object}} Manifest
 *
 * @typedef {object} StartMessage
 * @property {"start"} type
 * @property {string} base address of the runtime's folder, ending in a slash
 * @property {RuntimeFile[]} files
 * @property {Record<string, PackFile>} packs fetched only when a call names one
 * @property {string} [pack] the one that a start needs, because it answers where a call names none
 * @property {string[]} prefetch packs that are fetched at once, for use without a network
 * @property {object} lock Pyodide's lock file, without packages: nothing is asked of another host
 * @property {WebAssembly.Module | undefined} compiled the runtime kept from an earlier start
 *
 * @typedef {StartMessage | {type: "call", id: number, request: string, pack?: string}} ToWorker
 *
 * @typedef {{type: "progress", loaded: number, total: number}
 *   | {type: "ready", compiled: WebAssembly.Module | undefined}
 *   | {type: "failed", key: string, detail: string}
 *   | {type: "answer", id: number, answer: string}
 *   | {type: "missing", id: number, detail: string}
 *   | {type: "error", id: number, detail: string}} FromWorker
 *
 * @typedef {{resolve: (answer: string) => void, reject: (reason: unknown) => void}} Waiting
 * @typedef {(loadedBytes: number, totalBytes: number) => void} OnProgress
 */

/**
 * Why a request has no answer.
 *
 * - `unavailable`: Python cannot start here; `key` says why.
 * - `timeout`: no answer in time; the next call starts Python again.
 * - `crashed`: Python stopped; the next call starts it again.
 * - `problem`: the request itself was refused; `key` names an entry of the words' `problem` area
 *   and `values` fill its gaps.
 *
 * For the first three kinds `key` names an entry of the words' `engine` area.
 */
export class EngineError extends Error {
  /**
   * @param {"unavailable" | "timeout" | "crashed" | "problem"} kind
   * @param {string} key
   * @param {import("../contract.js").Problem["values"]} [values]
   * @param {string} [detail] for a developer, never for the page
   */
  constructor(kind, key, values = {}, detail = "") {
    super([kind, key, detail].filter(Boolean).join(": "));
    this.name = "EngineError";
    this.kind = kind;
    this.key = key;
    this.values = values;
  }
}

/** Milliseconds without one new byte, or after the last, before a start is given up. */
const START_LIMIT = 60_000;
/** Milliseconds for one answer, unless the call says otherwise. */
const CALL_LIMIT = 20_000;

/** @template {Door} [D="person"] the door that answers where a call names no other */
export class Engine {
  #workerUrl;
  #runtimeUrl;
  #pack;
  #prefetch;
  #startLimit;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #started;
  /** @type {(error: EngineError) => void} */
  #abandonStart = () => {};
  /** @type {WebAssembly.Module | undefined} */
  #compiled;
  /** The request that opened the framework, sent again after a restart. @type {string | undefined} */
  #opening;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {Set<OnProgress>} */
  #listeners = new Set();

  /**
   * @param {object} [places]
   * @param {string | URL} [places.workerUrl] the worker's script; next to this file unless given
   * @param {string | URL} [places.runtimeUrl] the folder of the runtime's `manifest.json`
   * @param {D} [places.pack] the pack that answers, instead of a person's door
   * @param {string[]} [places.prefetch] packs that are fetched before a call names them
   * @param {number} [places.startTimeoutMs] how long a start may stand still before it is given up
   */
  constructor({ workerUrl, runtimeUrl, pack, prefetch, startTimeoutMs } = {}) {
    this.#workerUrl = new URL(workerUrl ?? "./worker.js", import.meta.url);
    this.#runtimeUrl = new URL(runtimeUrl ?? "../../runtime/", import.meta.url);
    if (!this.#runtimeUrl.pathname.endsWith("/")) this.#runtimeUrl.pathname += "/";
    this.#pack = pack;
    this.#prefetch = prefetch ?? [];
    this.#startLimit = startTimeoutMs ?? START_LIMIT;
  }

  /**
   * Download and start Python. Calling it again is harmless; after a failure it tries again.
   * @returns {Promise<void>}
   */
  start() {
    if (this.#started) return this.#started;
    const attempt = this.#start().catch((error) => {
      if (this.#started === attempt) this.#end(error); // stop() may have been followed by a new start
      throw error;
    });
    this.#started = attempt;
    return attempt;
  }

  /**
   * Hear how many bytes of the runtime have come, of how many.
   * @param {OnProgress} listener
   * @returns {() => void} stops the listening
   */
  onProgress(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Ask Python for something; starts it when it is not running.
   *
   * @template {Action<P>} A
   * @template {Door} [P=D]
   * @param {A} action one of the door's actions
   * @param {RequestOf<P, A>} payload the action's fields
   * @param {object} [options]
   * @param {number} [options.timeoutMs] time for the answer, once Python runs
   * @param {P} [options.pack] the pack that answers, fetched when it is first wanted
   * @param {AbortSignal} [options.signal] rejects with the signal's reason; a late answer is dropped
   * @returns {Promise<AnswerOf<P, A>>} the answer's value; rejects with `EngineError`
   */
  async call(action, payload, { timeoutMs = CALL_LIMIT, pack, signal } = {}) {
    signal?.throwIfAborted();
    await abortable(this.start(), signal);
    const request = JSON.stringify(Object.assign({}, payload, { action }));
    const value = await this.#ask({ request, pack }, timeoutMs, signal);
    if (action === "open") this.#opening = request;
    return value;
  }

  /** Stop Python; requests under way are rejected. A later call starts it again. */
  stop() {
    this.#end(new EngineError("crashed", "stopped"));
  }

  async #start() {
    const clock = new Stillness(this.#startLimit);
    /** @type {Promise<never>} */
    const abandoned = new Promise((_, reject) => {
      this.#abandonStart = reject;
    });
    try {
      await Promise.race([this.#boot(clock), clock.expired, abandoned]);
    } finally {
      clock.stop();
    }
    if (this.#opening) await this.#ask({ request: this.#opening }, CALL_LIMIT);
  }

  /** @param {Stillness} clock */
  async #boot(clock) {
    const worker = newWorker(this.#workerUrl);
    this.#worker = worker;
    const ready = this.#listen(worker, clock);
    ready.catch(() => {}); // also heard below; the manifest may fail first
    const { folder, files, packs, lock } = await fetchManifest(this.#runtimeUrl, clock.signal);
    const base = new URL(`${folder}/`, this.#runtimeUrl).href;
    // This very worker: by now stop() may have been called and another start made its own.
    const [pack, prefetch] = [this.#pack, this.#prefetch];
    send(worker, { type: "start", base, files, packs, pack, prefetch, lock, compiled: this.#compiled });
    await ready;
  }

  /**
   * Hear one worker for its whole life.
   * @param {Worker} worker
   * @param {Stillness} clock
   * @returns {Promise<void>} resolves when Python runs
   */
  #listen(worker, clock) {
    return new Promise((resolve, reject) => {
      let ready = false;
      worker.onmessage = (/** @type {MessageEvent<FromWorker>} */ { data }) => {
        if (worker !== this.#worker) return;
        if (data.type === "progress") {
          clock.restart();
          for (const listener of this.#listeners) listener(data.loaded, data.total);
        } else if (data.type === "ready") {
          ready = true;
          this.#compiled = data.compiled;
          resolve();
        } else if (data.type === "failed") {
          reject(new EngineError("unavailable", data.key, {}, data.detail));
        } else if (data.type === "answer") {
          this.#waiting.get(data.id)?.resolve(data.answer);
        } else if (data.type === "missing") {
          const missing = new EngineError("unavailable", "not_loaded", {}, data.detail);
          this.#waiting.get(data.id)?.reject(missing);
        } else {
          this.#end(crash(data.detail));
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker !== this.#worker) return;
        if (ready) this.#end(crash(event.message));
        else reject(new EngineError("unavailable", "not_loaded", {}, event.message));
      };
    });
  }

  /**
   * @param {{request: string, pack?: string}} asked
   * @param {number} timeoutMs
   * @param {AbortSignal} [signal]
   */
  async #ask(asked, timeoutMs, signal) {
    const answer = JSON.parse(await abortable(this.#answer(asked, timeoutMs), signal));
    if (answer.ok) return answer.value;
    throw new EngineError("problem", answer.problem.key, answer.problem.values);
  }

  /**
   * The limit holds even when nobody waits any more: a worker that is stuck must not stay.
   *
   * @param {{request: string, pack?: string}} asked
   * @param {number} timeoutMs
   * @returns {Promise<string>}
   */
  async #answer(asked, timeoutMs) {
    const id = ++this.#lastId;
    const timer = setTimeout(() => this.#end(crash(), { [id]: tooSlow() }), timeoutMs);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        if (this.#worker) send(this.#worker, { type: "call", id, ...asked });
        else reject(crash());
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /**
   * Give the worker up: a stuck or broken one cannot be repaired, the next call makes a new one.
   * @param {EngineError} error for every request under way
   * @param {Record<number, EngineError>} [own] errors for some of them by id
   */
  #end(error, own = {}) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = undefined;
    this.#abandonStart(error);
    for (const [id, { reject }] of this.#waiting) reject(own[id] ?? error);
  }
}

/**
 * @param {Worker} worker
 * @param {ToWorker} message
 */
function send(worker, message) {
  worker.postMessage(message);
}

/** @param {string} [detail] */
const crash = (detail) => new EngineError("crashed", "crashed", {}, detail);
const tooSlow = () => new EngineError("timeout", "too_slow");

/** A limit on how long nothing happens. */
class Stillness {
  #abort = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #reject = (/** @type {unknown} */ _) => {};
  /** Rejects when nothing has happened for too long. @type {Promise<never>} */
  expired = new Promise((_, reject) => {
    this.#reject = reject;
  });

  /** @param {number} limit milliseconds */
  constructor(limit) {
    this.limit = limit;
    this.signal = this.#abort.signal;
    this.expired.catch(() => {}); // the clock may outlive its race
    this.restart();
  }

  /** Something happened: count from now. */
  restart() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#reject(tooSlow());
      this.#abort.abort();
    }, this.limit);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

/**
 * @param {URL} url
 * @returns {Worker}
 */
function newWorker(url) {
  const streams = typeof WebAssembly === "object" && "instantiateStreaming" in WebAssembly;
  if (typeof Worker !== "function" || !streams) throw new EngineError("unavailable", "old_browser");
  let knowsModules = false;
  const options = {
    /** A browser without module workers never reads this. */
    get type() {
      knowsModules = true;
      return /** @type {const} */ ("module");
    },
  };
  try {
    const worker = new Worker(url, options);
    if (knowsModules) return worker;
    worker.terminate();
  } catch (error) {
    throw new EngineError("unavailable", "not_loaded", {}, String(error));
  }
  throw new EngineError("unavailable", "old_browser");
}

/**
 * @param {URL} runtimeUrl
 * @param {AbortSignal} signal
 * @returns {Promise<Manifest>}
 */
async function fetchManifest(runtimeUrl, signal) {
  const url = new URL("manifest.json", runtimeUrl);
  try {
    // Revalidated each time, so that a new release's folder is seen at once.
    const response = await fetch(url, { cache: "no-cache", signal });
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.json();
  } catch (error) {
    throw new EngineError("unavailable", "not_loaded", {}, `${url}: ${error}`);
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>} settles as the promise does, or rejects when the signal is aborted first
 */
function abortable(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
