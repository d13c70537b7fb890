/**
 * What the build writes into pages as JSON, by the id of its script element.
 */

import type { WordData } from "./common/words.js";
import type { Framework, Tool } from "./contract.js";
import type { Site } from "./kept/sheets.js";

export interface Embedded {
  "assess-framework": Framework;
  "assess-words": WordData;
  "sheet-site": Site;
  "sheet-tool": Tool;
  "sheet-words": WordData;
}
