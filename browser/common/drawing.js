/**
 * Drawings that our own Python made, as elements of the page.
 */

/**
 * @param {string} markup an SVG drawing made by our own Python
 * @returns {Element}
 */
export function drawing(markup) {
  const parsed = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") throw new Error("the diagram is not SVG");
  return document.importNode(parsed, true);
}
