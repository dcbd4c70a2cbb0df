/** Charts, drawn by ECharts with the parts it needs: again for another theme or width, gone with their element. */

import { BarChart, LineChart, SankeyChart, ScatterChart, TreemapChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import type { ECBasicOption } from "echarts/types/dist/shared";
import { h } from "../../dom";

use([BarChart, LineChart, SankeyChart, ScatterChart, TreemapChart, CanvasRenderer]);
use([GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, LabelLayout]);

/** A chart for a width: as high as it needs to be; what ECharts draws is made once it is drawn. */
export interface Drawing {
  height: number;
  option: () => ECBasicOption;
}

/** What was clicked: a mark of a series, or a title. */
export interface Clicked {
  componentType: string;
  componentIndex: number;
  seriesId?: string;
  dataType?: string;
  dataIndex: number;
  data?: unknown;
}

interface Living {
  draw: (width: number) => Drawing;
  go: ((clicked: Clicked) => void) | undefined;
  chart?: EChartsType;
  width: number;
}

const USUAL_WIDTH = 960;
const living = new Map<Element, Living>();
const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => paint(target as HTMLElement)));

/** An element that shows a chart as soon as it stands in the page; `go` follows a click on a mark. */
export function drawn(label: string, draw: (width: number) => Drawing, go?: (clicked: Clicked) => void): HTMLElement {
  const host = h("div", { class: "chart", role: "img", "aria-label": label });
  host.style.height = `${draw(USUAL_WIDTH).height}px`;
  living.set(host, { draw, go, width: 0 });
  observer.observe(host);
  return host;
}

/** Draw all charts again, after a change of theme. */
export function redraw(): void {
  for (const [host, one] of living) {
    one.width = 0;
    paint(host as HTMLElement);
  }
}

addEventListener("beforeprint", redraw);

/** The chart as a picture of its own, twice as fine as on the screen. */
export function pictured(host: Element, background: string): HTMLCanvasElement | undefined {
  return living.get(host)?.chart?.renderToCanvas({ pixelRatio: 2, backgroundColor: background });
}

function paint(host: HTMLElement): void {
  const one = living.get(host);
  if (!one) return;
  if (!host.isConnected) {
    if (!one.chart) return; // it is still to come
    one.chart.dispose();
    living.delete(host);
    observer.unobserve(host);
    return;
  }
  const width = host.clientWidth;
  if (!width || width === one.width) return;
  one.width = width;
  const { height, option } = one.draw(width);
  host.style.height = `${height}px`;
  if (one.chart) one.chart.resize();
  else one.chart = begun(host, one.go);
  one.chart.setOption({ animation: false, ...option() }, true);
}

function begun(host: HTMLElement, go: Living["go"]): EChartsType {
  const chart = init(host, null, { renderer: "canvas" });
  if (go) chart.on("click", (clicked) => go(clicked as Clicked));
  return chart;
}
