/**
 * Planning a session: what it is about, and the invitation made from that.
 */

import { drawing } from "../../common/drawing.js";
import { controls, setValue } from "../../common/fields.js";
import { sessionLine } from "../../common/framework.js";
import { writeInvitation } from "../../common/invitation.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { printOnly } from "../../common/printing.js";
import { isRefusal } from "../../engine/reason.js";
import { countIn } from "../count_field.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../common/handing.js").Handing} Handing
 * @typedef {import("../../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../common/words.js").Words} Words
 */

export class Plan {
  #root;
  #session;
  #framework;
  #scorer;
  #words;
  /** The link that the QR code shown was drawn for. */
  #drawn = "";
  #qr = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Handing} needs.handing
   */
  constructor({ root, session, framework, scorer, words, handing }) {
    this.#root = root;
    this.#session = session;
    this.#framework = framework;
    this.#scorer = scorer;
    this.#words = words;
    const form = part(root, "plan-form", HTMLFormElement);
    form.addEventListener("input", () => this.#take());
    form.addEventListener("change", () => this.draw());
    form.addEventListener("submit", (event) => event.preventDefault());
    onPress(root, "copy-invitation", () =>
      handing.copy(part(root, "invitation-link", HTMLInputElement), words.say("assess.copied_link")),
    );
    onPress(root, "print-invitation", async () => {
      await this.draw();
      printOnly(root, "invitation");
    });
    onPress(root, "save-qr", async () => {
      await this.draw();
      if (this.#qr) handing.save(new Blob([this.#qr], { type: "image/svg+xml" }), "qr.svg");
    });
    session.onChange((workshop, cause) => {
      if (cause !== "plan") this.#showFields(workshop);
      this.#showInvitation(workshop);
    });
    this.#showFields(session.workshop);
    this.#showInvitation(session.workshop);
  }

  /** The invitation's link. @returns {string} */
  get link() {
    const { title, date, purpose, point_of_view, groups, reply_to = "" } = this.#session.workshop;
    const address = new URL("../assess/", location.href.replace(/#.*$/, ""));
    address.hash = writeInvitation({ title, date, purpose, point_of_view, groups, reply_to });
    return address.href;
  }

  /** Draw the QR code of the invitation as it is now; a later change wins over an earlier one. */
  async draw() {
    const { link } = this;
    if (link === this.#drawn) return;
    this.#drawn = link;
    fill(this.#root, "qr-text", this.#words.say("session.qr_waiting"));
    try {
      const title = this.#words.say("session.qr_title");
      const { svg } = await this.#scorer.ask("qr", { text: link, title }, { pack: "qr" });
      if (link !== this.#drawn) return;
      this.#qr = svg;
      for (const name of ["qr", "paper-qr"]) part(this.#root, name, HTMLElement).replaceChildren(drawing(svg));
      fill(this.#root, "qr-text", this.#words.say("session.qr_text"));
    } catch (error) {
      if (link !== this.#drawn) return;
      this.#drawn = "";
      this.#qr = "";
      for (const name of ["qr", "paper-qr"]) part(this.#root, name, HTMLElement).replaceChildren();
      fill(this.#root, "qr-text", isRefusal(error) ? this.#words.problem(error) : this.#words.say("session.qr_failed"));
    }
  }

  #take() {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const field of this.#fields()) fields[field.dataset.field ?? ""] = field.value.trim();
    const lines = part(this.#root, "plan-groups", HTMLTextAreaElement).value.split("\n");
    const groups = [...new Set(lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean))];
    const before = this.#session.workshop.groups;
    const same = groups.join("\n") === before.join("\n");
    const invited = countIn(part(this.#root, "plan-invited", HTMLInputElement)) || undefined;
    this.#session.change({ ...fields, invited, groups: same ? before : groups }, "plan");
  }

  #fields() {
    return controls(part(this.#root, "plan-form", HTMLFormElement), "[data-field]");
  }

  /** @param {Workshop} workshop */
  #showFields(workshop) {
    for (const field of this.#fields()) {
      setValue(field, String(workshop[/** @type {keyof Workshop} */ (field.dataset.field)] ?? ""));
    }
    part(this.#root, "plan-groups", HTMLTextAreaElement).value = workshop.groups.join("\n");
    part(this.#root, "plan-invited", HTMLInputElement).value = String(workshop.invited ?? "");
  }

  /** @param {Workshop} workshop */
  #showInvitation(workshop) {
    part(this.#root, "invitation-link", HTMLInputElement).value = this.link;
    fill(this.#root, "paper-title", workshop.title || this.#words.say("session.untitled"));
    fill(this.#root, "paper-about", sessionLine(workshop, this.#framework, this.#words));
    fill(this.#root, "paper-purpose", workshop.purpose);
    show(this.#root, "paper-purpose", workshop.purpose !== "");
    fill(this.#root, "paper-link", this.link);
    // A code holds no group.
    const ways = [
      this.#words.say(workshop.groups.length ? "session.paper_3_link" : "session.paper_3"),
      workshop.reply_to && this.#words.say("session.paper_address", { address: workshop.reply_to }),
    ];
    fill(this.#root, "paper-send", ways.filter(Boolean).join(" "));
  }
}
