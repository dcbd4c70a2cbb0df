/** The search box of every page: `/` leads to it, arrows through what it finds, Enter opens, Escape leaves. */

import { search, type Hit, type Hits, type Kind } from "../data/search";
import { DataGone } from "../data/load";
import { fill, h, type Child } from "../dom";
import { count } from "../format";
import { t, type Word } from "../i18n";
import { address, follow } from "../router";

const NAMES: Record<Kind, Word> = {
  department: "departments",
  project: "projects",
  indicator: "indicatorsLong",
  document: "documents",
};
/** The pages that can show all that is found. */
const PAGES: Partial<Record<Kind, string>> = { department: "departments", project: "projects" };

/** The box, as it stands in the head of a page. */
export function searchBox(): HTMLElement {
  const input = h("input", {
    type: "search",
    role: "combobox",
    "aria-label": t("searchAll"),
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    "aria-keyshortcuts": "/",
    placeholder: t("searchAll"),
    autocomplete: "off",
    spellcheck: "false",
  });
  const found = h("div", { id: "found", role: "listbox", "aria-label": t("searchAll"), hidden: true });
  const said = h("p", { class: "said", role: "status" });
  const panel = h(
    "div",
    { class: "panel", hidden: true, tabindex: "0", role: "region", "aria-label": t("foundNames") },
    found,
    said,
  );
  const box = h("div", { class: "searchbox", role: "search", "aria-label": t("searchAll") }, input, panel);
  let asked = 0;
  let at = -1;

  const options = () => [...found.querySelectorAll<HTMLElement>("[role=option]")];
  const mark = (place: number) => {
    const all = options();
    at = all.length ? (place + all.length) % all.length : -1;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const chosen = all[at];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    asked++;
    panel.hidden = found.hidden = true;
    fill(found);
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const show = (hits: readonly Hits[]) => {
    fill(found, hits.map(group));
    fill(said, hits.length ? notes(hits) : t("nothingFound"));
    found.hidden = !hits.length;
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    mark(hits.length ? 0 : -1);
  };
  const ask = async () => {
    const ticket = ++asked;
    if (!input.value.trim()) return close();
    try {
      const hits = await search(input.value);
      if (ticket === asked && box.isConnected) show(hits);
    } catch (error) {
      if (!(error instanceof DataGone)) throw error;
      show([]);
      fill(said, t("dataGone"));
    }
  };
  const group = ({ kind, first, found: all }: Hits): HTMLElement => {
    const label = h(
      "div",
      { class: "kind", id: `kind-${kind}`, role: "presentation" },
      t(NAMES[kind]),
      ` ${count(all)}`,
    );
    const page = PAGES[kind];
    const rest = page && all > first.length ? [whole(page, kind, all)] : [];
    return h("div", { role: "group", "aria-labelledby": `kind-${kind}` }, label, first.map(option), rest);
  };
  const option = (hit: Hit, place: number) =>
    choice(`found-${hit.kind}-${place}`, hit.target, [
      h("span", { class: "name" }, marked(hit.name, input.value)),
      h("span", { class: "faint" }, where(hit)),
    ]);
  const whole = (page: string, kind: Kind, all: number) =>
    choice(`found-${kind}-all`, address(page, [], { q: input.value.trim() }), t("showAll", { n: count(all) }));
  const choice = (id: string, target: string, shown: Child) =>
    h(
      "div",
      {
        id,
        role: "option",
        "aria-selected": "false",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => go(target),
        "data-target": target,
      },
      shown,
    );
  const go = (target: string) => {
    close();
    input.blur();
    follow(target);
  };

  input.addEventListener("input", () => void ask());
  input.addEventListener("focus", () => void ask());
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter takes a word of the input method
    const target = options()[at]?.dataset["target"];
    if (event.target !== input && event.key !== "Escape") return; // the list scrolls
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Enter" && target) go(target);
    else if (event.key === "Escape" && !panel.hidden) {
      input.focus();
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}

function where(hit: Hit): string {
  if (hit.kind === "department") return hit.where;
  const place = `${hit.where} ${hit.year}`;
  return hit.kind === "indicator" ? t("ofProjects", { n: count(hit.many), place }) : place;
}

/** What is never found because there is too much of it. */
function notes(hits: readonly Hits[]): string {
  return hits
    .filter(({ left }) => left > 0)
    .map(({ kind, left }) => t("notSearched", { kind: t(NAMES[kind]), n: count(left) }))
    .join(" ");
}

/** A name with the words that were asked for marked, where they stand as they were typed. */
function marked(name: string, asked: string): Child {
  const [word = ""] = asked.trim().split(/\s+/);
  const at = name.toLowerCase().indexOf(word.toLowerCase());
  return at < 0
    ? name
    : [name.slice(0, at), h("b", {}, name.slice(at, at + word.length)), name.slice(at + word.length)];
}

/** `/` leads to the box from anywhere but a field. */
export function searchByKey(): void {
  addEventListener("keydown", (event) => {
    const field = (event.target as HTMLElement | null)?.closest("input, select, textarea");
    if (event.key !== "/" || field || event.ctrlKey || event.metaKey || event.altKey) return;
    const input = document.querySelector<HTMLInputElement>(".searchbox input");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
