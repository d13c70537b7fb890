/**
 * Starts a built runtime under Node as the worker does in a browser, and asks it things.
 *
 * Arguments: the folder that holds `manifest.json`, and a file of JSON: `{modules: names to import,
 * requests: texts for the service}`. Prints one line of JSON: `{refused: {module: error},
 * answers: texts, error: what a broken request came to}`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [output = "", jobFile = ""] = process.argv.slice(2);
try {
  const manifest = JSON.parse(await readFile(join(output, "manifest.json"), "utf8"));
  const folder = join(output, manifest.folder);
  const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
  const python = await loadPyodide({
    indexURL: folder,
    packageBaseUrl: folder,
    lockFileContents: manifest.lock,
  });
  const { modules, requests } = JSON.parse(await readFile(jobFile, "utf8"));
  const door = python.pyimport("mainstream.scoring.doors.person").new_door();
  const answers = requests.map((/** @type {string} */ request) => door.handle(request));
  /** @type {Record<string, string>} */
  const refused = {};
  for (const name of modules) {
    try {
      python.pyimport(name);
    } catch (error) {
      refused[name] = String(error);
    }
  }
  let error = "";
  try {
    door.handle(7); // not a text: an error of ours, which must arrive whole
  } catch (reason) {
    error = String(reason);
  }
  console.log(JSON.stringify({ refused, answers, error }));
} catch (error) {
  // Node would print the line of source as well: a megabyte of Pyodide's glue.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
