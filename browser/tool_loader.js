/**
 * Loads what a tool needs once its sheet comes near: whoever only reads the page needs none of it.
 */

/** How far below the screen the sheet may be when its scripts are fetched. */
const NEAR = "1000px";

const sheet = document.getElementById("sheet");
if (sheet) {
  sheet.classList.add("is-coming");
  const load = () => import("./tool.js").catch(() => sheet.classList.remove("is-coming"));
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  if (location.hash.startsWith("#sheet-")) load(); // a link to one of the sheets that are kept
  else near.observe(sheet);
}
