/**
 * Long work in slices, between which the browser does what people wait for.
 */

/** @typedef {{yield?: () => Promise<void>}} Scheduler of newer browsers */

/** @returns {Promise<void>} once the browser had the chance to do something else */
export function nextTask() {
  const { scheduler } = /** @type {{scheduler?: Scheduler}} */ (/** @type {unknown} */ (globalThis));
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
