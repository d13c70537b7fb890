/**
 * The workshop page: joins planning, gathering, comparing, deciding and keeping.
 */

import { Handing } from "../common/handing.js";
import { Keeping, keptAs } from "../common/keeping.js";
import { Notices, offerUndo } from "../common/notices.js";
import { embedded, fill, part, parts, show } from "../common/parts.js";
import { takeSharedPart } from "../common/shared_link.js";
import { Words } from "../common/words.js";
import { isRefusal } from "../engine/reason.js";
import { Scorer } from "../engine/scorer.js";
import { Sheets } from "../kept/sheets.js";
import { Compare } from "./compare/compare.js";
import { Present } from "./compare/present.js";
import { Decide } from "./decide/decide.js";
import { Filing } from "./filing/filing.js";
import { Gather } from "./gather/gather.js";
import { isByShape, RememberedTables } from "./gather/table/remembered.js";
import { Plan } from "./plan/plan.js";
import { countPeople, isOwnWorkshop, Session } from "./session.js";

/**
 * @typedef {import("../contract.js").Framework} Framework
 */

const STEPS = ["plan", "gather", "compare", "decide", "keep"];

class WorkshopPage {
  #root;
  #words;
  #notices;
  #session;
  #plan;
  #gather;
  #compare;
  #decide;
  #keeping;
  #scorer;
  #step = "";
  /** What the notice about another tab takes back: all that came while it was shown. @type {(() => void)[]} */
  #waysBack = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    const framework = embedded("assess-framework");
    const { enablers } = framework;
    const words = new Words(embedded("assess-words"), root.dataset.locale ?? "en-GB");
    const notices = new Notices(root);
    const keeping = new Keeping(
      keptAs(framework.id, "workshop"),
      /** @returns {data is import("../contract.js").Workshop} */ (data) => isOwnWorkshop(data, framework),
      `mainstream:${location.pathname.replace(/index\.html$/, "")}:${framework.id}:workshop`,
    );
    const tables = new RememberedTables(
      new Keeping(keptAs(framework.id, "workshop", "tables"), isByShape),
      () => keeping.state === "on",
    );
    const sheets = new Sheets({ file: { framework } });
    const session = new Session(framework, keeping, sheets);
    const areas = words.areas("result", "workshop", "import");
    const scorer = new Scorer(root, { framework, words: areas }, words, notices, {
      pack: "workshop",
      area: "session",
      prefetch: ["spreadsheet", "qr"], // a meeting room may have no network
    });
    const handing = new Handing(words, notices);
    const shared = { root, session, framework, enablers, scorer, words, notices, handing };
    this.#root = root;
    this.#words = words;
    this.#notices = notices;
    this.#session = session;
    this.#keeping = keeping;
    this.#scorer = scorer;
    this.#plan = new Plan(shared);
    this.#gather = new Gather({ ...shared, tables });
    this.#compare = new Compare(shared);
    this.#decide = new Decide({ ...shared, compare: this.#compare });
    new Present({ root, compare: this.#compare, enablers, words, keeping });
    new Filing({ ...shared, keeping, sheets, tables });
    keeping.onElsewhere(() => this.#takeFromElsewhere());
    scorer.onRetry(() => this.#draw());
  }

  begin() {
    this.#root.classList.add("is-scripted");
    show(this.#root, "steps", true);
    history.scrollRestoration = "manual";
    addEventListener("hashchange", () => this.#arrive(true));
    this.#session.onChange(() => this.#showStates());
    this.#showStates();
    this.#arrive(false);
    this.#readOlder();
  }

  /** What this browser keeps may be from another version: Python reads older ones. */
  async #readOlder() {
    const text = this.#keeping.unread();
    if (!text) return;
    const before = this.#session.workshop;
    try {
      const { workshop } = await this.#scorer.ask("open-workshop", { workshop: this.#session.whole, text });
      this.#session.apply(before, workshop);
      this.#keeping.forgetUnread();
    } catch (error) {
      const problem = isRefusal(error) ? this.#words.problem(error) : "";
      this.#notices.show(this.#words.say("session.kept_unread", { problem }));
    }
  }

  /** @param {boolean} focus */
  #arrive(focus) {
    const shared = takeSharedPart();
    if (shared) {
      history.replaceState(null, "", "#gather");
      this.#show("gather");
      this.#gather.addText(shared);
      return;
    }
    const name = location.hash.slice(1);
    if (STEPS.includes(name)) this.#show(name);
    else if (!this.#step) this.#show("plan");
    else return; // a link within the page, such as the skip link, leads nowhere else
    const view = parts(this.#root, "view").find(({ dataset }) => dataset.step === this.#step);
    if (!focus || !view) return;
    part(view, "heading", HTMLElement).focus({ preventScroll: true });
    this.#root.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** @param {string} step */
  #show(step) {
    this.#notices.moveOn();
    this.#step = step;
    this.#root.dataset.view = step;
    for (const view of parts(this.#root, "view")) view.hidden = view.dataset.step !== step;
    for (const link of parts(this.#root, "step-link")) {
      if (link.dataset.step === step) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    this.#draw();
  }

  #draw() {
    if (this.#step === "plan") this.#plan.draw();
    if (this.#step === "compare") this.#compare.draw();
    if (this.#step === "decide") this.#decide.draw();
  }

  /** What each step holds by now, next to its name. */
  #showStates() {
    const { workshop } = this.#session;
    const { priorities, title } = workshop;
    const count = countPeople(workshop);
    /** @type {Record<string, string>} */
    const states = {
      plan: title,
      gather: count ? this.#words.say("session.state_people", { count }) : "",
      decide: priorities.length ? this.#words.say("session.state_priorities", { count: priorities.length }) : "",
    };
    for (const link of parts(this.#root, "step-link")) fill(link, "step-state", states[link.dataset.step ?? ""] ?? "");
  }

  /** Another tab has changed or deleted what is kept: show the same here, with a way back. */
  #takeFromElsewhere() {
    const putBack = this.#session.takeFromElsewhere();
    if (!putBack) return;
    const text = this.#words.say("session.other_tab");
    if (this.#notices.isShowing(text)) {
      this.#waysBack.push(putBack);
      return;
    }
    const waysBack = [putBack];
    this.#waysBack = waysBack;
    offerUndo(this.#notices, this.#words, text, () => {
      for (const goBack of waysBack.reverse()) goBack();
    });
  }
}

const root = document.getElementById("workshop");
if (root) new WorkshopPage(root).begin();
