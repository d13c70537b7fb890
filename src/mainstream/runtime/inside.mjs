/**
 * Starts Pyodide under Node on a given library zip and runs `inside.py` there.
 *
 * Arguments: the folder of the npm package `pyodide`, and a working folder that holds
 * `library.zip` (the library as source) and `job.json` (`{imports, keptWhole, lock}`); compiled
 * modules are written below its folder `compiled`.
 */
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [pyodideFolder = "", work = ""] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
  const { imports, keptWhole, lock } = JSON.parse(await readFile(join(work, "job.json"), "utf8"));
  const python = await loadPyodide({
    indexURL: pyodideFolder,
    packageBaseUrl: pyodideFolder,
    stdLibURL: join(work, "library.zip"),
    lockFileContents: lock,
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" }, // the same input gives the same bytes
  });
  const output = join(work, "compiled");
  await mkdir(output);
  python.mountNodeFS("/compiled", output);
  const script = join(dirname(fileURLToPath(import.meta.url)), "inside.py");
  const globals = python.toPy({ __name__: "inside" });
  python.runPython(await readFile(script, "utf8"), { globals, filename: "inside.py" });
  globals.get("compile_needed")(python.toPy(imports), keptWhole, "/compiled");
} catch (error) {
  // Node would print the line of source as well: a megabyte of Pyodide's glue.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
