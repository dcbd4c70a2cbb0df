/**
 * Long tables: Tabulator shows a page of rows at a time and asks for it; sorting and filtering walk an array of
 * places, so that a million rows cost no objects.
 */

import { AjaxModule, FormatModule, PageModule, ResizeTableModule, SortModule, Tabulator } from "tabulator-tables";
import "tabulator-tables/dist/css/tabulator_simple.css";
import { download } from "../csv";
import { fill, h } from "../dom";
import { count } from "../format";
import { t } from "../i18n";
import { refine, route } from "../router";
import { onPaper } from "./paper";

Tabulator.registerModule([AjaxModule, FormatModule, PageModule, ResizeTableModule, SortModule]);

export type Value = string | number | bigint | null;

export interface GridColumn {
  key: string;
  head: string;
  /** What is sorted by. */
  value: (place: number) => Value;
  /** What a file holds: exact numbers without separators. */
  plain?: (place: number) => string | number | null;
  /** What is shown; the value where there is none. */
  node?: (place: number) => Node;
  number?: boolean;
  width?: number;
  grow?: number;
}

export interface Grid {
  element: HTMLElement;
  /** Show other rows, from the first page. Paper and files hold all of `whole`, of which they may be the heads. */
  show: (places: readonly number[], whole?: readonly number[]) => void;
  /** The rows in the order in which they are shown. */
  order: () => readonly number[];
}

const PAGE = 30;
const MOST_PRINTED = 5000;
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

function order(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "string" || typeof b === "string") return collator.compare(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A grid of places with a count and an export of everything it holds under it. */
export function grid(
  label: string,
  fileName: string,
  columns: readonly GridColumn[],
  places: readonly number[],
  whole = places,
): Grid {
  let shown = places;
  let sorted = shown;
  let all = whole;
  const host = h("div", { class: "grid", "aria-label": label });
  const counter = h("span", { class: "counter", role: "status" });
  const exported = h(
    "button",
    { type: "button", class: "quiet export", onclick: () => save(fileName, columns, wholeSorted()) },
    t("exportCsv"),
  );
  const pager = h("nav", { class: "pager", "aria-label": `${t("pages")}: ${label}` });
  const paper = onPaper(() => printed(label, columns, wholeSorted()));
  const element = h(
    "div",
    { class: "gridbox" },
    h("div", { class: "gridhead" }, counter, exported),
    host,
    pager,
    paper,
  );

  const sortBy = (key: string | undefined, direction: string | undefined, rows = shown) => {
    const column = columns.find((one) => one.key === key);
    if (!column) return rows;
    const values = new Map(rows.map((place) => [place, column.value(place)]));
    const sign = direction === "desc" ? -1 : 1;
    return [...rows].sort((a, b) => sign * order(values.get(a) ?? null, values.get(b) ?? null));
  };
  const wholeSorted = () => {
    const by = table?.getSorters()[0];
    return sortBy(by?.field, by?.dir, all);
  };

  const ask = (_: string, __: unknown, asked: { page?: number; sort?: { field: string; dir: string }[] }) => {
    const [by] = asked.sort ?? [];
    if (host.isConnected)
      refine({ sort: by ? `${by.field}.${by.dir}` : "", p: (asked.page ?? 1) > 1 ? String(asked.page) : "" }, false);
    sorted = sortBy(by?.field, by?.dir);
    const start = ((asked.page ?? 1) - 1) * PAGE;
    return Promise.resolve({
      last_page: Math.max(1, Math.ceil(sorted.length / PAGE)),
      data: sorted.slice(start, start + PAGE).map((place) => ({ place })),
    });
  };

  const say = () => fill(counter, t("rowsFound", { n: count(all.length) }));
  say();

  let table: Tabulator | undefined;
  // The element must stand in the page before Tabulator measures it.
  queueMicrotask(() => {
    const { query } = route();
    const [column = "", dir] = query.get("sort")?.split(".") ?? [];
    const isColumn = columns.some((one) => one.key === column);
    table = new Tabulator(host, {
      paginationInitialPage: Math.max(1, Number(query.get("p")) || 1),
      initialSort: isColumn ? [{ column, dir: dir === "desc" ? "desc" : "asc" }] : [],
      layout: "fitColumns",
      renderVertical: "basic",
      ajaxURL: "rows",
      ajaxRequestFunc: ask as never,
      dataLoader: false,
      pagination: true,
      paginationMode: "remote",
      paginationSize: PAGE,
      paginationElement: pager,
      sortMode: "remote",
      placeholder: () => h("p", { class: "empty" }, t("noRows")),
      locale: "page",
      langs: {
        page: {
          pagination: {
            first: t("first"),
            prev: t("previous"),
            next: t("next"),
            last: t("last"),
            first_title: t("first"),
            prev_title: t("previous"),
            next_title: t("next"),
            last_title: t("last"),
            page_title: t("pages"),
          },
        },
      },
      columns: columns.map((column) => ({
        title: column.key,
        titleFormatter: () => document.createTextNode(column.head), // a title is read as HTML
        field: column.key,
        headerSort: true,
        hozAlign: column.number ? "right" : "left",
        headerHozAlign: column.number ? "right" : "left",
        cssClass: column.number ? "number" : "",
        variableHeight: true,
        ...(column.width ? { width: column.width } : { widthGrow: column.grow ?? 1, minWidth: 120 }),
        formatter: (cell: { getData: () => unknown; getElement: () => HTMLElement }) => {
          const { place } = cell.getData() as { place: number };
          cell.getElement().dataset["head"] = column.head; // a card on a narrow screen
          return column.node?.(place) ?? document.createTextNode(String(column.value(place) ?? "—"));
        },
      })) as never,
    });
    table.on("tableBuilt", () => headersByKey(host));
  });

  return {
    element,
    order: () => sorted,
    show: (next, wholeNext = next) => {
      shown = sorted = next;
      all = wholeNext;
      say();
      void table?.setPage(1);
    },
  };
}

/** Let column heads be reached and sorted by keyboard. */
function headersByKey(host: HTMLElement): void {
  host.querySelector(".tabulator-tableholder")?.removeAttribute("tabindex"); // the rows' links are reached without it
  for (const head of host.querySelectorAll<HTMLElement>(".tabulator-col.tabulator-sortable")) {
    head.tabIndex = 0;
    head.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      head.click();
    });
  }
}

/** All rows as a plain table, which paper breaks where it likes; the first of very many. */
function printed(label: string, columns: readonly GridColumn[], places: readonly number[]): Node {
  const rows = places.slice(0, MOST_PRINTED);
  const kind = (column: GridColumn) => (column.number ? "number" : "");
  const shown = (column: GridColumn, place: number) => column.node?.(place) ?? String(column.value(place) ?? "—");
  const line = (place: number) =>
    h(
      "tr",
      {},
      columns.map((column) => h("td", { class: kind(column) }, shown(column, place))),
    );
  const heads = columns.map((column) => h("th", { scope: "col", class: kind(column) }, column.head));
  const table = h("table", { "aria-label": label }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows.map(line)));
  const note = places.length > rows.length && t("printedFirst", { n: count(rows.length), all: count(places.length) });
  return h("div", {}, note && h("p", {}, note), table);
}

function save(fileName: string, columns: readonly GridColumn[], places: readonly number[]): void {
  const plain = (column: GridColumn, place: number) => {
    const value = column.plain ? column.plain(place) : column.value(place);
    return typeof value === "bigint" ? String(value) : value;
  };
  const lines = places.map((place) => columns.map((column) => plain(column, place)));
  download(
    fileName,
    columns.map((column) => column.head),
    lines,
  );
}
