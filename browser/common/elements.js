/**
 * Small elements that scripts make themselves; whatever has more to it is a template's.
 */

/**
 * @param {string} name
 * @param {string} [text]
 * @param {string} [className]
 * @returns {HTMLElement}
 */
export function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/**
 * @param {string[]} texts
 * @returns {HTMLElement[]} an item of a list for each
 */
export function items(texts) {
  return texts.map((text) => element("li", text));
}

/**
 * @param {string} text
 * @param {"col" | "row"} scope
 * @returns {HTMLElement} a cell that heads a column or a row
 */
export function headCell(text, scope) {
  const cell = element("th", text);
  cell.setAttribute("scope", scope);
  return cell;
}
