/** The text of a document with places marked in it, exactly as it was decoded. */

import { h, type Child } from "../dom";
import type { FullDocument } from "../data/document";
import { t } from "../i18n";
import type { Viewer } from "./shown";

const MANY_LINES = 5000;

interface Range {
  start: number;
  end: number;
  place: number;
}

/** Lines with numbers; the marked places can be scrolled to one by one. */
export const textViewer: Viewer = (document: FullDocument, places) => {
  const ranges = places.flatMap(({ start, end }, place) =>
    start === null || end === null ? [] : [{ start, end, place }],
  );
  const lines = document.text.split("\n");
  const element = h("div", {
    class: lines.length > MANY_LINES ? "text long" : "text",
    tabindex: "0",
    lang: "zh-CN",
    "aria-label": t("sourceText"),
  });
  // Offsets count characters; a character beyond the basic plane is two units of a JavaScript string.
  const characters = /[\ud800-\udfff]/.test(document.text) ? Array.from(document.text) : document.text;
  const slice = (from: number, to: number) =>
    typeof characters === "string" ? characters.slice(from, to) : characters.slice(from, to).join("");
  let start = 0;
  for (const [place, line] of lines.entries()) {
    const end = start + (typeof characters === "string" ? line.length : Array.from(line).length);
    const inLine = ranges.filter((range) => range.start < end && range.end > start);
    element.append(
      h(
        "div",
        { class: inLine.length ? "line marked" : "line", "data-line": place + 1 },
        ...pieces(start, end, inLine, slice),
        "\n",
      ),
    );
    start = end + 1;
  }
  return {
    element,
    show: (place) => {
      for (const mark of element.querySelectorAll("mark"))
        mark.classList.toggle("shown", (mark.dataset["places"] ?? "").split(" ").includes(String(place)));
      const sight = () => element.querySelector("mark.shown")?.scrollIntoView({ block: "center" });
      sight();
      requestAnimationFrame(sight); // lines of a long text get their height when they come near
    },
  };
};

function pieces(
  start: number,
  end: number,
  ranges: readonly Range[],
  slice: (from: number, to: number) => string,
): Child[] {
  const cuts = [
    ...new Set([start, end, ...ranges.flatMap((range) => [Math.max(range.start, start), Math.min(range.end, end)])]),
  ].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, number) => {
    const from = cuts[number] as number;
    const covering = ranges.filter((range) => range.start <= from && range.end >= cut);
    const text = unbroken(slice(from, cut));
    return covering.length ? h("mark", { "data-places": covering.map((range) => range.place).join(" ") }, text) : text;
  });
}

/** A break inside a cell (a vertical tab) is a place to wrap. */
function unbroken(text: string): Child[] {
  return text.split("\v").flatMap((part, place) => (place ? [h("wbr"), part] : [part]));
}
