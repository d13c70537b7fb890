/** Opens and closes the page's dialogs, the menu and the search, from their buttons. */

/** Wire each button with `data-opens` to the dialog with that id. */
export function wireDialogs() {
  for (const opener of document.querySelectorAll("button[data-opens]")) {
    const dialog = document.getElementById(opener.getAttribute("data-opens") ?? "");
    if (opener instanceof HTMLButtonElement && dialog instanceof HTMLDialogElement) {
      wire(opener, dialog);
    }
  }
}

/**
 * The browser itself keeps the focus inside, closes at Escape and gives the focus back.
 *
 * @param {HTMLButtonElement} opener
 * @param {HTMLDialogElement} dialog
 */
function wire(opener, dialog) {
  opener.addEventListener("click", () => {
    opener.focus(); // Safari does not focus a clicked button, and could not give the focus back
    dialog.showModal();
    opener.setAttribute("aria-expanded", "true");
  });
  dialog.addEventListener("close", () => opener.setAttribute("aria-expanded", "false"));
  dialog.addEventListener("click", ({ target }) => {
    const outside = target === dialog;
    if (outside || (target instanceof Element && target.closest("a, [data-closes]"))) {
      dialog.close();
    }
  });
  window.addEventListener("resize", () => {
    if (dialog.open && !opener.checkVisibility()) dialog.close();
  });
}
