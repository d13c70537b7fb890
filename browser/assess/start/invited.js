/**
 * The invitation that led a person to the scoring page: what the session is about, and its groups.
 */

import { sessionLine } from "../../common/framework.js";
import { readInvitation } from "../../common/invitation.js";
import { fill, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../answers/answer_form.js").AnswerForm} AnswerForm
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../common/invitation.js").Invitation} Invitation
 * @typedef {import("../../common/keeping.js").Keeping<Response>} ResponseKeeping
 * @typedef {import("../../common/words.js").Words} Words
 */

export class Invited {
  #root;
  #form;
  #framework;
  #keeping;
  #words;
  /** @type {Invitation | undefined} */
  #invitation;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {AnswerForm} needs.form
   * @param {Framework} needs.framework
   * @param {ResponseKeeping} needs.keeping
   * @param {Words} needs.words
   */
  constructor({ root, form, framework, keeping, words }) {
    this.#root = root;
    this.#form = form;
    this.#framework = framework;
    this.#keeping = keeping;
    this.#words = words;
    this.#show(keeping.settings.invitation);
  }

  /**
   * Take the invitation that the address holds, if it does.
   * @returns {boolean} whether it did
   */
  takeAddress() {
    const invitation = readInvitation(location.hash);
    if (!invitation) return false;
    this.#keeping.set({ invitation });
    this.#show(invitation);
    return true;
  }

  /** @returns {Invitation | undefined} */
  get invitation() {
    return this.#invitation;
  }

  /** Choose the session's point of view, where the person has chosen none. */
  preset() {
    const view = this.#invitation?.point_of_view ?? "";
    const known = this.#framework.points_of_view.some(({ id }) => id === view);
    const { response } = this.#form;
    if (known && response.point_of_view === null) this.#form.show({ ...response, point_of_view: view });
  }

  /** Show the person's group among those of the session. */
  refresh() {
    const groups = this.#invitation?.groups ?? [];
    const mine = this.#form.response.group ?? "";
    const names = mine && !groups.includes(mine) ? [...groups, mine] : groups;
    const select = part(this.#root, "group", HTMLSelectElement);
    const none = new Option(this.#words.say("assess.group_none"), "");
    if (document.activeElement !== select) {
      select.replaceChildren(none, ...names.map((name) => new Option(name, name)));
    }
    select.value = mine;
    show(this.#root, "group-field", names.length > 0);
  }

  /** The session is over for this person: their answers are deleted. */
  forget() {
    this.#keeping.set({ invitation: undefined });
    this.#show(undefined);
  }

  /** @param {Invitation | undefined} invitation */
  #show(invitation) {
    this.#invitation = invitation;
    show(this.#root, "invited", invitation !== undefined);
    if (invitation) {
      fill(this.#root, "invited-title", invitation.title || this.#words.say("assess.invited"));
      fill(this.#root, "invited-about", sessionLine(invitation, this.#framework, this.#words));
      fill(this.#root, "invited-purpose", invitation.purpose);
      const text = invitation.groups.length ? "assess.invited_text_link" : "assess.invited_text";
      fill(this.#root, "invited-text", this.#words.say(text));
    }
    this.refresh();
  }
}
