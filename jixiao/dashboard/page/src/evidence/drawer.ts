/** The drawer: what a number, an indicator or a finding was read from, at its very characters. */

import { documentAt, fullDocument, type Place } from "../data/document";
import { fill, h, type Child } from "../dom";
import { count } from "../format";
import { t, type Word } from "../i18n";
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
/** What the reader goes through one after another. */
export interface Series {
  length: number;
  at: (place: number) => Evidence;
}

const drawer = h("aside", { class: "drawer", role: "dialog", "aria-labelledby": "evidence-title", hidden: true });
let opener: HTMLElement | null = null;
let asked = 0;
/** What Alt with an arrow does while the drawer is open. */
let steps: Readonly<Record<string, () => void>> = {};

document.addEventListener("keydown", (event) => {
  if (drawer.hidden) return;
  const step = event.altKey ? steps[event.key] : undefined;
  if (step) {
    event.preventDefault();
    step();
  } else if (event.key === "Escape") closeEvidence();
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
  return opening(shown, title, () => void openEvidence({ document, title, places, ...(note ? { note } : {}) }));
}

/** A value that opens the drawer. */
export function opening(shown: Child, title: string, open: () => void): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "witnessed",
      title: t("seeSource", { what: title }),
      onclick: (event) => {
        opener = event.currentTarget as HTMLElement;
        open();
      },
    },
    shown,
  );
}

/** Show one of a series, from which the reader goes on to the next and back. */
export async function openSeries(series: Series, place: number, from?: string): Promise<void> {
  const step = (to: number, name: string) => () => {
    if (to >= 0 && to < series.length) void openSeries(series, to, name);
  };
  const moves = { ArrowUp: step(place - 1, "ArrowUp"), ArrowDown: step(place + 1, "ArrowDown") };
  const button = (key: keyof typeof moves, word: Word, isEnd: boolean) =>
    h(
      "button",
      { type: "button", "aria-keyshortcuts": `Alt+${key}`, "data-step": key, disabled: isEnd, onclick: moves[key] },
      t(word),
    );
  const way = h(
    "nav",
    { class: "steps", "aria-label": t("steps") },
    button("ArrowUp", "previousFinding", place === 0),
    h("span", {}, t("findingOf", { i: count(place + 1), n: count(series.length) })),
    button("ArrowDown", "nextFinding", place === series.length - 1),
  );
  await openEvidence(series.at(place), way);
  if (!way.isConnected) return; // another was asked for meanwhile
  steps = moves;
  if (from) way.querySelector<HTMLElement>(`[data-step=${from}]:enabled`)?.focus();
}

/** Show the places in their document, under a way through others of their kind; the address then leads here again. */
export async function openEvidence(evidence: Evidence, way?: HTMLElement): Promise<void> {
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
      h("div", { class: "drawerhead" }, h("p", { class: "eyebrow" }, t("evidence")), way, closer),
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
  steps = {};
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
