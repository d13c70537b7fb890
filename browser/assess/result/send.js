/**
 * Sending a person's answers to the facilitator who invited them: by mail, by the device's share
 * sheet, or copied.
 */

import { onPress, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../../common/invitation.js").Invitation} Invitation
 * @typedef {import("../../common/words.js").Words} Words
 */

/** Characters of a mail's address: some programs cut off longer ones. */
const MOST_OF_MAIL = 1800;

export class Send {
  #root;
  #words;
  #copy;
  #message = "";
  #subject = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Words} needs.words
   * @param {(element: HTMLElement, text: string) => void} needs.copy
   */
  constructor({ root, words, copy }) {
    this.#root = root;
    this.#words = words;
    this.#copy = copy;
    onPress(root, "send-share", () => this.#share());
    onPress(root, "send-copy", ({ currentTarget }) => {
      if (currentTarget instanceof HTMLElement) this.#copy(currentTarget, this.#message);
    });
  }

  /**
   * @param {Invitation | undefined} invitation nobody invited whoever has none
   * @param {string} message the link, and the code on a line below it
   */
  show(invitation, message) {
    show(this.#root, "send", invitation !== undefined);
    if (!invitation) return;
    this.#message = message;
    this.#subject = this.#words.say("assess.send_subject", { title: invitation.title }).trim();
    const { reply_to: address } = invitation;
    part(this.#root, "send-to", HTMLElement).textContent = address && this.#words.say("assess.send_to", { address });
    const mail = mailTo(address, this.#subject, message);
    const fits = mail.length <= MOST_OF_MAIL;
    const link = part(this.#root, "send-mail", HTMLAnchorElement);
    link.hidden = !fits;
    link.href = fits ? mail : "";
    show(this.#root, "send-long", !fits);
    show(this.#root, "send-share", typeof navigator.share === "function");
  }

  async #share() {
    try {
      await navigator.share({ title: this.#subject, text: this.#message });
    } catch {
      // Closed without sharing, or refused: the other ways are there.
    }
  }
}

/**
 * @param {string} address empty where the mail program asks for it
 * @param {string} subject
 * @param {string} body
 * @returns {string} the address of a mail that waits to be sent
 */
export function mailTo(address, subject, body) {
  const lines = body.split("\n").join("\r\n"); // as RFC 6068 has it
  const to = encodeURIComponent(address).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
