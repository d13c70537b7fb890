/**
 * Bringing answers in: what is pasted, files, and hands that were counted.
 */

import { MOST_WORKSHOP_CHARACTERS, VERDICTS } from "../contract.js";
import { EngineError } from "../engine/engine.js";
import { offerUndo } from "../common/notices.js";
import { copyOf, fill, onPress, part, parts, show } from "../common/parts.js";

/**
 * @typedef {import("../assess/answers.js").Framework} Framework
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Workshop} Workshop
 * @typedef {import("./session.js").Counts} Counts
 * @typedef {import("../common/words.js").Words} Words
 *
 * @typedef {import("../contract.js").Gathered} Gathered
 * @typedef {import("../contract.js").ProposedMapping} Mapping
 * @typedef {import("../contract.js").Column} Column
 * @typedef {import("../contract.js").Enabler} Enabler
 * @typedef {import("../contract.js").Verdict} Verdict
 * @typedef {(workshop: Workshop) => Promise<Gathered | import("../contract.js").TableToConfirm>} Asking of Python, with the workshop
 *   as it is when its turn has come
 */

/** Verdicts shown by the line; the rest are counted. */
const MOST_SHOWN = 100;
/** Milliseconds: a large table takes longer than one person's answers. */
const PATIENCE = 120_000;

