/** What the charts of a department over its years have in common: columns of their tables, counts as kinds. */

import { count, wan, wanPlain } from "../../format";
import { t } from "../../i18n";
import type { Kind } from "../../parts/chart/columns";
import type { DataColumn } from "../../parts/chart/exhibit";
import { link } from "../../parts/page";
import { address } from "../../router";

/** The page of a department in a year. */
export const yearOf = (key: number, year: number) => address("department", [key, year]);

/** A column of the years, each leading to its page. */
export const yearColumn = <Row extends { budget_year: number }>(to: (year: number) => string): DataColumn<Row> => ({
  head: t("year"),
  cell: (row) => link(row.budget_year, to(row.budget_year)),
  plain: (row) => row.budget_year,
});

/** A column of counts. */
export const number = <Row>(head: string, of: (row: Row) => number): DataColumn<Row> => ({
  head,
  number: true,
  cell: (row) => count(of(row)),
  plain: of,
});

/** A column of amounts in 万元. */
export const amount = <Row>(head: string, of: (row: Row) => bigint | null): DataColumn<Row> => ({
  head,
  number: true,
  cell: (row) => wan(of(row)),
  plain: (row) => {
    const value = of(row);
    return value === null ? null : wanPlain(value);
  },
});

/** What counts of a year become in a chart. */
export const counted = <Row extends { budget_year: number }>(
  rows: readonly Row[],
  name: string,
  colour: string,
  of: (row: Row) => number,
): Kind => {
  const values = new Map(rows.map((row) => [row.budget_year, of(row)]));
  return {
    name,
    colour,
    of: (year) => {
      const value = values.get(year);
      return value ? { length: value, text: count(Math.abs(value)) } : null;
    },
  };
};
