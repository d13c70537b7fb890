/**
 * Links to tools, next to the enabler that they build.
 */

import { part, show } from "./parts.js";

/** @typedef {import("../contract.js").ToolLink} ToolLink */

/**
 * @param {ParentNode} place with a list for the links
 * @param {ToolLink[]} tools
 */
export function showToolLinks(place, tools) {
  show(place, "tools-part", tools.length > 0);
  part(place, "tools", HTMLElement).replaceChildren(
    ...tools.map(({ title, url }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { textContent: title, href: url }));
      return item;
    }),
  );
}
