/**
 * Loads what a page needs for sheets once they come near: whoever only reads it needs none of that.
 */

/** How far below the screen they may be when their scripts are fetched. */
const NEAR = "1000px";

const sheet = document.getElementById("sheet");
const place = sheet ?? document.getElementById("sheets");
if (place) {
  place.classList.add("is-coming");
  const load = () => {
    const loading = sheet ? import("./sheet/tool.js") : import("./kept/tools.js");
    loading.catch(() => place.classList.remove("is-coming"));
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  if (location.hash.startsWith("#sheet-"))
    load(); // a link to one of the sheets that are kept
  else near.observe(place);
}
