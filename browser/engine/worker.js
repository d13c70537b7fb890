/**
 * The worker that runs Python: it downloads the runtime, starts it and passes requests on.
 *
 * It holds no rule of scoring. Messages are typed in `engine.js`, which is its only caller.
 *
 * @import { FromWorker, PackFile, RuntimeFile, StartMessage, ToWorker } from "./engine.js"
 */

/** @typedef {(request: string) => string} Handle */

/** @typedef {{handle: Handle}} Door what answers requests; Python's own, behind a proxy */

/** @typedef {{new_door: (page?: Door) => Door}} DoorModule a module of Python that makes a door */

/** The module of the door that answers where the page names no pack of its own. */
const SERVICE = "mainstream.scoring.doors.person";

/** The page's own door. @type {Door | undefined} */
let pageDoor;
/** Gives the door of a pack. @type {(name: string) => Promise<Door>} */
let doorOfPack;

globalThis.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "start") {
    try {
      const compiled = await startPython(data);
      tell({ type: "ready", compiled });
    } catch (error) {
      tell({ type: "failed", key: reasonFor(error), detail: String(error) });
    }
    return;
  }
  try {
    if (!pageDoor) throw new Error("a request came before Python had started");
    const door = data.pack ? await doorOfPack(data.pack) : pageDoor;
    tell({ type: "answer", id: data.id, answer: door.handle(data.request) });
  } catch (error) {
    if (error instanceof NotLoaded) {
      tell({ type: "missing", id: data.id, detail: String(error) });
    } else {
      tell({ type: "error", id: data.id, detail: String(error) });
    }
  }
};

/** @param {FromWorker} message to the page */
function tell(message) {
  globalThis.postMessage(message);
}

/** A file of the runtime could not be fetched. */
class NotLoaded extends Error {}

/**
 * Download everything at once, start Python and import what answers.
 *
 * @param {StartMessage} start
 * @returns {Promise<WebAssembly.Module | undefined>} the compiled runtime, to start again from
 */
async function startPython({ base, files, packs, pack, prefetch, lock, compiled }) {
  const own = pack === undefined ? undefined : packs[pack];
  const downloads = new Downloads(base, own ? [...files, own] : files, compiled ? ["pyodide.asm.wasm"] : []);
  const glue = downloads.script("pyodide.asm.mjs");
  const loader = downloads.script("pyodide.mjs");
  downloads.data("pyodide.asm.wasm", "application/wasm", "\0asm");
  downloads.data("python_stdlib.zip", "application/zip", "PK");
  if (own) downloads.data(own.name, "application/zip", "PK");
  const instantiated = watchInstantiation(compiled);

  const { loadPyodide } = /** @type {typeof import("pyodide")} */ (await loader);
  const { default: createPyodideModule } = /** @type {{default: unknown}} */ (await glue);
  const options = {
    createPyodideModule,
    indexURL: base,
    packageBaseUrl: base,
    stdLibURL: new URL("python_stdlib.zip", base).href,
    lockFileContents: lock,
  };
  // loadPyodide only logs, and never settles, when a file is missing or the module is refused.
  const python = await Promise.race([
    loadPyodide(/** @type {Parameters<typeof loadPyodide>[0]} */ (options)),
    downloads.failure,
    instantiated.failure,
  ]);
  /** @type {DoorModule} */
  const opened = pack === undefined ? python.pyimport(SERVICE) : await openPack(python, base, pack, own);
  pageDoor = opened.new_door();
  doorOfPack = packLoader(python, base, packs, pageDoor);
  prefetchAll(
    base,
    prefetch.flatMap((name) => (packs[name] ? [{ name, file: packs[name] }] : [])),
  );
  return instantiated.module();
}

/**
 * Packs are zips with modules of our package, put next to those that Python has, and their libraries.
 * The door of a pack that is opened later may work on what the page's door has open.
 *
 * @param {import("pyodide").PyodideInterface} python
 * @param {string} base
 * @param {StartMessage["packs"]} packs
 * @param {Door | undefined} page
 * @returns {(name: string) => Promise<Door>} rejects with `NotLoaded`; the next call tries again
 */
function packLoader(python, base, packs, page) {
  /** @type {Map<string, Promise<Door>>} */
  const loaded = new Map();
  return (name) => {
    const known = loaded.get(name);
    if (known) return known;
    const loading = openPack(python, base, name, packs[name]).then((module) => module.new_door(page));
    loaded.set(name, loading);
    loading.catch(() => loaded.delete(name));
    return loading;
  };
}

/** Packs that were fetched before they were wanted, by name. @type {Map<string, Promise<Response>>} */
const prefetched = new Map();

/**
 * Fetch packs, so that the page needs no network from now on. What cannot be fetched is asked for
 * again when it is wanted.
 *
 * @param {string} base
 * @param {{name: string, file: PackFile}[]} packs
 */
function prefetchAll(base, packs) {
  for (const { name, file } of packs) {
    const response = fetch(new URL(file.name, base));
    prefetched.set(name, response);
    response.catch(() => prefetched.delete(name));
  }
}

/**
 * @param {import("pyodide").PyodideInterface} python
 * @param {string} base
 * @param {string} name
 * @param {PackFile | undefined} file
 * @returns {Promise<DoorModule>}
 */
