/** What stands on paper alone: made when printing begins, gone when it ends. */

import { h } from "../dom";

interface Part {
  host: HTMLElement;
  make: () => Node;
}

const parts = new Set<Part>();
const medium = matchMedia("print");
medium.addEventListener("change", () => (medium.matches ? begin() : end()));
addEventListener("beforeprint", begin);
addEventListener("afterprint", end);

/** A place that holds what `make` gives while the page is printed. */
export function onPaper(make: () => Node): HTMLElement {
  const host = h("div", { class: "onpaper" });
  parts.add({ host, make });
  return host;
}

function begin(): void {
  end();
  for (const part of parts) {
    if (part.host.isConnected) part.host.append(part.make());
    else parts.delete(part);
  }
  for (const form of document.querySelectorAll("form.filters"))
    (form.closest("details") ?? form).after(h("p", { class: "onpaper chosen" }, chosenIn(form)));
}

function end(): void {
  for (const { host } of parts) host.replaceChildren();
  for (const line of document.querySelectorAll(".onpaper.chosen")) line.remove();
}

/** What is chosen in filters, in words. */
function chosenIn(form: Element): string {
  return [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>("select, input")]
    .map((field) => {
      const shown = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.value;
      return field.value && shown ? `${field.labels?.[0]?.textContent ?? ""} ${shown}` : "";
    })
    .filter(Boolean)
    .join(" · ");
}
