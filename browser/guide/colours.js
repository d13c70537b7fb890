/** Lets the choice of colours show what is chosen, and close at Enter. */

/** The theme's script applies and keeps the choice; it marks none of the radios at the start. */
export function wireColours() {
  const choice = document.getElementById("site-colours");
  if (!choice) return;
  for (const radio of choice.querySelectorAll("input")) {
    radio.checked = radio.dataset.mdColorMedia === document.body.dataset.mdColorMedia;
  }
  choice.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter") return;
      event.stopPropagation(); // the theme would choose the next colours
      event.preventDefault(); // the key would go on to the button that gets the focus back
      choice.hidePopover();
    },
    { capture: true },
  );
}
