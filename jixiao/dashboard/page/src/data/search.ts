/** The names that the search box finds, loaded when it is first used. */

import { address } from "../router";
import { list } from "./lists";

export const KINDS = ["department", "project", "indicator", "document"] as const;
export type Kind = (typeof KINDS)[number];

interface Names {
  kind: Kind[];
  name: string[];
  where: string[];
  budget_year: number[];
  document_key: (number | null)[];
  target_key: number[];
  many: number[];
  all_of_kind: number[];
}

export interface Hit {
  kind: Kind;
  name: string;
  where: string;
  year: number;
  /** Of an indicator, how many projects have it. */
  many: number;
  target: string;
}
export interface Hits {
  kind: Kind;
  /** The first of them, those that begin with what was asked before the others. */
  first: readonly Hit[];
  found: number;
  /** Of how many names the list of this kind holds only some, the rest never being found. */
  left: number;
}

const MOST = 6;

let names: Promise<{ rows: Names; folded: string[]; left: Map<Kind, number> }> | undefined;

function loadNames() {
  return (names ??= list<Names>("search").then((rows) => {
    const left = new Map(rows.kind.map((kind, place) => [kind, rows.all_of_kind[place] ?? 0]));
    for (const kind of rows.kind) left.set(kind, (left.get(kind) ?? 0) - 1);
    return { rows, folded: rows.name.map(fold), left };
  }));
}

/** Widths and cases of letters make no difference. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The names that hold every word of a text, by kind; kinds without any are left out. Rejects with DataGone. */
export async function search(text: string): Promise<Hits[]> {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const [lead = ""] = words;
  if (!lead) return [];
  const { rows, folded, left } = await loadNames();
  const found = new Map<Kind, { begin: number[]; hold: number[] }>(
    KINDS.map((kind) => [kind, { begin: [], hold: [] }]),
  );
  folded.forEach((name, place) => {
    if (!words.every((word) => name.includes(word))) return;
    const of = found.get(rows.kind[place] as Kind);
    (name.startsWith(lead) ? of?.begin : of?.hold)?.push(place);
  });
  return KINDS.flatMap((kind) => {
    const { begin = [], hold = [] } = found.get(kind) ?? {};
    const first = [...begin.slice(0, MOST), ...hold.slice(0, MOST)].slice(0, MOST).map((place) => hit(rows, place));
    return first.length ? [{ kind, first, found: begin.length + hold.length, left: left.get(kind) ?? 0 }] : [];
  });
}

function hit(rows: Names, place: number): Hit {
  const [kind, key, document] = [rows.kind[place] as Kind, rows.target_key[place] ?? 0, rows.document_key[place]];
  const year = rows.budget_year[place] ?? 0;
  const target = {
    department: () => address("department", [key, year]),
    document: () => address("document", [key]),
    project: () => address("project", [document ?? 0, key]),
    indicator: () => address("project", [document ?? 0, key]),
  }[kind]();
  return {
    kind,
    name: rows.name[place] ?? "",
    where: rows.where[place] ?? "",
    year,
    many: rows.many[place] ?? 1,
    target,
  };
}
