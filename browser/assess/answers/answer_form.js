/**
 * The questions on the page, and the answers that are chosen there.
 */

import { choiceOf } from "../../common/answer.js";
import { today } from "../../common/dates.js";
import { named } from "../../common/framework.js";
import { STATES_WITHOUT_MARK, UNANSWERED } from "../../contract.js";
import { noAnswers, POINT_OF_VIEW } from "../answers.js";

/**
 * @typedef {import("../../contract.js").Answer} Answer
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 */

/** What the form cannot show (enablers it does not know, a group) it carries along. */
export class AnswerForm {
  #form;
  #framework;
  /** @type {Response} */
  #response;

  /**
   * @param {HTMLFormElement} form
   * @param {Framework} framework
   */
  constructor(form, framework) {
    this.#form = form;
    this.#framework = framework;
    this.#response = noAnswers(framework);
  }

  /** What is answered now. @returns {Response} */
  get response() {
    return this.#response;
  }

  /**
   * Show other answers.
   * @param {Response} response
   */
  show(response) {
    this.#response = response;
    this.#choose(POINT_OF_VIEW, response.point_of_view ?? "");
    for (const { id } of this.#framework.enablers) {
      const answer = response.answers[id];
      this.#choose(`mark-${id}`, choiceOf(answer));
      const note = this.#note(id);
      // A field that already says so keeps the place of its cursor.
      if (note.value !== (answer?.note ?? "")) note.value = answer?.note ?? "";
    }
  }

  /**
   * Let the answers keep the tag that their code has.
   * @param {number} tag
   */
  setTag(tag) {
    this.#response = { ...this.#response, tag };
  }

  /**
   * Take over what the person has just changed.
   * @param {EventTarget | null} control
   * @returns {string | undefined} the question that was changed
   */
  take(control) {
    if (control instanceof HTMLSelectElement && control.name === "group") {
      const { group: _, ...response } = this.#response;
      this.#response = control.value ? { ...response, group: control.value } : response;
      return POINT_OF_VIEW; // it is asked next to the point of view
    }
    const named = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    const question = named ? control.name.replace(/^(mark|note)-/, "") : "";
    if (question === POINT_OF_VIEW) {
      const point_of_view = this.#chosen(POINT_OF_VIEW) || null;
      this.#response = { ...this.#response, point_of_view };
      return question;
    }
    if (!this.#framework.enablers.some(({ id }) => id === question)) return undefined;
    this.#takeAnswer(question);
    return question;
  }

  /**
   * Take back the choice, but not the note, of a question.
   * @param {string} question
   */
  clear(question) {
    if (question === POINT_OF_VIEW) {
      this.#choose(POINT_OF_VIEW, "");
      this.#response = { ...this.#response, point_of_view: null };
    } else {
      this.#choose(`mark-${question}`, "");
      this.#takeAnswer(question);
    }
  }

  /** @param {string} id */
  #takeAnswer(id) {
    const choice = this.#chosen(`mark-${id}`);
    const note = this.#note(id).value;
    const answers = { ...this.#response.answers };
    /** @type {Answer} */
    const answer = /^\d+$/.test(choice)
      ? { mark: Number(choice) }
      : { state: STATES_WITHOUT_MARK.find((state) => state === choice) ?? UNANSWERED };
    if (note.trim()) answer.note = note;
    if (choice || answer.note) answers[id] = answer;
    else delete answers[id];
    this.#response = {
      ...this.#response,
      framework: named(this.#framework),
      date: today(),
      answers,
    };
  }

  /** @param {string} name */
  #radios(name) {
    const named = this.#form.elements.namedItem(name);
    return named instanceof RadioNodeList ? [...named].filter((n) => n instanceof HTMLInputElement) : [];
  }

  /** @param {string} name */
  #chosen(name) {
    return this.#radios(name).find((radio) => radio.checked)?.value ?? "";
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #choose(name, value) {
    for (const radio of this.#radios(name)) radio.checked = radio.value === value;
  }

  /** @param {string} id */
  #note(id) {
    const note = this.#form.elements.namedItem(`note-${id}`);
    if (note instanceof HTMLTextAreaElement) return note;
    throw new Error(`the page has no note for ${id}`);
  }
}
