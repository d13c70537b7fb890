/**
 * Reading QR codes from the camera: asked for only when somebody wants it, and off again at once
 * when they are done.
 */

import { fill, onPress, part, show } from "../../../common/parts.js";

/** @typedef {import("./reader.js").Found} Found */

/** Pixels: enough for a code that is held up, and quick to look at. */
const WIDTH = 640;

export class Camera {
  #root;
  #words;
  #onOpen;
  #onRead;
  #onClose;
  /** @type {MediaStream | undefined} */
  #stream;
  /** @type {Worker | undefined} */
  #reader;
  /** What was read since the camera was opened: a code is held up for seconds. @type {Set<string>} */
  #seen = new Set();

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {import("../../../common/words.js").Words} needs.words
   * @param {() => void} needs.onOpen
   * @param {(text: string) => Promise<string>} needs.onRead takes what a code holds; says what became of it
   * @param {() => void} needs.onClose
   */
  constructor({ root, words, onOpen, onRead, onClose }) {
    this.#root = root;
    this.#words = words;
    this.#onOpen = onOpen;
    this.#onRead = onRead;
    this.#onClose = onClose;
    onPress(root, "camera-open", () => this.#open());
    onPress(root, "camera-close", () => this.close());
    addEventListener("pagehide", () => this.close());
    addEventListener("hashchange", () => this.close());
    this.#offer();
  }

  /** Say whether there is a camera; that asks for nothing. */
  async #offer() {
    const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    const there = devices.some(({ kind }) => kind === "videoinput");
    show(this.#root, "camera-open", there);
    show(this.#root, "camera-none", !there);
  }

  async #open() {
    this.#seen.clear();
    this.#onOpen();
    this.#say("session.camera_asking");
    show(this.#root, "camera-box", true);
    show(this.#root, "camera-open", false);
    const video = part(this.#root, "camera-video", HTMLVideoElement);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      if (part(this.#root, "camera-box", HTMLElement).hidden) return stop(stream); // closed meanwhile
      this.#stream = stream;
      video.srcObject = stream;
      await video.play();
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      this.close();
      fill(this.#root, "camera-none", this.#words.say(isRefused ? "session.camera_refused" : "session.camera_failed"));
      show(this.#root, "camera-none", true);
      return;
    }
    this.#say("session.camera_ready");
    part(this.#root, "camera-close", HTMLElement).focus();
    const reader = new Worker(new URL("reader.js", import.meta.url), { type: "module" });
    this.#reader = reader;
    reader.onmessage = (/** @type {MessageEvent<Found>} */ { data }) => {
      if (data.text) this.#take(data.text);
      this.#look(reader, video);
    };
    reader.onerror = () => {
      if (reader === this.#reader) this.#say("session.camera_failed");
    };
    this.#look(reader, video);
  }

  /**
   * Give the reader the next picture.
   * @param {Worker} reader
   * @param {HTMLVideoElement} video
   */
  #look(reader, video) {
    requestAnimationFrame(() => {
      if (reader !== this.#reader) return;
      const { videoWidth, videoHeight } = video;
      const canvas = part(this.#root, "camera-canvas", HTMLCanvasElement);
      canvas.width = WIDTH;
      canvas.height = Math.max(1, Math.round((WIDTH * videoHeight) / (videoWidth || WIDTH)));
      const pen = canvas.getContext("2d", { willReadFrequently: true });
      if (!pen || !videoWidth) return this.#look(reader, video);
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
      reader.postMessage({ data, width, height }, [data.buffer]);
    });
  }

  /** @param {string} text that a code holds */
  async #take(text) {
    if (this.#seen.has(text)) return;
    this.#seen.add(text);
    fill(this.#root, "camera-text", await this.#onRead(text));
  }

  close() {
    if (part(this.#root, "camera-box", HTMLElement).hidden) return;
    this.#reader?.terminate();
    this.#reader = undefined;
    if (this.#stream) stop(this.#stream);
    this.#stream = undefined;
    part(this.#root, "camera-video", HTMLVideoElement).srcObject = null;
    show(this.#root, "camera-box", false);
    show(this.#root, "camera-open", true);
    part(this.#root, "camera-open", HTMLElement).focus();
    this.#onClose();
  }

  /** @param {string} key */
  #say(key) {
    fill(this.#root, "camera-text", this.#words.say(key));
  }
}

/** @param {MediaStream} stream */
function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
