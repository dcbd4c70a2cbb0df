/** Tables as CSV files that a spreadsheet opens as text and numbers, never as formulas. */

const UNSEEN = String.raw`[\u0000-\u0020\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*`;
const FORMULA = new RegExp(String.raw`^'*(?:${UNSEEN}[=+\-@＝＋－＠]|[\t\r\n])`);
const NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

/** A cell of a CSV file (RFC 4180); text that a spreadsheet would run is led by an apostrophe. */
export function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Offer rows as a file: UTF-8 with a byte order mark, so that every spreadsheet reads the characters. */
export function download(
  name: string,
  head: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): void {
  const lines = [head.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  offered(name, new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
}

/** Offer a file under a name. */
export function offered(name: string, data: Blob): void {
  const address = URL.createObjectURL(data);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
