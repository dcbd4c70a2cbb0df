/** Horizontal bars: of amounts, each with its amount at its end; of shares, each whole. */

import type { Clicked, Drawing } from "./index";
import { legend, names, tint, tip, tooltip, type } from "./look";

export interface Bar {
  name: string;
  length: number;
  text: string;
  more?: string;
  /** The one that the reader asked for. */
  own?: boolean;
}
export interface Stack {
  name: string;
  parts: readonly { name: string; share: number; text: string }[];
}

const NARROW = 560;
const BAR = 30;
const STACK = 46;

/** Bars in the order given. */
export function bars(items: readonly Bar[]): (width: number) => Drawing {
  return (width) => ({
    height: items.length * BAR + 16,
    option: () => ({
      ...frame(items, width),
      grid: { left: 0, right: 120, top: 4, bottom: 4, containLabel: true },
      tooltip: tooltip(({ dataIndex }: { dataIndex: number }) => {
        const item = items[dataIndex];
        return item ? tip(item.name, item.text, item.more) : "";
      }),
      series: {
        type: "bar",
        barMaxWidth: 18,
        barMinHeight: 2,
        data: items.map(({ length, own }) => ({
          value: Math.max(length, 0),
          itemStyle: { color: tint(own ? "--accent" : "--mix-2") },
          label: { fontWeight: own ? 600 : 400, color: tint(own ? "--ink" : "--ink-2") },
        })),
        itemStyle: { borderRadius: [0, 2, 2, 0] },
        label: {
          show: true,
          position: "right",
          ...type(),
          formatter: ({ dataIndex }: { dataIndex: number }) => items[dataIndex]?.text ?? "",
        },
      },
    }),
  });
}

/** Two or more bars of shares. */
export function stacks(items: readonly Stack[]): (width: number) => Drawing {
  const kinds = [...new Set(items.flatMap((item) => item.parts.map((part) => part.name)))];
  const part = (item: Stack | undefined, name: string) => item?.parts.find((one) => one.name === name);
  return (width) => ({
    height: items.length * STACK + 44,
    option: () => ({
      ...frame(items, width),
      grid: { left: 0, right: 8, top: 34, bottom: 4, containLabel: true },
      xAxis: { type: "value", show: false, max: 1 },
      legend: legend(),
      tooltip: tooltip(({ seriesName, dataIndex }: { seriesName: string; dataIndex: number }) =>
        tip(seriesName, part(items[dataIndex], seriesName)?.text ?? "", items[dataIndex]?.name),
      ),
      series: kinds.map((name, place) => ({
        name,
        type: "bar",
        stack: "all",
        barMaxWidth: 26,
        itemStyle: { color: tint(`--mix-${(place % 4) + 1}`), borderColor: tint("--paper"), borderWidth: 1 },
        data: items.map((item) => part(item, name)?.share ?? 0),
      })),
    }),
  });
}

/** What a click on a bar leads to, by its place. */
export const ofBar = (go: (place: number) => void) => (clicked: Clicked) => go(clicked.dataIndex);

function frame(items: readonly { name: string }[], width: number): object {
  const axis = names(
    items.map((item) => item.name),
    width < NARROW ? 96 : 220,
  );
  return { xAxis: { type: "value", show: false }, yAxis: { ...axis, inverse: true } };
}
