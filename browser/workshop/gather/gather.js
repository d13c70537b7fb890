/**
 * Bringing answers in: what is pasted, files, and hands that were counted.
 */

import { newId } from "../../common/ids.js";
import { part } from "../../common/parts.js";
import { MOST_WORKSHOP_CHARACTERS } from "../../contract.js";
import { reason } from "../../engine/reason.js";
import { Batch } from "./batch.js";
import { Camera } from "./camera/camera.js";
import { FileQueue } from "./file_queue.js";
import { base64Of, isWorkbook, onFiles, textOf } from "./files.js";
import { GroupChoice } from "./group_choice.js";
import { HandsForm } from "./hands.js";
import { beginnings, PasteBox } from "./paste.js";
import { PeopleList } from "./people.js";
import { TableForm } from "./table/table_form.js";
import { Turns } from "./turns.js";
import { Verdicts } from "./verdicts.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../contract.js").Gathered} Gathered
 * @typedef {import("../../contract.js").Person} Person
 * @typedef {import("../../contract.js").WholeWorkshop} WholeWorkshop
 * @typedef {(workshop: WholeWorkshop) => Promise<import("../../contract.js").Gathered | import("../../contract.js").TableToConfirm>} Asking
 *   of Python, with the workshop as it is when its turn has come
 */

/** Milliseconds: a large table takes longer than one person's answers. */
const PATIENCE = 120_000;

