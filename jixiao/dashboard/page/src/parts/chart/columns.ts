/** Columns over years, one upon another; years without a document stay empty and say so. */

import { t } from "../../i18n";
import type { Clicked, Drawing } from "./index";
import { legend, tint, tip, tooltip, type } from "./look";

export interface Kind {
  name: string;
  colour: string;
  /** The value of a year, with its text; below the line where it is negative. */
  of: (year: number) => { length: number; text: string } | null;
}

export interface Years {
  /** All years from the first to the last. */
  all: readonly number[];
  /** Those that have a document. */
  known: ReadonlySet<number>;
  /** The one that the page is about. */
  own: number;
}

const HEIGHT = 240;
const LEGEND_LINE = 24;
const [MARK, LETTER] = [32, 13];

/** `above` is written over the column of a year; what is not of one whole stands side by side. */
export function columns(
  years: Years,
  kinds: readonly Kind[],
  above: (year: number) => string,
  isStacked = true,
): (width: number) => Drawing {
  const said = ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
    const [kind, year] = [kinds[seriesIndex], years.all[dataIndex]];
    const value = kind && year !== undefined ? kind.of(year) : null;
    return kind && value ? tip(`${year} · ${kind.name}`, value.text, above(year as number)) : "";
  };
  const isNamed = kinds.length > 1;
  return (width) => ({
    height: HEIGHT + (legendLines(kinds, width) - 1) * LEGEND_LINE,
    option: () => ({
      tooltip: tooltip(said),
      ...(isNamed ? { legend: { ...legend(), data: kinds.map((kind) => kind.name) } } : {}),
      grid: {
        left: 0,
        right: 0,
        top: (isNamed ? legendLines(kinds, width) * LEGEND_LINE : 0) + 40,
        bottom: 4,
        containLabel: true,
      },
      xAxis: {
        type: "category",
        data: years.all.map(String),
        axisTick: { show: false },
        axisLine: { onZero: true, lineStyle: { color: tint("--line-strong") } },
        axisLabel: {
          ...type(12, "--ink-2"),
          interval: 0,
          hideOverlap: true,
          lineHeight: 15,
          formatter: (year: string) => (years.known.has(Number(year)) ? year : `${year}\n${t("noDocument")}`),
        },
      },
      yAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false } },
      series: [
        ...kinds.map((kind) => ({
          name: kind.name,
          type: "bar",
          ...(isStacked ? { stack: "all" } : {}),
          barMaxWidth: isStacked ? 34 : 22,
          itemStyle: { color: tint(kind.colour), borderColor: tint("--paper"), borderWidth: 0.5 },
          data: years.all.map((year) => kind.of(year)?.length ?? null),
        })),
        top(years, kinds, above, isStacked),
      ],
    }),
  });
}

/** How many lines the names of the kinds take: a mark and its letters each. */
function legendLines(kinds: readonly Kind[], width: number): number {
  let [lines, taken] = [1, 0];
  for (const { name } of kinds) {
    const own = MARK + name.length * LETTER;
    if (taken > 0 && taken + own > width) [lines, taken] = [lines + 1, 0];
    taken += own;
  }
  return lines;
}

/** The words over each column stand at its upper end. */
function top(years: Years, kinds: readonly Kind[], above: (year: number) => string, isStacked: boolean): object {
  const high = (year: number) => {
    const lengths = kinds.map((kind) => Math.max(0, kind.of(year)?.length ?? 0));
    return isStacked ? lengths.reduce((sum, one) => sum + one, 0) : Math.max(...lengths);
  };
  return {
    type: "scatter",
    symbolSize: 0,
    silent: true,
    label: {
      show: true,
      position: "top",
      ...type(12, "--ink"),
      formatter: ({ dataIndex }: { dataIndex: number }) => above(years.all[dataIndex] ?? 0),
    },
    data: years.all.map((year) => (years.known.has(year) ? high(year) : null)),
  };
}

/** What a click on a column leads to, by its year. */
export const ofYear = (years: Years, go: (year: number) => void) => (clicked: Clicked) => {
  const year = years.all[clicked.dataIndex];
  if (year !== undefined && years.known.has(year)) go(year);
};
