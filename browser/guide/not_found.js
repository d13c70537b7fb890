/**
 * The “not found” page. A link to answers, or an invitation, whose `#` was encoded on its way leads
 * here; the page goes on to the scoring page with the whole address, for Python to read.
 */

import { encodedInvitation } from "../common/invitation.js";
import { holdsAnswers } from "../common/shared_link.js";

const scoring = document.querySelector("a[data-scoring]");
if (scoring instanceof HTMLAnchorElement) {
  const invitation = encodedInvitation(location.href);
  if (holdsAnswers(location.href)) location.replace(`${scoring.href}#${location.href}`);
  else if (invitation) location.replace(scoring.href + invitation);
}
