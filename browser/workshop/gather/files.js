/**
 * Files that are chosen or dropped, and what they hold as Python takes it.
 */

import { part } from "../../common/parts.js";

/**
 * @param {HTMLElement} root
 * @param {(files: File[]) => void} take
 */
export function onFiles(root, take) {
  const field = part(root, "files", HTMLInputElement);
  field.addEventListener("change", () => {
    take([...(field.files ?? [])]);
    field.value = ""; // so that the same file can be chosen again
  });
  const place = part(root, "drop", HTMLElement);
  const isOver = (/** @type {boolean} */ over) => place.classList.toggle("is-over", over);
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      isOver(true);
    });
  }
  place.addEventListener("dragleave", () => isOver(false));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    isOver(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/**
 * @param {{name: string}} file
 * @returns {boolean} whether only the spreadsheet pack can read it
 */
export function isWorkbook({ name }) {
  return /\.(?:xls[bmx]?|ods|zip|numbers)$/i.test(name);
}

/**
 * @param {File} file
 * @returns {Promise<string>} its text; rejects where the browser cannot read it
 */
export async function textOf(file) {
  return decoded(new Uint8Array(await file.arrayBuffer()));
}

/**
 * @param {File} file
 * @returns {Promise<string>} its bytes as base64; rejects where the browser cannot read it
 */
export function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/**
 * The text of a file: UTF-8, or what older spreadsheets write.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
