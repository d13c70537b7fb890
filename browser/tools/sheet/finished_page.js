/**
 * The finished page of a sheet: the blocks that Python made, as elements.
 */

import { drawing } from "../../common/drawing.js";
import { element } from "../../common/elements.js";

/**
 * @typedef {import("../../contract.js").Block} Block
 * @typedef {import("../../contract.js").Point} Point
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
  const heading = (/** @type {string} */ text) => element(`h${level}`, text);
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
          element(`h${level + (block.title ? 1 : 0)}`, title, "tool-passage"),
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
function verdict({ tone, title, text, on_paper }) {
  const box = element("div", "", `tool-verdict tool-verdict--${tone}${on_paper ? "" : " tool-noprint"}`);
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

/**
 * On a narrow screen its cells stand below each other, each with its column's name; the roles say
 * that it is a table all the same.
 * @param {Extract<Block, {type: "table"}>} block
 */
function table({ title, columns, rows, numbers }) {
  const kind = (/** @type {number} */ place) => `tool-text${numbers.includes(place) ? " is-number" : ""}`;
  const head = withRole("tr", "row");
  head.append(...columns.map((text, place) => withRole("th", "columnheader", text, kind(place))));
  const lines = rows.map((row) => {
    const line = withRole("tr", "row");
    line.append(
      ...row.map((text, place) => {
        if (!place) return withRole("th", "rowheader", text, kind(place));
        const cell = withRole("td", "cell", text, kind(place));
        cell.dataset.label = columns[place];
        return cell;
      }),
    );
    return line;
  });
  const [top, body] = [withRole("thead", "rowgroup"), withRole("tbody", "rowgroup")];
  top.append(head);
  body.append(...lines);
  const made = withRole("table", "table", "", "assess-table tool-table");
  if (title) made.append(element("caption", title, "tool-caption"));
  made.append(top, body);
  const scroll = element("div", "", "assess-scroll");
  scroll.append(made);
  // A table that is wider than the screen scrolls by keyboard too.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title || columns[0] || "");
  return scroll;
}

/**
 * @param {string} name
 * @param {string} role
 * @param {string} [text]
 * @param {string} [className]
 */
function withRole(name, role, text = "", className) {
  const made = element(name, text, className);
  made.setAttribute("role", role);
  return made;
}
