/** The stock runtime as its manual starts it, with our package as an archive of sources. */

const here = new URL("./", import.meta.url).href;
const { loadPyodide } = /** @type {typeof import("pyodide")} */ (await import(`${here}pyodide.mjs`));
const python = await loadPyodide({ indexURL: here, packageBaseUrl: here });
const archive = await (await fetch(new URL("mainstream.zip", here))).arrayBuffer();
python.unpackArchive(archive, "zip", { extractDir: "/lib/python3.14/site-packages" });
const door = python.pyimport("mainstream.scoring.doors.person").new_door();
self.onmessage = ({ data }) => postMessage(door.handle(data));
postMessage("ready");
