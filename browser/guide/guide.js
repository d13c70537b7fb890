/** What every page runs: the menu, the search, the choice of colours and the glossary's terms. */

import { wireColours } from "./colours.js";
import { wireDialogs } from "./dialogs.js";
import { wireSearch } from "./search.js";
import { wireTerms } from "./terms.js";

wireDialogs();
wireSearch();
wireColours();
wireTerms();

// The theme goes to the previous or next page at a single letter. Speech input types letters by
// accident, so none of them reaches the theme's listener at the window (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key.length === 1) event.stopPropagation();
});
