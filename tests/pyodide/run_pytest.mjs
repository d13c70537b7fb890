/**
 * Runs pytest inside Pyodide under Node and prints one line of JSON: what `inside_pyodide.py` saw.
 *
 * Arguments: the folder of the npm package `pyodide`, and a file of JSON: `{mounts: {path inside:
 * folder or file here}, script: the file of Python to run, options: what it is given}`.
 * What pytest prints goes to standard error.
 */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder = "", jobFile = ""] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
  const job = JSON.parse(await readFile(jobFile, "utf8"));
  const python = await loadPyodide({
    indexURL: pyodideFolder,
    packageBaseUrl: pyodideFolder,
    stdout: (/** @type {string} */ line) => console.error(line),
    stderr: (/** @type {string} */ line) => console.error(line),
  });
  for (const [inside, path] of Object.entries(job.mounts)) {
    if ((await stat(path)).isDirectory()) python.mountNodeFS(inside, path);
    else python.FS.writeFile(inside, await readFile(path));
  }
  const globals = python.toPy({ __name__: "inside_pyodide" });
  python.runPython(await readFile(job.script, "utf8"), { globals, filename: job.script });
  console.log(globals.get("run")(JSON.stringify(job.options)));
} catch (error) {
  // Node would print the line of source as well: a megabyte of Pyodide's glue.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
