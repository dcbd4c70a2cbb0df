/** The pictures of a document's pages with boxes where the places stand, above its text. */

import type { Box, FullDocument, Place } from "../data/document";
import { pictures, type Picture } from "../data/pictures";
import { fill, h } from "../dom";
import { t } from "../i18n";
import type { Viewer } from "./shown";
import { charactersOf } from "./spans";
import { textViewer } from "./text";

/** Pictures over text, both at the place that is shown; text alone where there are no pictures. */
export const pageViewer: Viewer = (document, places) => {
  const text = textViewer(document, places);
  const pages = h("div", { class: "pages", tabindex: "0", role: "region", "aria-label": t("pagePictures") });
  let asked = 0;
  const show = (place: number) => {
    asked = place;
    for (const box of pages.querySelectorAll<HTMLElement>(".box"))
      box.classList.toggle("shown", box.dataset["place"] === String(place));
    pages.querySelector(".box.shown")?.scrollIntoView({ block: "center", inline: "center" });
    text.show(place);
  };
  void pictures(document.identity.sha256).then((found) => {
    if (!found.length) return pages.remove();
    fill(
      pages,
      found.map((picture) => page(document, picture, places)),
    );
    show(asked);
  });
  return { element: h("div", { class: "paged" }, pages, text.element), show };
};

function page(document: FullDocument, picture: Picture, places: readonly Place[]): HTMLElement {
  const image = h("img", {
    src: picture.address,
    alt: t("pagePicture", { page: picture.page }),
    loading: "lazy",
    draggable: "false",
  });
  const element = h(
    "div",
    { class: "sheet" },
    image,
    places.flatMap((place, number) =>
      document.boxes
        .filter((box) => box.page === picture.page && covers(box, place))
        .map((box) => frame(narrowed(document, box, place), picture, number)),
    ),
  );
  // Its size is known before the picture is, so that a place can be scrolled to at once.
  element.style.setProperty("--width", String(picture.width));
  element.style.setProperty("--height", String(picture.height));
  return element;
}

function covers(box: Box, place: Place): boolean {
  return place.start !== null && place.end !== null && box.start < place.end && box.end > place.start;
}

/**
 * The part of a line's box that a place takes: a full-width character is as wide as two others. Where a space may stand
 * for a gap of any width it is the whole line.
 */
function narrowed(document: FullDocument, box: Box, place: Place): Box {
  const characters = charactersOf(document);
  const width = (from: number, to: number) =>
    characters.slice(from, to).reduce((sum, character) => sum + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);
  const [start, end] = [Math.max(box.start, place.start as number), Math.min(box.end, place.end as number)];
  const unit = (box.x1 - box.x0) / width(box.start, box.end);
  const isUpright = box.y1 - box.y0 > 2 * (box.x1 - box.x0); // a line along a side
  const hasGaps = characters.slice(box.start, box.end).some((character) => /\s/.test(character));
  if (isUpright || hasGaps || (start === box.start && end === box.end)) return box;
  const [left, right] = [width(box.start, start), width(box.start, end)].map((units) => box.x0 + units * unit) as [
    number,
    number,
  ];
  return { ...box, x0: Math.max(left - unit, box.x0), x1: Math.min(right + unit, box.x1) };
}

/** A box as shares of its page, whatever the size that it is shown in. */
function frame(box: Box, picture: Picture, place: number): HTMLElement {
  const element = h("div", { class: "box", "data-place": place });
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  Object.assign(element.style, {
    left: share(box.x0, picture.width),
    top: share(box.y0, picture.height),
    width: share(box.x1 - box.x0, picture.width),
    height: share(box.y1 - box.y0, picture.height),
  });
  return element;
}
