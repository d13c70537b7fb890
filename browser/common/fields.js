/**
 * Form fields, whatever their kind: what they hold, and putting something into them.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Control[]} in the page's order
 */
export function controls(root, selector) {
  return [...root.querySelectorAll(selector)].filter(isControl);
}

/**
 * @param {Control} control
 * @returns {string} empty for a radio button or a tick box that is not chosen
 */
export function valueIn(control) {
  return isChoice(control) && !control.checked ? "" : control.value;
}

/**
 * @param {Control} control
 * @param {string} value for a radio button or a tick box, the one that is chosen
 */
export function setValue(control, value) {
  if (isChoice(control)) {
    control.checked = control.value === value;
    return;
  }
  // What another version offered is kept, and shown by its id.
  const lacks = control instanceof HTMLSelectElement && ![...control.options].some((each) => each.value === value);
  if (lacks) control.add(new Option(value, value));
  control.value = value;
}

/**
 * @param {Element} element
 * @returns {element is Control}
 */
function isControl(element) {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some((type) => element instanceof type);
}

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
function isChoice(control) {
  return control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type);
}
