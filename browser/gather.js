/**
 * Bringing answers in: what is pasted, files, and hands that were counted.
 */

import { EngineError } from "./engine.js";
import { copyOf, fill, onPress, part, parts, show } from "./parts.js";

/**
 * @typedef {import("./answers.js").Framework} Framework
 * @typedef {import("./notices.js").Notices} Notices
 * @typedef {import("./scorer.js").Scorer} Scorer
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Workshop} Workshop
 * @typedef {import("./session.js").Counts} Counts
 * @typedef {import("./words.js").Words} Words
 *
 * @typedef {{where: string, number: number, shown: string, verdict: string,
 *   problem?: {key: string, values: Record<string, unknown>}}} Verdict
 * @typedef {{workshop?: Workshop, verdicts: Verdict[], counts: Record<string, number>,
 *   notices: {key: string, values: Record<string, unknown>}[], table?: Mapping}} Gathered
 * @typedef {{number: number, heading: string, samples: string[], role: string, sure: boolean,
 *   enabler: string | null, statement: string | null}} Column
 * @typedef {{layout: string, header_row: number, columns: Column[], rows: number}} Mapping
 * @typedef {{id: string, number: number, title: string, statements: {id: string, text: string}[]}} Enabler
 */

/** Bytes: far more than 10,000 people's answers with notes. */
const LARGEST_FILE = 30_000_000;
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
  /** The workshop before the last answers came. @type {Workshop | undefined} */
  #before;
  /** Files that wait until a table's mapping is confirmed. @type {File[]} */
  #waiting = [];

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
      this.#waiting.push(...(files.files ?? []));
      files.value = ""; // so that the same file can be chosen again
      this.#nextFile();
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
    return this.#gather({ text, group: "" });
  }

  async #addPasted() {
    const box = part(this.#root, "paste", HTMLTextAreaElement);
    if (!box.value.trim()) return this.#refuse(this.#words.say("session.paste_empty"));
    const done = await this.#gather({ text: box.value, group: this.#group });
    if (done) box.value = "";
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
      this.#waiting.push(...(event.dataTransfer?.files ?? []));
      this.#nextFile();
    });
  }

  async #nextFile() {
    const file = this.#waiting.shift();
    if (!file) return;
    const name = file.name;
    show(this.#root, "verdicts", false); // what is said of the last one is over
    if (file.size > LARGEST_FILE) {
      this.#refuse(this.#words.say("session.file_too_large", { name }));
    } else {
      try {
        const isWorkbook = /\.xls[xm]?$/i.test(name);
        if (isWorkbook) {
          const base64 = await asBase64(file);
          await this.#gather({ name, base64, group: this.#group }, "spreadsheet");
        } else {
          const text = decoded(new Uint8Array(await file.arrayBuffer()));
          await this.#gather({ name, text, group: this.#group });
        }
      } catch {
        this.#refuse(this.#words.say("session.file_unreadable", { name }));
      }
    }
    if (part(this.#root, "mapping", HTMLElement).hidden) await this.#nextFile();
  }

  /**
   * @param {object} payload
   * @param {string} [pack]
   * @returns {Promise<boolean>} whether it could be read
   */
  async #gather(payload, pack) {
    show(this.#root, "verdicts", false);
    this.#notices.announce(this.#words.say("session.reading"));
    const before = this.#session.workshop;
    try {
      const options = { pack, timeoutMs: PATIENCE };
      /** @type {Gathered} */
      const gathered = await this.#scorer.ask("gather", { ...payload, workshop: before }, options);
      if (gathered.table) this.#askForMapping(gathered.table);
      else this.#took(gathered, before);
      return true;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.#refuse(this.#problemText(error));
      return false;
    }
  }

  /**
   * @param {Gathered} gathered
   * @param {Workshop} before
   */
  #took({ workshop, verdicts, counts, notices }, before) {
    const changed = (counts.added ?? 0) + (counts.completed ?? 0) > 0;
    if (workshop && changed) this.#session.put(workshop);
    this.#before = changed ? before : undefined;
    const kinds = ["added", "completed", "here", "empty", "problem", "nothing"];
    const title = kinds
      .filter((kind) => counts[kind])
      .map((kind) => this.#words.say(`session.verdict_${kind}`, { count: counts[kind] }))
      .join(" ");
    const telling = verdicts.filter(({ verdict }) => verdict !== "added");
    const lines = telling.slice(0, MOST_SHOWN).map((verdict) => this.#verdictLine(verdict));
    if (telling.length > MOST_SHOWN) {
      lines.push({ where: "", said: this.#words.say("session.verdicts_more", { count: telling.length - MOST_SHOWN }) });
    }
    for (const notice of notices) lines.push({ where: "", said: this.#words.problem(notice) });
    this.#showVerdicts(title || this.#words.say("session.verdict_none"), lines);
  }

  /** @param {Verdict} verdict */
  #verdictLine({ where, number, shown, verdict, problem }) {
    const place = this.#words.say(`session.where_${where}`, { number, shown });
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
    show(this.#root, "verdicts-undo", this.#before !== undefined);
    show(this.#root, "verdicts", true);
    this.#notices.announce("");
    part(this.#root, "verdicts-title", HTMLElement).focus();
  }

  /** @param {string} text */
  #refuse(text) {
    this.#before = undefined;
    this.#showVerdicts(text, []);
  }

  #undo() {
    const before = this.#before;
    this.#closeVerdicts();
    if (!before) return;
    this.#session.put(before);
    this.#notices.say(this.#words.say("session.undone"));
  }

  #closeVerdicts() {
    this.#before = undefined;
    show(this.#root, "verdicts", false);
    part(this.#root, "paste", HTMLElement).focus();
  }

  /** @param {EngineError} error */
  #problemText(error) {
    return error.kind === "problem" ? this.#words.refusal(error) : this.#words.say("session.engine_needed");
  }

  /** @param {Mapping} mapping */
  #askForMapping(mapping) {
    this.#mapping = mapping;
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
      return { ...column, role, enabler, statement };
    });
    const before = this.#session.workshop;
    try {
      const gathered = await this.#scorer.ask(
        "gather-table",
        { workshop: before, mapping: { ...mapping, columns }, group: this.#group },
        { timeoutMs: PATIENCE },
      );
      show(this.#root, "mapping", false);
      this.#took(gathered, before);
      await this.#nextFile();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.#refuse(this.#problemText(error));
    }
  }

  #leaveTable() {
    show(this.#root, "mapping", false);
    part(this.#root, "files", HTMLElement).focus();
    this.#nextFile();
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
    this.#session.change({ counted: [...before.counted, counted] });
    part(this.#root, "hands", HTMLFormElement).reset();
    this.#before = before;
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
    this.#showPeople(workshop);
    this.#showCounted(workshop);
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
          const people = workshop.people.filter((_, other) => other !== index);
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
          const counted = workshop.counted.filter((other) => other !== each);
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
    this.#session.change(changes);
    this.#notices.show(text, {
      undo: () => {
        this.#session.put(before);
        this.#notices.say(this.#words.say("session.undone"));
      },
    });
    part(this.#root, "notice-text", HTMLElement).focus();
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
