/**
 * The invitation to a session: what the facilitator planned, in the part of a link after the `#`.
 *
 * It is plain `name=value` text, so that it can be read before Python runs, and by a person.
 */

/**
 * @typedef {object} Invitation
 * @property {string} title
 * @property {string} date such as 2026-11-30, or empty
 * @property {string} purpose
 * @property {string} point_of_view an id, or empty
 * @property {string[]} groups
 * @property {string} reply_to an e-mail address to send the answers to, or empty
 */

const MARK = "#invite&";

/** What each field is called in the link. */
const NAMES = /** @type {const} */ ({ title: "t", date: "d", purpose: "p", point_of_view: "v", reply_to: "m" });
const GROUP = "g";
/** What can be an address of e-mail, and nothing that a link to it could take for more. */
const ADDRESS = /^[^\s@?&,;:<>"%]+@[^\s@?&,;:<>"%]+$/;

/**
 * @param {Invitation} invitation
 * @returns {string} the fragment, with its `#`
 */
export function writeInvitation(invitation) {
  const given = new URLSearchParams();
  for (const [field, name] of Object.entries(NAMES)) {
    const value = invitation[/** @type {keyof typeof NAMES} */ (field)];
    if (value) given.set(name, value);
  }
  for (const group of invitation.groups) given.append(GROUP, group);
  return MARK + given.toString();
}

/**
 * The invitation in an address whose `#` was encoded on its way.
 * @param {string} address
 * @returns {string} the fragment, with its `#`; empty where there is none
 */
export function encodedInvitation(address) {
  const found = /%(?:25)*23(?=invite&)/.exec(address);
  return found ? `#${address.slice(found.index + found[0].length)}` : "";
}

/**
 * @param {string} fragment of an address
 * @returns {Invitation | null} null where it holds none
 */
export function readInvitation(fragment) {
  if (!fragment.startsWith(MARK)) return null;
  const given = new URLSearchParams(fragment.slice(MARK.length));
  const line = (/** @type {string} */ name) => (given.get(name) ?? "").replace(/\s+/g, " ").trim();
  const date = line(NAMES.date);
  const address = line(NAMES.reply_to);
  return {
    title: line(NAMES.title),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "",
    purpose: line(NAMES.purpose),
    point_of_view: line(NAMES.point_of_view),
    reply_to: ADDRESS.test(address) ? address : "",
    groups: given
      .getAll(GROUP)
      .map((group) => group.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  };
}