export class Gather {
  #root;
  #session;
  #framework;
  #scorer;
  #words;
  #notices;
  #enablers;
  /** The table's mapping that waits to be confirmed. @type {Mapping | undefined} */
  #mapping;
  #mappingSource = "";
  /** Files that wait for their turn, or until a table's mapping is confirmed. @type {File[]} */
  #waiting = [];
  #isReadingFiles = false;
  /** Requests go one after another: each begins with what the one before it has made. */
  #last = Promise.resolve();
  /** What has been said of all that was brought in together. */
  #batch = new Batch();
  /** The people and groups that the list shows. @type {unknown[]} */
  #shown = [];

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {Enabler[]} needs.enablers
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, framework, enablers, scorer, words, notices }) {
    this.#enablers = enablers;
    this.#root = root;
    this.#session = session;
    this.#framework = framework;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    onPress(root, "paste-add", () => this.#addPasted());
    const files = part(root, "files", HTMLInputElement);
    files.addEventListener("change", () => {
      this.#addFiles([...(files.files ?? [])]);
      files.value = ""; // so that the same file can be chosen again
    });
    this.#listenToDrops(part(root, "drop", HTMLElement));
    onPress(root, "verdicts-undo", () => this.#undo());
    onPress(root, "verdicts-close", () => this.#closeVerdicts());
    onPress(root, "mapping-yes", () => this.#addTable());
    onPress(root, "mapping-no", () => this.#leaveTable());
    part(root, "hands", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      this.#addHands();
    });
    part(root, "hands-box", HTMLDetailsElement).open = false;
    session.onChange((workshop) => this.#show(workshop));
    this.#show(session.workshop);
  }

  /**
   * Add the answers in a link that led here.
   * @param {string} text
   */
  async addText(text) {
    this.#batch = new Batch();
    await this.#gather({ text, group: "" }, "");
    this.#showBatch();
  }

  async #addPasted() {
    const box = part(this.#root, "paste", HTMLTextAreaElement);
    const text = box.value;
    if (!this.#isReadingFiles) this.#batch = new Batch();
    if (!text.trim()) this.#batch.refuse(this.#words.say("session.paste_empty"), "");
    else if (await this.#gather({ text, group: this.#group }, "")) {
      if (box.value === text) box.value = "";
    }
    this.#showBatch();
  }

  /** @param {HTMLElement} place */
  #listenToDrops(place) {
    const isOver = (/** @type {boolean} */ over) => place.classList.toggle("is-over", over);
    for (const name of ["dragenter", "dragover"]) {
      place.addEventListener(name, (event) => {
        event.preventDefault();
        isOver(true);
      });
    }
    place.addEventListener("dragleave", () => isOver(false));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      isOver(false);
      this.#addFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** @param {File[]} files */
  #addFiles(files) {
    this.#waiting.push(...files);
    if (this.#isReadingFiles || this.#asksForMapping) return;
    this.#batch = new Batch();
    show(this.#root, "verdicts", false);
    this.#readFiles();
  }

  get #asksForMapping() {
    return !part(this.#root, "mapping", HTMLElement).hidden;
  }

  /** Read the files that wait, up to one whose columns a person has to confirm. */
  async #readFiles() {
    this.#isReadingFiles = true;
    for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
      await this.#readFile(file);
      if (this.#asksForMapping) break;
    }
    this.#isReadingFiles = false;
    if (!this.#asksForMapping) this.#showBatch();
  }

  /** @param {File} file */
  async #readFile(file) {
    const { name } = file;
    if (file.size > MOST_WORKSHOP_CHARACTERS) {
      return this.#batch.refuse(this.#words.say("session.file_too_large", { name }), "");
    }
    const group = this.#group;
    const isWorkbook = /\.(?:xls[bmx]?|ods)$/i.test(name);
    let read;
    try {
      read = isWorkbook ? await asBase64(file) : decoded(new Uint8Array(await file.arrayBuffer()));
    } catch {
      return this.#batch.refuse(this.#words.say("session.file_unreadable", { name }), "");
    }
    if (isWorkbook) await this.#gatherWorkbook({ base64: read, name, group });
    else await this.#gather({ text: read, name, group }, name);
  }

  /**
   * @param {Omit<import("../contract.js").GatherText, "workshop">} given
   * @param {string} source the file's name, or empty
   * @returns {Promise<boolean>} whether it could be read
   */
  #gather(given, source) {
    return this.#ask((workshop) => this.#scorer.ask("gather", { ...given, workshop }, { timeoutMs: PATIENCE }), source);
  }

  /**
   * @param {Omit<import("../contract.js").GatherWorkbook, "workshop">} given
   * @returns {Promise<boolean>} whether it could be read
   */
  #gatherWorkbook(given) {
    const options = { pack: /** @type {const} */ ("spreadsheet"), timeoutMs: PATIENCE };
    return this.#ask((workshop) => this.#scorer.ask("gather", { ...given, workshop }, options), given.name ?? "");
  }

  /**
   * @param {Asking} asking
   * @param {string} source
   * @returns {Promise<boolean>}
   */
  #ask(asking, source) {
    const asked = this.#last.then(() => this.#askNow(asking, source));
    this.#last = asked.then(() => {}, () => {});
    return asked;
  }

  /**
   * @param {Asking} asking
   * @param {string} source
   * @returns {Promise<boolean>}
   */
  async #askNow(asking, source) {
    this.#notices.announce(this.#words.say("session.reading"));
    const before = this.#session.workshop;
    try {
      const gathered = await asking(this.#session.whole);
      if ("table" in gathered) this.#askForMapping(gathered.table, source);
      else this.#take(gathered, before, source);
      return true;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const text = error.kind === "problem" ? this.#words.refusal(error) : this.#words.say("session.engine_needed");
      this.#batch.refuse(text, source);
      return false;
    }
  }

  /**
   * @param {Gathered} gathered
   * @param {Workshop} before
   * @param {string} source
   */
  #take({ workshop, changed, verdicts, counts, notices }, before, source) {
    if (changed) this.#batch.undos.push(this.#session.apply(before, workshop));
    this.#batch.count(counts);
    for (const verdict of verdicts) this.#batch.say(this.#verdictLine(verdict), source);
    for (const notice of notices) this.#batch.say({ where: "", said: this.#words.problem(notice) }, source);
  }

  /** Say what has become of all that was brought in together. */
  #showBatch() {
    const { counts, lines, refusals } = this.#batch;
    const said = VERDICTS
      .filter((kind) => counts[kind])
      .map((kind) => this.#words.say(`session.verdict_${kind}`, { count: counts[kind] }));
    const [only] = refusals;
    const isAll = only && refusals.length === 1 && said.length === 0;
    const told = isAll ? lines : [...refusals, ...lines];
    const shown = told.slice(0, MOST_SHOWN);
    if (told.length > MOST_SHOWN) {
      const count = told.length - MOST_SHOWN;
      shown.push({ where: "", said: this.#words.say("session.verdicts_more", { count }) });
    }
    const title = isAll ? [only.where, only.said].filter(Boolean).join(" ") : said.join(" ");
    this.#showVerdicts(title || this.#words.say("session.verdict_none"), shown);
  }

  /** @param {Verdict} verdict */
  #verdictLine({ where, number, shown, verdict, problem }) {
    const place = this.#words.say(`session.where_${where}`, { number, shown }).replace(/,? *:$/, ":");
    const said = problem
      ? this.#words.problem(problem)
      : this.#words.say(`session.said_${verdict}`);
    return { where: place, said };
  }

  /**
   * @param {string} title
   * @param {{where: string, said: string}[]} lines
   */
  #showVerdicts(title, lines) {
    fill(this.#root, "verdicts-title", title);
    const list = part(this.#root, "verdicts-list", HTMLElement);
    list.replaceChildren(
      ...lines.map(({ where, said }) => {
        const line = copyOf(this.#root, "verdict");
        fill(line, "where", where);
        fill(line, "said", said);
        return line;
      }),
    );
    show(this.#root, "verdicts-undo", this.#batch.undos.length > 0);
    show(this.#root, "verdicts", true);
    this.#notices.announce("");
    part(this.#root, "verdicts-title", HTMLElement).focus();
  }

  #undo() {
    const { undos } = this.#batch;
    this.#closeVerdicts();
    for (const undo of undos.reverse()) undo();
    this.#notices.say(this.#words.say("page.undone"));
  }

  #closeVerdicts() {
    this.#batch = new Batch();
    show(this.#root, "verdicts", false);
    part(this.#root, "paste", HTMLElement).focus();
  }

  /**
   * @param {Mapping} mapping
   * @param {string} source
   */
  #askForMapping(mapping, source) {
    this.#mapping = mapping;
    this.#mappingSource = source;
    fill(this.#root, "mapping-title", this.#words.say("session.mapping", { name: source }));
    const { columns, rows } = mapping;
    const shown = columns.filter(({ role, heading }) => role !== "personal" && heading);
    const dropped = columns.length - shown.length;
    fill(this.#root, "mapping-personal", this.#words.say("session.mapping_dropped", { count: dropped, rows }));
    part(this.#root, "mapping-rows", HTMLElement).replaceChildren(
      ...shown.map((column) => {
        const row = copyOf(this.#root, "mapping-row");
        fill(row, "header", column.heading);
        fill(row, "sample", column.samples.join(", "));
        const select = part(row, "role", HTMLSelectElement);
        select.dataset.column = String(column.number);
        const label = this.#words.say("session.mapping_label", { header: column.heading });
        select.setAttribute("aria-label", label);
        select.replaceChildren(...this.#meanings());
        select.value = meaningOf(column);
        select.classList.toggle("is-unsure", !column.sure);
        show(row, "unsure", !column.sure);
        return row;
      }),
    );
    show(this.#root, "mapping", true);
    this.#notices.announce("");
    part(this.#root, "mapping-title", HTMLElement).focus();
  }

  /** Everything that a column can hold, to choose from. @returns {HTMLElement[]} */
  #meanings() {
    const say = (/** @type {string} */ key) => this.#words.say(`session.means_${key}`);
    const enablers = this.#enablers.map(({ id, number, title, statements }) => {
      const group = document.createElement("optgroup");
      group.label = `${number} ${title}`;
      group.replaceChildren(
        new Option(`${number} ${say("mark")}`, `mark/${id}`),
        ...statements.map(({ id: statement, text }) => new Option(`${number} ${text}`, `statement/${id}/${statement}`)),
        new Option(`${number} ${say("note")}`, `note/${id}`),
      );
      return group;
    });
    const others = ["group", "point-of-view", "date"].map((role) => new Option(say(role), role));
    return [new Option(say("ignore"), "ignore"), ...enablers, ...others];
  }

  async #addTable() {
    const mapping = this.#mapping;
    if (!mapping) return;
    const selects = part(this.#root, "mapping-rows", HTMLElement).querySelectorAll("select");
    const chosen = new Map([...selects].map(({ dataset, value }) => [Number(dataset.column), value]));
    const columns = mapping.columns.map((column) => {
      const [role, enabler = null, statement = null] = (chosen.get(column.number) ?? "ignore").split("/");
      return { ...column, role: /** @type {Column["role"]} */ (role), enabler, statement };
    });
    show(this.#root, "mapping", false);
    const given = { mapping: { ...mapping, columns }, group: this.#group };
    const done = await this.#ask(
      (workshop) => this.#scorer.ask("gather-table", { ...given, workshop }, { timeoutMs: PATIENCE }),
      this.#mappingSource,
    );
    if (!done) show(this.#root, "mapping", true); // to be mended
    if (done) this.#readFiles();
    else this.#showBatch();
  }

  #leaveTable() {
    show(this.#root, "mapping", false);
    part(this.#root, "files", HTMLElement).focus();
    this.#readFiles();
  }

  #addHands() {
    const read = this.#readHands();
    const error = part(this.#root, "hands-error", HTMLElement);
    error.hidden = read.problem === "";
    error.textContent = read.problem;
    if (read.problem) return error.focus();
    const people = Math.max(...Object.values(read.counts).map(sumOf));
    for (const counts of Object.values(read.counts)) counts.unanswered = people - sumOf(counts);
    const before = this.#session.workshop;
    const counted = {
      id: crypto.randomUUID?.() ?? `${Date.now()}`,
      title: this.#words.say("session.hands_name"),
      date: before.date,
      group: this.#group,
      people,
      counts: read.counts,
    };
    this.#batch = new Batch();
    this.#batch.undos.push(this.#session.apply(before, { ...before, counted: [...before.counted, counted] }));
    part(this.#root, "hands", HTMLFormElement).reset();
    this.#showVerdicts(this.#words.say("session.hands_added", { count: people }), []);
  }

  /** @returns {{problem: string, counts: Record<string, Counts>}} */
  #readHands() {
    /** @type {Record<string, Counts>} */
    const counts = {};
    for (const row of parts(this.#root, "hands-row")) {
      const id = row.dataset.enabler ?? "";
      const marks = this.#framework.scale.labels.map(() => 0);
      const given = { marks, not_sure: 0, does_not_apply: 0, unanswered: 0 };
      for (const input of row.querySelectorAll("input")) {
        const text = input.value.trim();
        const isCount = /^\d{0,4}$/.test(text);
        input.setAttribute("aria-invalid", String(!isCount));
        if (!isCount) {
          const problem = this.#words.say("session.hands_wrong", { text, where: input.getAttribute("aria-label") });
          return { problem, counts };
        }
        const key = input.dataset.count ?? "";
        if (key === "not_sure" || key === "does_not_apply") given[key] = Number(text);
        else marks[Number(key) - 1] = Number(text);
      }
      counts[id] = given;
    }
    const nothing = Object.values(counts).every((each) => sumOf(each) === 0);
    return { problem: nothing ? this.#words.say("session.hands_empty") : "", counts };
  }

  /** The group for answers that name none. @returns {string} */
  get #group() {
    return part(this.#root, "gather-group", HTMLSelectElement).value;
  }

  /** @param {Workshop} workshop */
  #show(workshop) {
    const select = part(this.#root, "gather-group", HTMLSelectElement);
    const chosen = select.value;
    const none = new Option(this.#words.say("session.group_none"), "");
    select.replaceChildren(none, ...workshop.groups.map((group) => new Option(group, group)));
    select.value = workshop.groups.includes(chosen) ? chosen : "";
    show(this.#root, "gather-group-field", workshop.groups.length > 0);
    fill(this.#root, "people-count", countLine(workshop, this.#words));
    // Not at each letter that is typed somewhere else: the list may be long.
    if (this.#shown[0] !== workshop.people) this.#showPeople(workshop);
    if (this.#shown[1] !== workshop.counted) this.#showCounted(workshop);
    this.#shown = [workshop.people, workshop.counted];
  }

  /** @param {Workshop} workshop */
  #showPeople(workshop) {
    show(this.#root, "people-box", workshop.people.length > 0);
    part(this.#root, "people", HTMLElement).replaceChildren(
      ...workshop.people.map((person, index) => {
        const row = copyOf(this.#root, "person");
        const number = index + 1;
        fill(row, "number", this.#words.say("session.person", { number }));
        fill(row, "group", person.group ?? "");
        const given = Object.values(person.answers).filter(({ mark, state }) => mark || state);
        fill(row, "answers", this.#words.say("session.person_answers", { count: given.length }));
        part(row, "remove", HTMLElement).setAttribute("aria-label", this.#words.say("session.remove_person", { number }));
        onPress(row, "remove", () => {
          const people = this.#session.workshop.people.filter((_, other) => other !== index);
          this.#remove({ people }, this.#words.say("session.removed_person", { number }));
        });
        return row;
      }),
    );
  }

  /** @param {Workshop} workshop */
  #showCounted(workshop) {
    show(this.#root, "counted-box", workshop.counted.length > 0);
    part(this.#root, "counted", HTMLElement).replaceChildren(
      ...workshop.counted.map((each) => {
        const item = copyOf(this.#root, "counted-item");
        const about = [each.title, each.group, each.date && this.#words.date(each.date)].filter(Boolean).join(" · ");
        const text = this.#words.say("session.counted_item", { about, count: each.people });
        fill(item, "text", text);
        part(item, "remove", HTMLElement).setAttribute("aria-label", this.#words.say("session.remove_counted", { about }));
        onPress(item, "remove", () => {
          const counted = this.#session.workshop.counted.filter(({ id }) => id !== each.id);
          this.#remove({ counted }, this.#words.say("session.removed_counted", { about }));
        });
        return item;
      }),
    );
  }

  /**
   * @param {Partial<Workshop>} changes
   * @param {string} text
   */
  #remove(changes, text) {
    const before = this.#session.workshop;
    const undo = this.#session.apply(before, { ...before, ...changes });
    offerUndo(this.#notices, this.#words, text, undo);
    part(this.#root, "notice-text", HTMLElement).focus();
  }
}

/** What is said of several files, or of one paste. */
class Batch {
  /** How many had each verdict. @type {Record<string, number>} */
  counts = {};
  /** @type {{where: string, said: string}[]} */
  lines = [];
  /** Why a whole file or paste could not be read. @type {{where: string, said: string}[]} */
  refusals = [];
  /** The ways back, in order. @type {(() => void)[]} */
  undos = [];

  /** @param {Record<string, number>} counts */
  count(counts) {
    for (const [kind, count] of Object.entries(counts)) this.counts[kind] = (this.counts[kind] ?? 0) + count;
  }

  /**
   * @param {{where: string, said: string}} line
   * @param {string} source the file's name, or empty
   */
  say({ where, said }, source) {
    this.lines.push({ where: [source, where].filter(Boolean).join(" · "), said });
  }

  /**
   * @param {string} said
   * @param {string} source
   */
  refuse(said, source) {
    this.refusals.push({ where: source && `${source}:`, said });
  }
}

/**
 * @param {Workshop} workshop
 * @param {Words} words
 * @returns {string} how many have answered
 */
export function countLine({ people, counted }, words) {
  const count = people.length + counted.reduce((sum, each) => sum + each.people, 0);
  return words.say("session.people_count", { count });
}

/** @param {Counts} counts */
function sumOf({ marks, not_sure, does_not_apply }) {
  return marks.reduce((sum, count) => sum + count, 0) + not_sure + does_not_apply;
}

/**
 * The text of a file: UTF-8, or what older spreadsheets write.
 * @param {Uint8Array} bytes
 */
function decoded(bytes) {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
function asBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/**
 * @param {Column} column
 * @returns {string} the value of the option that stands for what it holds
 */
function meaningOf({ role, enabler, statement }) {
  return [role, enabler, statement].filter(Boolean).join("/");
}
