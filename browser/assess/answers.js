/**
 * One person's answers, as the form shows them and as `mainstream.response` writes them.
 */

import { today } from "../common/dates.js";
import { RESPONSE_FORMAT, RESPONSE_VERSION, STATES_WITHOUT_MARK, UNANSWERED } from "../contract.js";

/**
 * @typedef {import("../contract.js").Answer} Answer
 * @typedef {import("../contract.js").Framework} Framework
 * @typedef {import("../contract.js").Response} Response
 */

/** The name of the question that is not about an enabler. */
export const POINT_OF_VIEW = "point-of-view";

/**
 * @param {Framework} framework
 * @returns {Response} nothing answered
 */
export function noAnswers(framework) {
  return {
    format: RESPONSE_FORMAT,
    format_version: RESPONSE_VERSION,
    framework: named(framework),
    point_of_view: null,
    date: null,
    answers: {},
  };
}

/**
 * @param {Framework} framework
 * @returns what a file says of the framework that it belongs to
 */
export function named({ id, version, scale }) {
  return { id, version, points: scale.points };
}

/**
 * Whether data is what this page itself writes for this framework. Anything else is for Python to
 * read, which can say what is wrong with it.
 * @param {unknown} data
 * @param {Framework} framework
 * @returns {data is Response}
 */
export function isOwnResponse(data, framework) {
  if (!isRecord(data) || !isRecord(data.framework) || !isRecord(data.answers)) return false;
  const { answers } = data;
  return (
    data.format === RESPONSE_FORMAT &&
    data.format_version === RESPONSE_VERSION &&
    data.framework.id === framework.id &&
    typeof data.framework.version === "string" &&
    isTextOrNull(data.point_of_view) &&
    isTextOrNull(data.date) &&
    (data.group === undefined || typeof data.group === "string") &&
    framework.enablers.every(({ id }) => isAnswer(answers[id], framework.scale.points))
  );
}

/**
 * Whether there is more to say of kept answers than the form can show: they come from another
 * version of the framework, or answer enablers that this one does not have.
 * @param {Response} response
 * @param {Framework} framework
 */
export function needsReading(response, framework) {
  const known = new Set(framework.enablers.map(({ id }) => id));
  return (
    response.framework.version !== framework.version ||
    Object.keys(response.answers).some((id) => !known.has(id))
  );
}

/**
 * @param {Response} response
 * @param {Framework} framework
 * @returns {number} how many of the framework's enablers have a mark or a state
 */
export function countAnswered({ answers }, framework) {
  return framework.enablers.filter(({ id }) => isAnswered(answers[id])).length;
}

/**
 * @param {Answer | undefined} answer
 * @returns {boolean}
 */
export function isAnswered(answer) {
  return choiceOf(answer) !== "";
}

/**
 * @param {Response} response
 * @returns {number} how many notes it holds
 */
export function countNotes({ answers }) {
  return Object.values(answers).filter((answer) => answer?.note).length;
}

/**
 * @param {Response} response
 * @returns {boolean} whether there is anything in it to lose
 */
export function isEmpty({ answers, point_of_view, group }) {
  return point_of_view === null && !group && Object.keys(answers).length === 0;
}

/**
 * Another tab's answers with this tab's latest change in them.
 * @param {Response} theirs
 * @param {Response} ours
 * @param {string} question the enabler, or the point of view, that was changed here
 * @returns {Response}
 */
export function withChange(theirs, ours, question) {
  if (question === POINT_OF_VIEW) {
    return { ...theirs, point_of_view: ours.point_of_view, group: ours.group };
  }
  const answers = { ...theirs.answers };
  const answer = ours.answers[question];
  if (answer) answers[question] = answer;
  else delete answers[question];
  return { ...theirs, answers, date: ours.date };
}

/**
 * @param {Answer | undefined} answer
 * @returns {string} the value of the radio button that stands for it; empty for none
 */
export function choiceOf(answer) {
  if (answer?.mark !== undefined) return String(answer.mark);
  if (answer?.state && answer.state !== UNANSWERED) return answer.state;
  return "";
}

/** The form on the page. What it cannot show (enablers it does not know, a group) it carries along. */
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
      return POINT_OF_VIEW; // it is asked beside the point of view
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


/**
 * @param {unknown} value
 * @param {number} points of the scale
 * @returns {boolean} whether it can stand for an answer
 */
function isAnswer(value, points) {
  if (value === undefined) return true;
  if (!isRecord(value) || (value.note !== undefined && typeof value.note !== "string")) return false;
  const { mark, state } = value;
  if (mark === undefined) return STATES_WITHOUT_MARK.some((known) => known === state);
  return Number.isInteger(mark) && Number(mark) >= 1 && Number(mark) <= points;
}

/** @param {unknown} value */
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
