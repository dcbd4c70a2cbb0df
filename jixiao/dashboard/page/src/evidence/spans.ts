/** Places inside a document's text that the data name by line or by what is printed. */

import type { FullDocument, Place } from "../data/document";

const parted = new WeakMap<FullDocument, string[]>();

/** The characters of a document; one beyond the basic plane is two units of a JavaScript string. */
export function charactersOf(document: FullDocument): string[] {
  const known = parted.get(document) ?? Array.from(document.text);
  parted.set(document, known);
  return known;
}

/** The line, counted from 1, of the character at `start`. */
export function lineOf(document: FullDocument, start: number): number {
  return (
    charactersOf(document)
      .slice(0, start)
      .filter((character) => character === "\n").length + 1
  );
}

/** A part of a row with its own characters, or the row where it has none. */
export function part(row: Place, start: number | null, end: number | null): Place {
  return start === null || end === null ? row : { page: row.page, line: row.line, start, end };
}

/** The places of texts printed one after another from where a row begins; the row itself for one not found there. */
export function inOrder(document: FullDocument, row: Place, printed: readonly (string | null)[]): Place[] {
  const characters = charactersOf(document);
  const from = row.start ?? 0;
  const line = characters.slice(from, characters.indexOf("\n", from)).join("");
  let at = 0;
  return printed.map((text) => {
    const found = text ? line.indexOf(text, at) : -1;
    if (found < 0 || !text) return row;
    at = found + text.length;
    const start = from + Array.from(line.slice(0, found)).length;
    return { page: row.page, line: row.line, start, end: start + Array.from(text).length };
  });
}
