/**
 * The finished page of a sheet: the blocks that Python made, as elements.
 */

import { drawing } from "./drawing.js";

/**
 * @typedef {{text: string, more: string}} Point
 * @typedef {{title: string, text: string}} Passage
 *
 * @typedef {{type: "heading", title: string, section?: string}
 *   | {type: "verdict", tone: string, title: string, text: string, section: string}
 *   | {type: "points", title: string, items: Point[], section: string}
 *   | {type: "table", title: string, columns: string[], rows: string[][], numbers: number[], section: string}
 *   | {type: "passages", title: string, items: Passage[], section: string}
 *   | {type: "drawing", svg: string, section: string}
 *   | {type: "same", title: string, text: string, button: string, groups: {text: string, rows: number[]}[], section: string}} Block
 *
 * @typedef {(section: string, rows: number[]) => void} OnMerge
 */

/**
 * @param {Block[]} blocks
 * @param {OnMerge} onMerge what to do when rows are to be made one
 * @returns {HTMLElement[]}
 */
export function drawBlocks(blocks, onMerge) {
  let level = 4; // of headings: the page's own is one above
  return blocks.map((block) => {
    const box = element("div", "", `tool-block tool-block--${block.type}`);
    box.append(...contents(block, level, onMerge));
    if (block.type === "heading") level = 5;
    return box;
  });
}

/**
 * @param {Block} block
 * @param {number} level of its headings
 * @param {OnMerge} onMerge
 * @returns {Element[]}
 */
function contents(block, level, onMerge) {
  const heading = (/** @type {string} */ text, more = 0) => element(`h${level + more}`, text);
  switch (block.type) {
    case "heading":
      return [element("h4", block.title, "tool-block__section")];
    case "verdict":
      return verdict(block);
    case "points":
      return [heading(block.title), list(block.items)];
    case "passages":
      return [
        ...(block.title ? [heading(block.title)] : []),
        ...block.items.flatMap(({ title, text }) => [
          heading(title, block.title ? 1 : 0),
          element("p", text, "tool-text"),
        ]),
      ];
    case "table":
      return [table(block)];
    case "drawing":
      return [drawing(block.svg)];
    case "same":
      return [
        heading(block.title),
        element("p", block.text),
        ...block.groups.map(({ text, rows }) => {
          const line = element("p", `${text} (${rows.map((row) => row + 1).join(", ")}) `);
          const button = element("button", block.button, "button button--secondary button--small tool-noprint");
          button.setAttribute("type", "button");
          button.addEventListener("click", () => onMerge(block.section, rows));
          line.append(button);
          return line;
        }),
      ];
  }
}

/** @param {Extract<Block, {type: "verdict"}>} block */
function verdict({ tone, title, text }) {
  const box = element("div", "", `tool-verdict tool-verdict--${tone}`);
  box.append(element("p", title, "tool-verdict__title"));
  if (text) box.append(element("p", text, "tool-text"));
  return [box];
}

/** @param {Point[]} items */
function list(items) {
  const made = document.createElement("ul");
  for (const { text, more } of items) {
    const item = element("li", text);
    if (more) item.append(element("span", more, "tool-more"));
    made.append(item);
  }
  return made;
}

/** @param {Extract<Block, {type: "table"}>} block */
function table({ title, columns, rows, numbers }) {
  const scroll = element("div", "", "assess-scroll");
  const made = element("table", "", "assess-table tool-table");
  const head = document.createElement("tr");
  for (const [place, text] of columns.entries()) {
    const cell = element("th", text, numbers.includes(place) ? "is-number" : "");
    cell.setAttribute("scope", "col");
    head.append(cell);
  }
  const body = document.createElement("tbody");
  for (const row of rows) {
    const line = document.createElement("tr");
    for (const [place, text] of row.entries()) {
      const cell = element(place ? "td" : "th", text, `tool-text${numbers.includes(place) ? " is-number" : ""}`);
      if (!place) cell.setAttribute("scope", "row");
      line.append(cell);
    }
    body.append(line);
  }
  const top = document.createElement("thead");
  top.append(head);
  if (title) made.append(element("caption", title, "tool-caption"));
  made.append(top, body);
  scroll.append(made);
  // A table that is wider than the screen scrolls by keyboard too.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title || columns[0] || "");
  return scroll;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [className]
 * @returns {HTMLElement}
 */
function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