async function openPack(python, base, name, file) {
  if (!file) throw new NotLoaded(`there is no pack ${name}`);
  const fetched = prefetched.get(name) ?? fetch(new URL(file.name, base));
  prefetched.delete(name);
  const response = await fetched.catch((error) => {
    throw new NotLoaded(`${file.name}: ${error}`);
  });
  const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
  if (bytes.byteLength !== file.bytes || !startsWith(bytes, "PK")) {
    throw new NotLoaded(`${file.name}: ${response.status}, ${bytes.byteLength} bytes`);
  }
  const path = `/lib/${file.name}`;
  python.FS.writeFile(path, bytes);
  python.pyimport("mainstream.scoring.doors.packs").open_pack(path);
  return python.pyimport(file.service);
}

/** Fetches each file of the runtime once, counts its bytes, and hands it to whoever asks. */
class Downloads {
  /** @type {Map<string, Promise<Response>>} */
  #responses = new Map();
  /** @type {Map<string, number>} */
  #sizes;
  #loaded = 0;
  #total;
  #fetchElsewhere = globalThis.fetch.bind(globalThis);
  /** @type {(error: unknown) => void} */
  #fail = () => {};
  /** Rejects when a download fails; never resolves. @type {Promise<never>} */
  failure = new Promise((_, reject) => {
    this.#fail = reject;
  });

  /**
   * @param {string} base address of the folder, ending in a slash
   * @param {RuntimeFile[]} files
   * @param {string[]} present files that need no download
   */
  constructor(base, files, present) {
    this.base = base;
    this.#sizes = new Map(files.map(({ name, bytes }) => [name, bytes]));
    for (const name of present) {
      this.#responses.set(new URL(name, base).href, Promise.resolve(new Response()));
      this.#sizes.delete(name);
    }
    this.#total = [...this.#sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.failure.catch(() => {}); // heard by the race above, or already settled otherwise
    globalThis.fetch = (input, options) => {
      const address = new URL(input instanceof Request ? input.url : input, base).href;
      return this.#responses.get(address) ?? this.#fetchElsewhere(input, options);
    };
  }

  /**
   * Import a module of the runtime; its bytes count when it has arrived.
   * @param {string} name
   * @returns {Promise<unknown>}
   */
  async script(name) {
    try {
      const module = await import(new URL(name, this.base).href);
      this.#count(this.#sizes.get(name) ?? 0);
      return module;
    } catch (error) {
      const failure = new NotLoaded(`${name}: ${error}`);
      this.#fail(failure);
      throw failure;
    }
  }

  /**
   * Start to fetch a file, counting its bytes as they come.
   * @param {string} name
   * @param {string} mediaType what the file is, whatever the host says: WebAssembly compiles as it
   *   streams only under its own media type
   * @param {string} signature what the file begins with: some hosts send a page for a missing file
   */
  data(name, mediaType, signature) {
    const address = new URL(name, this.base).href;
    if (this.#responses.has(address)) return;
    const response = this.#fetch(name, address, mediaType, signature);
    response.catch(this.#fail);
    this.#responses.set(address, response);
  }

  /**
   * @param {string} name
   * @param {string} address
   * @param {string} mediaType
   * @param {string} signature
   */
  async #fetch(name, address, mediaType, signature) {
    const response = await this.#fetchElsewhere(address).catch((error) => {
      throw new NotLoaded(`${name}: ${error}`);
    });
    if (!response.ok || !response.body) throw new NotLoaded(`${name}: ${response.status}`);
    const reader = response.body.getReader();
    let received = 0;
    const counted = new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done && received !== this.#sizes.get(name)) throw new Error(`${received} bytes`);
          if (done) return controller.close();
          if (!received && !startsWith(value, signature)) throw new Error("not such a file");
          received += value.byteLength;
          this.#count(value.byteLength);
          controller.enqueue(value);
        } catch (error) {
          const failure = new NotLoaded(`${name}: ${error}`);
          this.#fail(failure);
          controller.error(failure);
        }
      },
    });
    return new Response(counted, { headers: { "content-type": mediaType } });
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes;
    tell({ type: "progress", loaded: this.#loaded, total: this.#total });
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} signature
 */
function startsWith(bytes, signature) {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/**
 * Tell when the runtime is refused, and keep the compiled module for the next start.
 *
 * @param {WebAssembly.Module | undefined} compiled a module kept from an earlier start
 * @returns {{failure: Promise<never>, module: () => WebAssembly.Module | undefined}}
 */
function watchInstantiation(compiled) {
  let module = compiled;
  const instantiateStreaming = WebAssembly.instantiateStreaming.bind(WebAssembly);
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const made = compiled
          ? { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) }
          : await instantiateStreaming(source, imports);
        module = made.module;
        return made;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  failure.catch(() => {}); // heard by the race above, or already settled otherwise
  return { failure, module: () => module };
}

/**
 * The name, among the interface's words, of why Python could not start.
 * @param {unknown} error
 */
function reasonFor(error) {
  if (error instanceof NotLoaded) return "not_loaded";
  if (error instanceof RangeError) return "no_memory";
  if (error instanceof WebAssembly.CompileError) return "old_browser";
  if (error instanceof WebAssembly.LinkError) return "old_browser";
  return "did_not_start";
}
