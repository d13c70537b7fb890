/**
 * What is said where people answered for different points of view.
 */

/**
 * @typedef {import("../common/words.js").Words} Words
 * @typedef {import("../contract.js").ViewCount} ViewCount
 */

/**
 * @param {ViewCount[]} views of everyone; empty where all answered alike, or as planned
 * @param {Words} words
 * @returns {string} empty where there is nothing to say
 */
export function viewsText(views, words) {
  if (!views.length) return "";
  const named = (/** @type {ViewCount} */ { title, people }) =>
    words.say("session.view_count", { title: title || words.say("session.view_none"), count: people });
  const others = views.filter(({ planned }) => !planned);
  const sum = (/** @type {ViewCount[]} */ some) => some.reduce((count, { people }) => count + people, 0);
  const planned = views.find((view) => view.planned);
  const list = (planned ? others : views).map(named).join("; ");
  const values = { count: sum(others), total: sum(views), planned: planned?.title, views: list };
  return words.say(planned ? "session.views_not_planned" : "session.views_mixed", values);
}
