/** Addresses: `#/page/part?name=value`. Every state worth sending to a colleague is in the address. */

import { currentLanguage, ownLanguage } from "./i18n";

export interface Route {
  page: string;
  parts: string[];
  query: URLSearchParams;
}

type Query = Readonly<Record<string, string | number>>;

/** The address of the page that is shown. The browser's is another one while the next page is on its way. */
let shown = "";

/** The address to show from now on. */
export function arrive(): Route {
  shown = location.hash;
  return route();
}

export function route(): Route {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...parts] = path.split("/").map(decodeURIComponent);
  return { page: page || "overview", parts, query: new URLSearchParams(query) };
}

/** The address of a page; the language goes along where it is not the one this reader begins with. */
export function address(page: string, parts: readonly (string | number)[] = [], query: Query = {}): string {
  const language: Query = currentLanguage() === ownLanguage() ? {} : { lang: currentLanguage() };
  const asked = new URLSearchParams(
    Object.entries({ ...language, ...query }).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `#/${[page, ...parts].map(encodeURIComponent).join("/")}${asked ? `?${asked}` : ""}`;
}

/** The present address with other values in its query; empty values are left out. */
export function refined(changes: Readonly<Record<string, string>>): string {
  const { page, parts, query } = route();
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return address(page === "overview" && !query.size ? "" : page, parts, Object.fromEntries(query));
}

/**
 * Go to the present address with other values: a step that Back undoes, or none for what goes on with the last one.
 * Nothing happens once the reader has left the page that asks.
 */
export function refine(changes: Readonly<Record<string, string>>, step = true): void {
  const next = refined(changes);
  if (next === shown || location.hash !== shown) return;
  if (step) history.pushState(null, "", next);
  else history.replaceState(null, "", next);
  shown = location.hash;
}

/** Go to another address. */
export function follow(target: string): void {
  location.hash = target;
}
