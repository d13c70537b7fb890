/**
 * Where the person is on the scoring page: the start, a question, the check or the result.
 *
 * The place stands in the address after the `#`, so that the browser's Back button, a reload and
 * a link from an enabler's page all work.
 */

import { part, parts } from "../common/parts.js";

/**
 * @typedef {"start" | "questions" | "check" | "result"} View
 * @typedef {"one" | "all"} Mode
 * @typedef {{view: View, question?: string, returning: boolean}} Place
 *   returning: the person came from the check page and goes back there
 */

export class Steps {
  #root;
  #title = document.title;
  /** @type {HTMLElement[]} */
  #sections;
  /** @type {(place: Place) => void} */
  #onChange = () => {};
  /** @type {Mode} */
  #mode = "one";
  /** The last place that the address named. @type {Place} */
  #place = { view: "start", returning: false };

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#sections = parts(root, "step");
    history.scrollRestoration = "manual"; // a step is shown from its heading
    addEventListener("popstate", () => {
      if (this.#named()) this.#arrive();
    });
    root.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[data-step]") : null;
      if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go(link.dataset.step ?? "", { returning: link.dataset.returning === "yes" });
    });
  }

  /** The questions' names, in order. @returns {string[]} */
  get questions() {
    return this.#sections.map((section) => section.dataset.step ?? "");
  }

  /** @returns {Mode} */
  get mode() {
    return this.#mode;
  }

  /**
   * Where the person is. The skip link and other links within the page change the address and
   * lead nowhere else.
   * @returns {Place}
   */
  get place() {
    this.#place = this.#named() ?? this.#place;
    return this.#place;
  }

  /** @returns {Place | undefined} the place that the address names, if it names one */
  #named() {
    const name = location.hash.slice(1);
    const returning = history.state?.returning === true;
    if (name === "") return { view: "start", returning };
    if (name === "check" || name === "result") return { view: name, returning };
    if (this.questions.includes(name)) return { view: "questions", question: name, returning };
    return undefined;
  }

  /**
   * Show each place that the person comes to, the present one first.
   * @param {(place: Place) => void} onChange
   */
  begin(onChange) {
    this.#onChange = onChange;
    this.#show(this.place, { focus: false });
    if (this.place.view === "start") return;
    // The browser itself looks for the address's fragment until the page has loaded.
    if (document.readyState === "complete") this.#focus(this.#heading(this.place));
    else addEventListener("load", () => this.#focus(this.#heading(this.place)), { once: true });
  }

  /**
   * Go somewhere, leaving a step in the browser's history.
   * @param {string} name a question, `check`, `result`, or empty for the start
   * @param {{returning?: boolean}} [options]
   */
  go(name, { returning = false } = {}) {
    history.pushState({ returning }, "", this.#address(name));
    this.#arrive();
  }

  /** @param {string} name as for `go` */
  #address(name) {
    return name && name !== "start" ? `#${name}` : location.pathname + location.search;
  }

  /**
   * Go somewhere else than the address says, in its place.
   * @param {string} name
   */
  redirect(name) {
    history.replaceState(null, "", `#${name}`);
    this.#arrive();
  }

  /** Have the address name the place that is shown, after it held something else. */
  restoreAddress() {
    history.replaceState(history.state, "", this.#address(this.#place.question ?? this.#place.view));
  }

  /**
   * Note where the person is on the page that holds all questions, for a reload.
   * @param {string} question
   */
  stayAt(question) {
    if (this.#mode === "all") history.replaceState(history.state, "", `#${question}`);
  }

  /**
   * Go to the question after or before this one; past the last is the check, before the first the start.
   * @param {1 | -1} distance
   */
  move(distance) {
    const { question, returning } = this.place;
    if (returning && distance === 1) return this.go("check");
    const index = this.questions.indexOf(question ?? "") + distance;
    this.go(this.questions[index] ?? (distance === 1 ? "check" : ""));
  }

  /**
   * One question at a time, or all on one page.
   * @param {Mode} mode
   */
  setMode(mode) {
    this.#mode = mode;
    this.#show(this.place, { focus: false });
  }

  #arrive() {
    this.#show(this.place, { focus: true });
  }

  /**
   * @param {Place} place
   * @param {{focus: boolean}} options
   */
  #show(place, { focus }) {
    const { view, question } = place;
    this.#root.dataset.view = view;
    this.#root.dataset.mode = this.#mode;
    for (const name of /** @type {const} */ (["start", "check", "result"])) {
      part(this.#root, name, HTMLElement).hidden = view !== name;
    }
    for (const section of this.#sections) {
      const here = section.dataset.step === question;
      section.classList.toggle("is-current", here);
    }
    for (const level of parts(this.#root, "level")) {
      level.classList.toggle("is-current", level.querySelector(".is-current") !== null);
    }
    for (const link of this.#root.querySelectorAll("nav a[data-step]")) {
      if (link instanceof HTMLElement && link.dataset.step === question) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const heading = this.#heading(place);
    document.title = view === "start" ? this.#title : `${heading.textContent} – ${this.#title}`;
    const here = location.hash;
    this.#onChange(place);
    if (focus && location.hash === here) this.#focus(heading); // unless it led on elsewhere
  }

  /** @param {HTMLElement} heading */
  #focus(heading) {
    heading.focus({ preventScroll: true });
    const section = heading.closest("[data-part=step], [data-part=check], [data-part=result]");
    // One question at a time stands at the top of the form, below how far the person has come.
    const alone = this.#mode === "one" && section?.closest("[data-part=form]");
    (alone || section || this.#root).scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** @param {Place} place */
  #heading({ view, question }) {
    if (view === "start") return part(this.#root, "title", HTMLElement);
    const section = this.#sections.find(({ dataset }) => dataset.step === question);
    return part(section ?? part(this.#root, view, HTMLElement), "heading", HTMLElement);
  }
}
