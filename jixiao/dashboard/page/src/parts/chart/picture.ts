/** A chart as a PNG file that stands on its own: its title above, where it is from below. */

import { offered } from "../../csv";
import { t } from "../../i18n";
import { pictured } from "./index";
import { tint } from "./look";

const FINE = 2;
const EDGE = 24 * FINE;
const HEAD = 44 * FINE;
const FOOT = 36 * FINE;

export function savePicture(host: Element, title: string, file: string): void {
  const chart = pictured(host, tint("--paper"));
  const sheet = document.createElement("canvas");
  const pen = sheet.getContext("2d");
  if (!chart || !pen) return;
  sheet.width = chart.width + 2 * EDGE;
  sheet.height = chart.height + EDGE + HEAD + FOOT;
  pen.fillStyle = tint("--paper");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  const write = (text: string, size: number, colour: string, y: number) => {
    pen.font = `${size * FINE}px ${tint("--font")}`;
    pen.fillStyle = tint(colour);
    pen.fillText(text, EDGE, y, chart.width);
  };
  write([title, heading()].filter(Boolean).join(" · "), 17, "--ink", EDGE + 14 * FINE);
  pen.drawImage(chart, EDGE, EDGE + HEAD);
  write(t("pictureSource"), 12, "--ink-3", sheet.height - EDGE + 4 * FINE);
  sheet.toBlob((data) => data && offered(file, data));
}

/** What the page is about. */
function heading(): string {
  return document.querySelector("main h1")?.textContent ?? "";
}
