/**
 * A worker that looks for a QR code in pictures. The library is fetched with it, so only by those
 * who open the camera.
 *
 * @typedef {{data: Uint8ClampedArray, width: number, height: number}} Picture
 * @typedef {{text: string}} Found empty where there is no code in the picture
 */

/** The site has the package's files next to ours. */
const LIBRARY = new URL("../../../qr/decode.js", import.meta.url).href;

/** @type {Promise<typeof import("qr/decode.js")>} */
const library = import(LIBRARY);

globalThis.onmessage = async (/** @type {MessageEvent<Picture>} */ { data }) => {
  const { decodeQR } = await library;
  let text = "";
  try {
    text = decodeQR(data);
  } catch {
    // No code in this picture; the next one comes at once.
  }
  /** @type {Found} */
  const found = { text };
  globalThis.postMessage(found);
};

library.catch((error) => {
  throw error; // the page hears of it
});
