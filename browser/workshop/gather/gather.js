/**
 * Bringing answers in: what is pasted, files, and hands that were counted.
 */

import { newId } from "../../common/ids.js";
import { onPress, part } from "../../common/parts.js";
import { MOST_WORKSHOP_CHARACTERS } from "../../contract.js";
import { reason } from "../../engine/reason.js";
import { Batch } from "./batch.js";
import { FileQueue } from "./file_queue.js";
import { base64Of, isWorkbook, onFiles, textOf } from "./files.js";
import { GroupChoice } from "./group_choice.js";
import { HandsForm } from "./hands.js";
import { MappingForm } from "./mapping.js";
import { PeopleList } from "./people.js";
import { Turns } from "./turns.js";
import { Verdicts } from "./verdicts.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../contract.js").WholeWorkshop} WholeWorkshop
 * @typedef {(workshop: WholeWorkshop) => Promise<import("../../contract.js").Gathered | import("../../contract.js").TableToConfirm>} Asking
 *   of Python, with the workshop as it is when its turn has come
 */

/** Milliseconds: a large table takes longer than one person's answers. */
const PATIENCE = 120_000;

export class Gather {
  #root;
  #session;
  #scorer;
  #words;
  #notices;
  #mapping;
  #people;
  #group;
  #verdicts;
  #files;
  #turns = new Turns();
  /** What has been said of all that was brought in together. */
  #batch;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {import("../../contract.js").Enabler[]} needs.enablers
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, framework, enablers, scorer, words, notices }) {
    this.#root = root;
    this.#session = session;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#batch = new Batch(words);
    this.#group = new GroupChoice(root, words);
    this.#verdicts = new Verdicts({ root, onUndo: () => this.#undo(), onClose: () => this.#closeVerdicts() });
    this.#people = new PeopleList({ root, session, words, notices });
    this.#mapping = new MappingForm({
      root,
      enablers,
      words,
      onConfirm: (mapping, source) => this.#addTable(mapping, source),
      onLeave: () => {
        part(root, "files", HTMLElement).focus();
        this.#files.goOn();
      },
    });
    this.#files = new FileQueue({
      read: (file) => this.#readFile(file),
      isHeld: () => this.#mapping.isOpen,
      onBegin: () => {
        this.#batch = new Batch(words);
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
    onPress(root, "paste-add", () => this.#addPasted());
    onFiles(root, (files) => this.#files.add(files));
    session.onChange((workshop) => this.#show(workshop));
    this.#show(session.workshop);
  }

  /**
   * Add the answers in a link that led here.
   * @param {string} text
   */
  async addText(text) {
    this.#batch = new Batch(this.#words);
    await this.#gather({ text, group: "" });
    this.#showBatch();
  }

  async #addPasted() {
    const box = part(this.#root, "paste", HTMLTextAreaElement);
    const text = box.value;
    if (!this.#files.isReading) this.#batch = new Batch(this.#words);
    if (!text.trim()) this.#batch.refuse(this.#words.say("session.paste_empty"));
    else if (await this.#gather({ text, group: this.#group.value })) {
      if (box.value === text) box.value = "";
    }
    this.#showBatch();
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
   * @returns {Promise<boolean>} whether it could be read
   */
  #gather(given) {
    const options = { timeoutMs: PATIENCE };
    return this.#ask((workshop) => this.#scorer.ask("gather", { ...given, workshop }, options), given.name);
  }

  /**
   * @param {Omit<import("../../contract.js").GatherWorkbook, "workshop">} given
   * @returns {Promise<boolean>} whether it could be read
   */
  #gatherWorkbook(given) {
    const options = { pack: /** @type {const} */ ("spreadsheet"), timeoutMs: PATIENCE };
    return this.#ask((workshop) => this.#scorer.ask("gather", { ...given, workshop }, options), given.name);
  }

  /**
   * @param {import("../../contract.js").ColumnMapping} mapping
   * @param {string} source
   */
  async #addTable(mapping, source) {
    const given = { mapping, group: this.#group.value };
    const options = { timeoutMs: PATIENCE };
    if (await this.#ask((workshop) => this.#scorer.ask("gather-table", { ...given, workshop }, options), source)) {
      this.#files.goOn();
    } else {
      this.#mapping.reopen();
      this.#showBatch();
    }
  }

  /** @param {import("../../contract.js").Tally} tally */
  #addHands(tally) {
    const before = this.#session.workshop;
    const title = this.#words.say("session.hands_name");
    const counted = { id: newId(), title, date: before.date, group: this.#group.value, ...tally };
    this.#batch = new Batch(this.#words);
    this.#batch.canBeUndone(this.#session.apply(before, { ...before, counted: [...before.counted, counted] }));
    const lines = /** @type {import("./batch.js").Line[]} */ ([]);
    this.#showVerdicts({ title: this.#words.say("session.hands_added", { count: tally.people }), lines });
  }

  /**
   * @param {Asking} asking
   * @param {string} [source] the file's name
   * @returns {Promise<boolean>} whether it could be read
   */
  #ask(asking, source) {
    return this.#turns.take(() => this.#askNow(asking, source));
  }

  /**
   * @param {Asking} asking
   * @param {string} [source]
   * @returns {Promise<boolean>}
   */
  async #askNow(asking, source = "") {
    this.#notices.announce(this.#words.say("session.reading"));
    const before = this.#session.workshop;
    try {
      const gathered = await asking(this.#session.whole);
      if ("table" in gathered) {
        this.#notices.announce("");
        this.#mapping.ask(gathered.table, source);
        return true;
      }
      if (gathered.changed) this.#batch.canBeUndone(this.#session.apply(before, gathered.workshop));
      this.#batch.add(gathered, source);
      return true;
    } catch (error) {
      this.#batch.refuse(reason(error, this.#words, "session.engine_needed"), source);
      return false;
    }
  }

  /** Say what has become of all that was brought in together. */
  #showBatch() {
    this.#showVerdicts(this.#batch.told());
  }

  /** @param {{title: string, lines: import("./batch.js").Line[]}} told */
  #showVerdicts(told) {
    this.#notices.announce("");
    this.#verdicts.show(told, this.#batch.canUndo);
  }

  #undo() {
    const batch = this.#batch;
    this.#closeVerdicts();
    batch.undo();
    this.#notices.say(this.#words.say("page.undone"));
  }

  #closeVerdicts() {
    this.#batch = new Batch(this.#words);
    this.#verdicts.hide();
    part(this.#root, "paste", HTMLElement).focus();
  }

  /** @param {Workshop} workshop */
  #show(workshop) {
    this.#group.show(workshop.groups);
    this.#people.show(workshop);
  }
}
