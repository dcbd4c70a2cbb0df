/** Short tables: plain HTML tables that read aloud and print well. */

import { fill, h, type Child } from "../dom";
import { count } from "../format";
import { t } from "../i18n";

const MOST = 20;

export interface Column<Row> {
  head: string;
  cell: (row: Row) => Child;
  number?: boolean;
  wide?: boolean;
}

/** A table of all rows. `rowClass` marks rows such as subtotals. */
export function table<Row>(
  label: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowClass: (row: Row) => string = () => "",
): HTMLElement {
  const kind = (column: Column<Row>) => (column.number ? "number" : column.wide ? "wide" : "");
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    h(
      "table",
      { "aria-label": label, class: isLong(columns) ? "cards" : null },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => h("th", { scope: "col", class: kind(column) }, column.head)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            { class: rowClass(row) || null },
            columns.map((column) =>
              h("td", { class: kind(column), "data-head": column.head }, whole(column.cell(row))),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What a cell holds as one thing, so that it stays together beside its head on a narrow screen. */
function whole(cell: Child): Child {
  return Array.isArray(cell) ? h("div", {}, cell) : cell;
}

/** True of rows that a narrow screen shows as cards. */
function isLong<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.length > 4 && columns.some((column) => column.wide);
}

/** The first rows, and all of them when asked. */
export function long<Row>(rows: readonly Row[], draw: (rows: readonly Row[]) => HTMLElement): HTMLElement {
  const host = h("div", {}, draw(rows.slice(0, MOST)));
  if (rows.length > MOST)
    host.append(
      h(
        "button",
        { type: "button", class: "quiet", onclick: () => fill(host, draw(rows)) },
        t("showAll", { n: count(rows.length) }),
      ),
    );
  return host;
}

/** A list of names and values. */
export function facts(pairs: readonly (readonly [string, Child] | null)[]): HTMLElement {
  return h(
    "dl",
    { class: "facts" },
    pairs.map((pair) => pair && [h("dt", {}, pair[0]), h("dd", {}, pair[1])]),
  );
}
