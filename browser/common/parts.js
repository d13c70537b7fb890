/**
 * The page's parts: elements that the templates name for the scripts by `data-part`.
 */

/**
 * The one part of that name.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} name
 * @param {new () => T} type what the scripts take it for
 * @returns {T}
 */
export function part(root, name, type) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${type.name} named ${name}`);
}

/**
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement[]} every part of that name, in the page's order
 */
export function parts(root, name) {
  return [...root.querySelectorAll(`[data-part="${name}"]`)].filter((element) => element instanceof HTMLElement);
}

/**
 * A copy of what a `<template>` holds.
 * @param {ParentNode} root
 * @param {string} name
 * @param {string} [which] a selector, where there are several of that name
 * @returns {DocumentFragment}
 */
export function copyOf(root, name, which = "") {
  const template = root.querySelector(`template[data-part="${name}"]${which}`);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`the page has no template ${name}${which}`);
  return document.importNode(template.content, true);
}

/**
 * Fill a part with text.
 * @param {ParentNode} root
 * @param {string} name
 * @param {string} text
 */
export function fill(root, name, text) {
  part(root, name, HTMLElement).textContent = text;
}

/**
 * Show or hide a part.
 * @param {ParentNode} root
 * @param {string} name
 * @param {boolean} shown
 */
export function show(root, name, shown) {
  part(root, name, HTMLElement).hidden = !shown;
}

/**
 * Do something when a button is pressed.
 * @param {ParentNode} root
 * @param {string} name
 * @param {(event: Event) => void} action
 */
export function onPress(root, name, action) {
  part(root, name, HTMLElement).addEventListener("click", action);
}

/**
 * @typedef {import("../embedded.js").Embedded} Embedded
 */

/**
 * @template {keyof Embedded} Id
 * @param {Id} id of a script element that holds JSON
 * @returns {Embedded[Id]}
 */
export function embedded(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
