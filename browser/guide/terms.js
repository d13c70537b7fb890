/** Shows the definition of a glossary term next to it: on hover, on focus and at the first tap. */

const GRACE = 200; // milliseconds to move the pointer from the term to its definition
const MARGIN = 8; // pixels kept free at the sides of the window

/** Wire each link with a `data-definition`. Without a script it leads to the glossary. */
export function wireTerms() {
  const template = document.getElementById("site-definition");
  if (!(template instanceof HTMLTemplateElement)) return;
  const box = template.content.firstElementChild?.cloneNode(true);
  if (!(box instanceof HTMLElement)) return;
  const terms = document.querySelectorAll("a[data-definition]");
  if (terms.length) new Definitions(box).wire(terms);
}

class Definitions {
  /** @type {HTMLAnchorElement | null} the term whose definition is shown */
  #shown = null;
  #leaving = 0;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.text = /** @type {HTMLElement} */ (box.querySelector("[role=tooltip]"));
    this.more = /** @type {HTMLAnchorElement} */ (box.querySelector("a"));
    this.text.id = "site-definition-text";
  }

  /** @param {Iterable<Element>} terms */
  wire(terms) {
    for (const term of terms) {
      if (term instanceof HTMLAnchorElement) this.#wireTerm(term);
    }
    this.box.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    this.box.addEventListener("pointerleave", () => this.#leave());
    this.box.addEventListener("focusout", () => this.#leave());
    this.box.querySelector("button")?.addEventListener("click", () => this.#hide());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#hide();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Node && (this.box.contains(target) || this.#shown?.contains(target)))) {
        this.#hide();
      }
    });
    window.addEventListener("resize", () => this.#place());
  }

  /** @param {HTMLAnchorElement} term */
  #wireTerm(term) {
    let tapped = false; // the press that is under way is a tap on a term that shows nothing yet
    term.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType !== "touch") this.#show(term);
    });
    term.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType !== "touch") this.#leave();
    });
    term.addEventListener("focus", () => this.#show(term));
    term.addEventListener("blur", () => {
      // At once, so that it does not cover what has the focus next; but a tap on it must arrive.
      if (this.box.matches(":hover, .definition--tapped")) this.#leave();
      else if (this.#shown === term && !term.matches(":hover")) this.#hide();
    });
    term.addEventListener("pointerdown", ({ pointerType }) => {
      tapped = pointerType === "touch" && this.#shown !== term;
    });
    term.addEventListener("click", (event) => {
      if (!tapped) return;
      tapped = false;
      event.preventDefault();
      this.#show(term);
      this.box.classList.add("definition--tapped");
      this.#place(); // it is taller now
    });
  }

  /** @param {HTMLAnchorElement} term */
  #show(term) {
    clearTimeout(this.#leaving);
    if (this.#shown === term) return;
    this.#hide();
    this.#shown = term;
    this.text.textContent = term.dataset.definition ?? "";
    this.more.href = term.href;
    term.setAttribute("aria-describedby", this.text.id);
    term.after(this.box);
    this.#place();
  }

  /** Hide it soon, unless the pointer or the focus is still on the term or its definition. */
  #leave() {
    clearTimeout(this.#leaving);
    this.#leaving = window.setTimeout(() => {
      const held = [this.#shown, this.box].some((part) => part?.matches(":hover, :focus-within"));
      if (!held) this.#hide();
    }, GRACE);
  }

  #hide() {
    clearTimeout(this.#leaving);
    this.#shown?.removeAttribute("aria-describedby");
    this.#shown = null;
    this.box.remove();
    this.box.classList.remove("definition--tapped");
  }

  /** Below the term's last line, or above its first where there is no room; always in the window. */
  #place() {
    const lines = this.#shown?.getClientRects();
    const first = lines?.[0];
    const last = lines?.[lines.length - 1];
    const frame = this.box.offsetParent?.getBoundingClientRect();
    if (!first || !last || !frame) return;
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const room = document.documentElement.clientWidth - MARGIN - width;
    const below = last.bottom + height <= window.innerHeight || first.top < height;
    const line = below ? last : first;
    this.box.style.left = `${Math.max(MARGIN, Math.min(line.left, room)) - frame.left}px`;
    this.box.style.top = `${(below ? last.bottom : first.top - height) - frame.top}px`;
  }
}
