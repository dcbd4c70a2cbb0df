/** Addresses: `#/page/part?name=value`. Every state worth sending to a colleague is in the address. */

export interface Route {
  page: string;
  parts: string[];
  query: URLSearchParams;
}

export function route(): Route {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...parts] = path.split("/").map(decodeURIComponent);
  return { page: page || "overview", parts, query: new URLSearchParams(query) };
}

export function address(
  page: string,
  parts: readonly (string | number)[] = [],
  query: Readonly<Record<string, string | number>> = {},
): string {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return `#/${[page, ...parts].map(encodeURIComponent).join("/")}${asked ? `?${asked}` : ""}`;
}

/** Change the query of the present address without a step of history; empty values are left out. */
export function refine(changes: Readonly<Record<string, string>>): void {
  const { page, parts, query } = route();
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  history.replaceState(
    null,
    "",
    address(page === "overview" && !query.size ? "" : page, parts, Object.fromEntries(query)),
  );
}
