/** The page: a head with the way to every part, the part that the address names, and the drawer. */

import "./style/tokens.css";
import "./style/page.css";
import "./style/parts.css";
import "./style/charts.css";
import "./style/work.css";
import "./style/print.css";
import { core } from "./data/core";
import { fill, h } from "./dom";
import { closeEvidence, drawerElement, openAddress } from "./evidence/drawer";
import { currentLanguage, keepLanguage, speak, t, type Word } from "./i18n";
import { compare } from "./pages/compare";
import { department } from "./pages/department";
import { departments } from "./pages/departments";
import { document as documentPage } from "./pages/document";
import { documents } from "./pages/documents";
import { findings } from "./pages/findings";
import { overview } from "./pages/overview";
import { peers } from "./pages/peers";
import { project } from "./pages/project";
import { projects } from "./pages/projects";
import { papers } from "./pages/papers";
import { redraw } from "./parts/chart";
import { orGone } from "./parts/page";
import { searchBox, searchByKey } from "./parts/search";
import { address, arrive, refine, route } from "./router";
import { chooseTheme, followTheme, theme } from "./settings";

type Page = (host: HTMLElement) => void | Promise<void>;

const PAGES: Readonly<Record<string, Page>> = {
  overview,
  compare,
  peers,
  departments,
  department,
  project,
  projects,
  findings,
  papers,
  documents,
  document: documentPage,
};
const MENU: readonly (readonly [Word, readonly string[]])[] = [
  ["overview", ["overview"]],
  ["compare", ["peers", "compare"]],
  ["departments", ["departments", "department"]],
  ["projects", ["projects", "project"]],
  ["findings", ["findings", "papers"]],
  ["documents", ["documents", "document"]],
];

const head = h("header", { class: "top" });
const main = h("main", { id: "content", tabindex: "-1" });
const foot = h("footer", {});
let turn = 0;

function frame(): void {
  const here = route().page;
  document.documentElement.lang = currentLanguage() === "zh" ? "zh-CN" : "en";
  fill(
    head,
    h(
      "a",
      {
        class: "skip",
        href: "#content",
        onclick: (event) => {
          event.preventDefault();
          main.focus();
        },
      },
      t("skip"),
    ),
    h("a", { class: "brand", href: address("overview") }, h("b", {}, t("brand")), h("span", {}, t("brandLong"))),
    h(
      "nav",
      { "aria-label": t("navigation") },
      MENU.map(([word, pages]) =>
        h("a", { href: address(pages[0] ?? ""), "aria-current": pages.includes(here) ? "page" : null }, t(word)),
      ),
    ),
    searchBox(),
    h(
      "div",
      { class: "switches" },
      h(
        "button",
        { type: "button", class: "quiet", lang: currentLanguage() === "zh" ? "en" : "zh-CN", onclick: switchLanguage },
        t("otherLanguage"),
      ),
      h(
        "button",
        { type: "button", class: "quiet", "aria-label": t("themeSwitch"), onclick: switchTheme },
        theme() === "dark" ? t("toLight") : t("toDark"),
      ),
    ),
  );
  const { build } = core();
  fill(
    foot,
    h("p", {}, t("footer")),
    build && h("p", {}, t("buildOf", { batch: build.batch_id, parser: build.parser_version })),
  );
}

function switchLanguage(): void {
  const next = currentLanguage() === "zh" ? "en" : "zh";
  keepLanguage(next);
  refine({ lang: next });
  void show();
}

function switchTheme(): void {
  chooseTheme(theme() === "dark" ? "light" : "dark");
  frame();
  redraw();
}

async function show(): Promise<void> {
  const mine = ++turn;
  const { page, query } = arrive();
  const host = h("div", { class: `page ${page}` });
  const at = query.get("at");
  speak(query.get("lang"));
  frame();
  closeEvidence();
  const draw = PAGES[page];
  if (!draw)
    fill(
      host,
      h("p", { class: "empty" }, t("notFound"), " ", h("a", { href: address("overview") }, t("backToOverview"))),
    );
  const drawn = draw?.(host);
  if (!(drawn instanceof Promise)) fill(main, host);
  await orGone(host, drawn);
  if (mine !== turn) return;
  if (host.parentNode !== main) fill(main, host);
  const title = host.querySelector("h1")?.textContent;
  document.title = title ? `${title} · ${t("brand")}` : t("brand");
  if (at) await openAddress(at);
}

/** Another page begins at its head; another state of the same page stays where the reader is. */
addEventListener("hashchange", ({ oldURL, newURL }) => {
  const [before, now] = [oldURL, newURL].map((url) => url.replace(/^[^#]*/, "").split("?")[0]);
  if (before === now) return void show();
  scrollTo(0, 0);
  void show().then(() => {
    if (!showPart()) main.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  });
});

/** Scroll to the part of the page that the address names, where there is one. */
function showPart(): boolean {
  const part = document.getElementById(route().query.get("part") ?? "");
  part?.scrollIntoView();
  return part !== null;
}

followTheme(redraw);
searchByKey();
// The data script stands after this one.
addEventListener("DOMContentLoaded", () => {
  document.body.append(head, main, foot, drawerElement());
  void show().then(showPart);
});
