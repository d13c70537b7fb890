/**
 * Printing one part of a page alone; the styles know the part by the root's `data-print`.
 */

/**
 * @param {HTMLElement} root
 * @param {string} what
 */
export function printOnly(root, what) {
  root.dataset.print = what;
  addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  print();
}