export class Gather {
  #session;
  #scorer;
  #words;
  #notices;
  #table;
  #tables;
  #people;
  #group;
  #paste;
  #verdicts;
  #files;
  #turns = new Turns();
  /** Whether a table that was confirmed is being added: files still wait for it. */
  #isAddingTable = false;
  /** What has been said of all that was brought in together. */
  #batch;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {import("../../contract.js").Enabler[]} needs.enablers
   * @param {import("./table/remembered.js").RememberedTables} needs.tables
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, framework, enablers, tables, scorer, words, notices }) {
    this.#session = session;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#tables = tables;
    this.#batch = new Batch(words);
    this.#group = new GroupChoice(root, words);
    this.#verdicts = new Verdicts({
      root,
      words,
      onSettle: (offers, choice) => this.#settle(offers, choice),
      onUndo: () => this.#undo(),
      onClose: () => this.#closeVerdicts(),
    });
    this.#people = new PeopleList({
      root,
      session,
      words,
      notices,
      read: async (text) => (await scorer.ask("read", { text })).response,
    });
    this.#table = new TableForm({
      root,
      framework,
      enablers,
      words,
      onConfirm: (decision, shape, source) => this.#addTable(decision, shape, source),
      onLeave: () => {
        part(root, "files", HTMLElement).focus();
        this.#files.goOn();
      },
    });
    this.#files = new FileQueue({
      read: (file) => this.#readFile(file),
      isHeld: () => this.#table.isOpen || this.#isAddingTable,
      onBegin: () => {
        this.#newBatch();
        this.#verdicts.hide();
      },
      onDone: () => this.#showBatch(),
    });
    new HandsForm({
      root,
      framework,
      words,
      count: (hands) => scorer.ask("count-hands", { hands }),
      onCounted: (tally) => this.#addHands(tally),
    });
    this.#paste = new PasteBox({ root, words, onAdd: (text) => this.#addPasted(text) });
    new Camera({
      root,
      words,
      onOpen: () => {
        this.#beginBatch();
        this.#verdicts.hide();
      },
      onRead: (text) => this.#addSeen(text),
      onClose: () => {
        if (!this.#batch.isEmpty) this.#showBatch();
      },
    });
    onFiles(root, (files) => this.#files.add(files));
    session.onChange((workshop) => this.#show(workshop));
    this.#show(session.workshop);
  }

  /**
   * Add the answers in a link that led here.
   * @param {string} text
   */
  async addText(text) {
    this.#beginBatch();
    await this.#gather({ text, group: "" });
    this.#showBatch();
  }

  /**
   * Add the answers in a code that the camera saw. The verdicts of all come when the camera is closed.
   * @param {string} text
   * @returns {Promise<string>} what became of it
   */
  async #addSeen(text) {
    const one = new Batch(this.#words);
    const isRead = await this.#gather({ text, group: this.#group.value }, (gathered) => {
      this.#batch.add(gathered, "");
      one.add(gathered, "");
    });
    const { title, lines } = (isRead ? one : this.#batch).told();
    return [title, ...lines.map(({ said }) => said)].join(" ");
  }

  /** @param {string} text */
  async #addPasted(text) {
    this.#beginBatch();
    if (!text.trim()) this.#batch.refuse(this.#words.say("session.paste_empty"));
    else await this.#gather({ text, group: this.#group.value }, (gathered) => this.#takePasted(text, gathered));
    this.#showBatch();
  }

  /**
   * What could not be read stays in the box, with its reason there.
   * @param {string} text
   * @param {Gathered} gathered
   */
  #takePasted(text, { verdicts, lines_without = [], ...rest }) {
    this.#batch.add({ ...rest, verdicts: verdicts.filter(({ problem }) => !problem) }, "");
    this.#batch.addWithout(beginnings(text, lines_without));
    this.#paste.leave(text, verdicts);
  }

  /** @param {File} file */
  async #readFile(file) {
    const { name } = file;
    if (file.size > MOST_WORKSHOP_CHARACTERS) {
      return this.#batch.refuse(this.#words.say("session.file_too_large", { name }));
    }
    const group = this.#group.value;
    const read = isWorkbook(file) ? base64Of : textOf;
    const content = await read(file).catch(() => undefined);
    if (content === undefined) return this.#batch.refuse(this.#words.say("session.file_unreadable", { name }));
    if (read === textOf) await this.#gather({ text: content, name, group });
    else await this.#gatherWorkbook({ base64: content, name, group });
  }

  /**
   * @param {Omit<import("../../contract.js").GatherText, "workshop">} given
   * @param {(gathered: Gathered) => void} [take]
   * @returns {Promise<boolean>} whether it could be read
   */
  #gather(given, take) {
    const options = { timeoutMs: PATIENCE };
    const remembered = this.#tables.all;
    const asking = (/** @type {WholeWorkshop} */ workshop) =>
      this.#scorer.ask("gather", { ...given, remembered, workshop }, options);
    return this.#ask(asking, given.name, take);
  }

  /**
   * @param {Omit<import("../../contract.js").GatherWorkbook, "workshop">} given
   * @returns {Promise<boolean>} whether it could be read
   */
  #gatherWorkbook(given) {
    const options = { pack: /** @type {const} */ ("spreadsheet"), timeoutMs: PATIENCE };
    const remembered = this.#tables.all;
    const asking = (/** @type {WholeWorkshop} */ workshop) =>
      this.#scorer.ask("gather", { ...given, remembered, workshop }, options);
    return this.#ask(asking, given.name);
  }

  /**
   * @param {import("./table/table_form.js").Decision} decision
   * @param {string} shape
   * @param {string} source
   */
  async #addTable(decision, shape, source) {
    const given = { ...decision, group: this.#group.value };
    const options = { timeoutMs: PATIENCE };
    this.#isAddingTable = true;
    const asking = (/** @type {WholeWorkshop} */ workshop) =>
      this.#scorer.ask("gather-table", { ...given, workshop }, options);
    const isAdded = await this.#ask(asking, source).finally(() => {
      this.#isAddingTable = false;
    });
    if (isAdded) {
      this.#tables.remember(shape, { mapping: decision.mapping, read_as: decision.read_as ?? {} });
      this.#files.goOn();
    } else {
      this.#table.reopen();
      this.#showBatch();
    }
  }

  /** @param {import("../../contract.js").Tally} tally */
  #addHands(tally) {
    const before = this.#session.workshop;
    const title = this.#words.say("session.hands_name");
    const counted = { id: newId(), title, date: before.date, group: this.#group.value, ...tally };
    this.#beginBatch();
    this.#batch.canBeUndone(this.#session.apply(before, { ...before, counted: [...before.counted, counted] }));
    const lines = /** @type {import("./batch.js").Line[]} */ ([]);
    this.#showVerdicts({ title: this.#words.say("session.hands_added", { count: tally.people }), lines });
  }

  /**
   * @param {Asking} asking
   * @param {string} [source] the file's name
   * @param {(gathered: Gathered) => void} [take] what to do with what is said of it
   * @returns {Promise<boolean>} whether it could be read
   */
  #ask(asking, source, take) {
    return this.#turns.take(() => this.#askNow(asking, source, take));
  }

  /**
   * @param {Asking} asking
   * @param {string} [source]
   * @param {(gathered: Gathered) => void} [take]
   * @returns {Promise<boolean>}
   */
  async #askNow(asking, source = "", take = (gathered) => this.#batch.add(gathered, source)) {
    this.#notices.announce(this.#words.say("session.reading"));
    const before = this.#session.workshop;
    try {
      const gathered = await asking(this.#session.whole);
      if ("table" in gathered) {
        this.#notices.announce("");
        this.#table.ask(gathered.table, source);
        return true;
      }
      if (gathered.changed) this.#batch.canBeUndone(this.#session.apply(before, gathered.workshop));
      take(gathered);
      return true;
    } catch (error) {
      this.#batch.refuse(reason(error, this.#words, "session.engine_needed"), source);
      return false;
    }
  }

  /** What comes next is told and undone by itself, unless it comes while files are being read. */
  #beginBatch() {
    if (!this.#files.isBusy) this.#newBatch();
  }

  /** What a person has not decided yet is asked again, while the people it is about are here. */
  #newBatch() {
    const key = (/** @type {Pick<Person, "tag" | "answers">} */ { tag, answers }) => JSON.stringify([tag, answers]);
    const here = new Set(this.#session.workshop.people.map(key));
    const open = this.#batch.undecided.filter(({ offer }) => offer && here.has(key(offer.here)));
    this.#batch = new Batch(this.#words, open);
  }

  /** Say what has become of all that was brought in together. */
  #showBatch() {
    this.#showVerdicts(this.#batch.told());
  }

  /** @param {{title: string, lines: import("./batch.js").Line[]}} told */
  #showVerdicts(told) {
    this.#notices.announce("");
    this.#verdicts.show(told, this.#batch.canUndo, this.#batch.offers);
  }

  /**
   * A person has decided whose answers they are.
   * @param {import("../../contract.js").Offer[]} offers
   * @param {import("../../contract.js").OfferChoice} choice
   */
  async #settle(offers, choice) {
    const settled = offers.map(({ here, came }) => ({ here, came, choice }));
    const options = { timeoutMs: PATIENCE };
    const asking = (/** @type {WholeWorkshop} */ workshop) =>
      this.#scorer.ask("settle", { settled, workshop }, options);
    if (await this.#ask(asking, "")) this.#batch.settle(offers);
    this.#showBatch();
  }

  #undo() {
    const batch = this.#batch;
    this.#closeVerdicts();
    batch.undo();
    this.#notices.say(this.#words.say("page.undone"));
  }

  #closeVerdicts() {
    this.#beginBatch();
    this.#verdicts.hide();
    this.#paste.focus();
  }

  /** @param {Workshop} workshop */
  #show(workshop) {
    this.#group.show(workshop.groups);
    this.#people.show(workshop);
  }
}
