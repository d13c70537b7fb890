/** The search dialog: loads the index when it opens, and lists the pages that have the words. */

const PARTS = 2; // parts of a page listed below it

/**
 * What the theme's search worker finds: a page, or a part of one with a `#` in its location.
 * Title and text are HTML with the words found in `<mark>`.
 *
 * @typedef {{location: string, title: string, text: string, score: number}} Found
 */

/** Wire the search dialog. */
export function wireSearch() {
  const dialog = document.getElementById("site-search");
  const query = dialog?.querySelector("input");
  const status = dialog?.querySelector("[role=status]");
  const list = dialog?.querySelector("ol");
  if (!query || !list || !(status instanceof HTMLElement)) return;

  /** @type {Promise<Index> | null} */
  let index = null;
  let asked = 0;

  const show = async () => {
    const turn = ++asked;
    try {
      index ??= Index.load();
      if (query.value.trim()) status.textContent ||= status.dataset.loading ?? "";
      const groups = query.value.trim() ? await (await index).find(query.value) : [];
      if (turn !== asked) return; // a later question has been asked
      const base = (await index).base;
      list.replaceChildren(...groups.map((group) => entry(group, base)));
      status.textContent = query.value.trim() ? summary(status.dataset, groups.length) : "";
    } catch {
      index = null; // the next letter tries again
      list.replaceChildren();
      status.textContent = status.dataset.failed ?? "";
    }
  };

  query.addEventListener("focus", show);
  query.addEventListener("input", show);
  query.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
}

/** The theme's search worker, set up with this site's index. */
class Index {
  /** @type {((groups: Found[][]) => void)[]} */
  #waiting = [];

  /**
   * @param {Worker} worker
   * @param {URL} base the site's root
   */
  constructor(worker, base) {
    this.worker = worker;
    this.base = base;
  }

  /** @returns {Promise<Index>} */
  static async load() {
    const config = JSON.parse(document.getElementById("__config")?.textContent ?? "");
    const base = new URL(config.base, location.href);
    const answer = await fetch(new URL("search/search_index.json", base));
    if (!answer.ok) throw new Error(`search index: ${answer.status}`);
    const { config: settings, docs } = await answer.json();
    const worker = new Worker(new URL(config.search, location.href));
    const index = new Index(worker, base);
    await new Promise((resolve, reject) => {
      worker.addEventListener("error", reject, { once: true });
      worker.addEventListener("message", resolve, { once: true });
      worker.postMessage({ type: 0, data: { config: settings, docs, options: {} } });
    });
    worker.addEventListener("message", ({ data }) => index.#waiting.shift()?.(data.data.items));
    return index;
  }

  /**
   * The pages that have some of the words, best first, each with its parts that have them.
   *
   * @param {string} words
   * @returns {Promise<Found[][]>}
   */
  find(words) {
    return new Promise((resolve) => {
      this.#waiting.push(resolve); // the worker answers in the order of the questions
      this.worker.postMessage({ type: 2, data: question(words) });
    });
  }
}

/**
 * What people type, as the worker reads it. It looks for words that begin with each term; a boost
 * of one, which changes nothing else, makes it take a short word whole, so that it knows "we" and
 * "on" for words to leave out.
 *
 * @param {string} words
 */
function question(words) {
  const terms = words.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return terms.map((term) => (term.length > 3 ? term : `${term}^1`)).join(" ");
}

/**
 * How many pages there are, in the form that the page's language has for so many.
 *
 * @param {DOMStringMap} words
 * @param {number} count
 */
function summary(words, count) {
  if (!count) return words.none ?? "";
  const found = JSON.parse(words.found ?? '""');
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  const text = typeof found === "string" ? found : (found[form] ?? found.other);
  return text.replace("{count}", String(count));
}

/**
 * @param {Found[]} group
 * @param {URL} base
 */
function entry(group, base) {
  const page = group.find((found) => !found.location.includes("#")) ?? group[0];
  const item = document.createElement("li");
  if (!page) return item;
  item.append(link(page, base));
  const best = group[0];
  if (best?.text) {
    const text = document.createElement("p");
    text.append(marked(best.text));
    item.append(text);
  }
  const parts = group.filter((found) => found !== page).slice(0, PARTS);
  if (parts.length) {
    const list = document.createElement("ul");
    for (const part of parts) {
      const row = document.createElement("li");
      row.append(link(part, base));
      list.append(row);
    }
    item.append(list);
  }
  return item;
}

/**
 * @param {Found} found
 * @param {URL} base
 */
function link(found, base) {
  const anchor = document.createElement("a");
  anchor.href = new URL(found.location, base).href;
  anchor.append(marked(found.title));
  return anchor;
}

/**
 * The text of some HTML, with its marks and nothing else.
 *
 * @param {string} html
 */
function marked(html) {
  const source = new DOMParser().parseFromString(html, "text/html");
  for (const block of source.querySelectorAll("p, li, td, th, dt, dd")) block.append(" ");
  const text = document.createDocumentFragment();
  const walker = source.createTreeWalker(source.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.localName === "mark") {
      const mark = document.createElement("mark");
      mark.append(node.textContent ?? "");
      text.append(mark);
    } else {
      text.append(node.textContent ?? "");
    }
  }
  return text;
}
