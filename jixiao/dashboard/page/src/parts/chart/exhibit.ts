/** A chart with its title, its figures as a table, and what can be taken along: the data, the picture, the address. */

import { download } from "../../csv";
import { fill, h, type Child } from "../../dom";
import { currentLanguage, t } from "../../i18n";
import { refined } from "../../router";
import { long, table, type Column } from "../table";
import { drawn, type Clicked, type Drawing } from "./index";
import { savePicture } from "./picture";

export interface DataColumn<Row> extends Column<Row> {
  /** What a file holds: exact numbers without separators. */
  plain: (row: Row) => string | number | null;
}

export interface Exhibit<Row> {
  /** Its name in the address and in files. */
  id: string;
  title: string;
  lead?: Child;
  draw: (width: number) => Drawing;
  go?: (clicked: Clicked) => void;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  /** What stands between the title and the chart. */
  above?: Child;
  /** One of several charts of a section. */
  isPart?: boolean;
}

/** The chart as a section of a page, or as a part of one. */
export function exhibit<Row>(one: Exhibit<Row>): HTMLElement {
  const chart = drawn(one.title, one.draw, one.go);
  const data = h("div", { hidden: true });
  const said = h("span", { role: "status", class: "faint" });
  const shower = button(t("dataTable"), () => {
    data.hidden = !data.hidden;
    shower.setAttribute("aria-expanded", String(!data.hidden));
    if (!data.hasChildNodes())
      fill(
        data,
        long(one.rows, (rows) => table(one.title, one.columns, rows)),
      );
  });
  shower.setAttribute("aria-expanded", "false");
  const name = `jixiao-${one.id}`;
  return h(
    one.isPart ? "div" : "section",
    { id: one.id, class: "exhibit" },
    h(one.isPart ? "h3" : "h2", {}, one.title),
    one.lead && h("p", { class: "sectionlead" }, one.lead),
    one.above,
    chart,
    h(
      "div",
      { class: "takeaway" },
      shower,
      button(t("downloadData"), () => save(`${name}.csv`, one)),
      button(t("downloadPicture"), () => savePicture(chart, one.title, `${name}.png`)),
      button(t("copyLink"), () => void copied(linkTo(one.id)).then((done) => fill(said, done))),
      said,
    ),
    data,
  );
}

function button(text: string, act: () => void): HTMLButtonElement {
  return h("button", { type: "button", onclick: act }, text);
}

function save<Row>(file: string, { columns, rows }: Exhibit<Row>): void {
  download(
    file,
    columns.map((column) => column.head),
    rows.map((row) => columns.map((column) => column.plain(row))),
  );
}

/** The address of a chart in its present state and language. */
function linkTo(part: string): string {
  return location.href.replace(/#.*$/, "") + refined({ part, lang: currentLanguage() });
}

/** Puts an address on the clipboard; gives what to say then: the address itself where there is no clipboard. */
async function copied(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return t("copied");
  } catch {
    return link;
  }
}
