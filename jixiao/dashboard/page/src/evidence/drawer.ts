/** The drawer: what a number, an indicator or a finding was read from, at its very characters. */

import { documentAt, fullDocument, type Place } from "../data/document";
import { fill, h, type Child } from "../dom";
import { t } from "../i18n";
import { officialPage } from "../parts/provenance";
import { address, refine } from "../router";
import { lineOf } from "./spans";
import { viewerOf } from "./viewer";

export interface Witness extends Place {
  label?: string;
}
export interface Evidence {
  document: number;
  title: string;
  places: readonly Witness[];
  note?: string;
}

const drawer = h("aside", { class: "drawer", role: "dialog", "aria-labelledby": "evidence-title", hidden: true });
let opener: HTMLElement | null = null;
let asked = 0;

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !drawer.hidden) closeEvidence();
});

export function drawerElement(): HTMLElement {
  return drawer;
}

/** A value that opens its source; plain text where it has none. */
export function witnessed(
  shown: Child,
  title: string,
  document: number,
  places: readonly Witness[],
  note?: string,
): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "witnessed",
      title: t("seeSource", { what: title }),
      onclick: (event) => {
        opener = event.currentTarget as HTMLElement;
        void openEvidence({ document, title, places, ...(note ? { note } : {}) });
      },
    },
    shown,
  );
}

/** Show the places in their document; the address then leads here again. */
export async function openEvidence(evidence: Evidence): Promise<void> {
  const ticket = ++asked;
  const document = await fullDocument(evidence.document);
  if (ticket !== asked) return;
  const { city, department, budget_year } = document.identity;
  const printed = evidence.places.filter((place) => place.start !== null);
  const viewer = viewerOf(document)(document, printed);
  const position = h("p", { class: "position", role: "status" });
  const buttons =
    printed.length > 1
      ? printed.map((place, number) =>
          h("button", { type: "button", onclick: () => show(number) }, place.label ?? String(number + 1)),
        )
      : [];
  const show = (number: number) => {
    const place = printed[number];
    buttons.forEach((button, other) => button.setAttribute("aria-pressed", String(other === number)));
    if (place)
      fill(
        position,
        where(document.identity.pages, place),
        printed.length > 1 && ` · ${t("placeOf", { i: number + 1, n: printed.length })}`,
      );
    viewer.show(number);
  };
  const closer = h("button", { type: "button", class: "quiet", onclick: closeEvidence }, t("close"));
  fill(
    drawer,
    h(
      "header",
      {},
      h("div", { class: "drawerhead" }, h("p", { class: "eyebrow" }, t("evidence")), closer),
      h("h2", { id: "evidence-title", tabindex: "-1" }, evidence.title),
      h("p", { class: "meta" }, `${city.city_name} · ${department.department_name} · ${budget_year}`),
      h(
        "p",
        { class: "meta" },
        h("a", { href: address("document", [evidence.document]) }, document.identity.file_name),
      ),
      officialPage(document.identity),
      position,
      (evidence.note || !printed.length) &&
        h("p", { class: "note" }, evidence.note ?? (evidence.places.length ? t("notPrinted") : t("wholeDocument"))),
      buttons.length > 0 && h("div", { class: "places" }, buttons),
    ),
    viewer.element,
  );
  drawer.hidden = false;
  window.document.body.classList.add("with-drawer");
  refine({ at: `${evidence.document}:${printed.map((place) => `${place.start}-${place.end}`).join(",")}` }, false);
  show(0);
  drawer.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
}

/** Open what `at=document:start-end,…` of an address names. */
export async function openAddress(at: string): Promise<void> {
  const [key = "", ranges = ""] = at.split(":");
  const number = Number(key);
  const full = await documentAt(number);
  if (!full) return;
  const places = ranges.split(",").flatMap((range) => {
    const [start, end] = range.split("-").map(Number);
    if (start === undefined || end === undefined || !(start < end)) return [];
    return [{ start, end, page: 1, line: lineOf(full, start) }];
  });
  await openEvidence({ document: number, title: t("sourceText"), places });
}

export function closeEvidence(): void {
  asked++;
  if (drawer.hidden) return;
  drawer.hidden = true;
  drawer.replaceChildren();
  document.body.classList.remove("with-drawer");
  refine({ at: "" }, false);
  if (opener?.isConnected) opener.focus();
  opener = null;
}

function where(pages: number, place: Place): string {
  return pages > 1 ? t("pageLine", { page: place.page, line: place.line }) : t("lineOnly", { line: place.line });
}
