/**
 * The one rule of undo: it puts back what a change took and takes away what it made, and nothing
 * else. What was entered since stays.
 *
 * With the two sides of the change exchanged, the same rule makes a change to something else than
 * what it began with: a file was read while another tab added people.
 */

/**
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean} whether both are the same as JSON
 */
export function same(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/**
 * A list without what a change added, and with what it took away. Where somebody has worked on the
 * list since, that comes at the end: nothing is moved from where they left it.
 * @template T
 * @param {T[]} now
 * @param {T[]} before
 * @param {T[]} after what the change made of it
 * @returns {T[]}
 */
export function listBack(now, before, after) {
  if (same(now, after)) return before;
  const [was, became, is] = [byText(before), byText(after), byText(now)];
  const stay = [...is].filter(([text]) => was.has(text) || !became.has(text));
  const lost = [...was].filter(([text]) => !became.has(text) && !is.has(text));
  return [...stay, ...lost].map(([, item]) => item);
}

/**
 * A record in which what a change did to its entries is undone.
 * @template T
 * @param {Record<string, T>} now
 * @param {Record<string, T>} before
 * @param {Record<string, T>} after what the change made of it
 * @returns {Record<string, T>}
 */
export function recordBack(now, before, after) {
  const names = new Set(Object.keys({ ...before, ...now }));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = same(now[name], after[name]) ? before[name] : now[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * An object in which the fields that a change altered, and nobody since, are as they were.
 * @template {object} T
 * @param {T} now
 * @param {T} before
 * @param {T} after what the change made of it
 * @returns {T}
 */
export function fieldsBack(now, before, after) {
  const back = { ...now };
  for (const name of /** @type {(keyof T)[]} */ (Object.keys({ ...before, ...after }))) {
    if (!same(now[name], after[name])) continue;
    if (name in before) back[name] = before[name];
    else delete back[name];
  }
  return back;
}

/**
 * @template T
 * @param {T[]} list
 * @returns {Map<string, T>} by its text, numbered among those with the same text
 */
function byText(list) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return new Map(
    list.map((item) => {
      const text = JSON.stringify(item);
      const number = (seen.get(text) ?? 0) + 1;
      seen.set(text, number);
      return [`${number} ${text}`, item];
    }),
  );
}
