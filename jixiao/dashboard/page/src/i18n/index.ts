/** The language of the page: the reader's own, or that of the address. Texts of documents stay as printed. */

import { keep, kept } from "../settings";
import { en } from "./en";
import { zh, type Words } from "./zh";

export type Word = keyof Words;
export type Language = "zh" | "en";

const LANGUAGES: Record<Language, Words> = { zh, en };
const known = (name: string | null): name is Language => name !== null && name in LANGUAGES;

const own = ((): Language => {
  const chosen = kept("language");
  return known(chosen) ? chosen : navigator.language.startsWith("zh") ? "zh" : "en";
})();
let language = own;

export function currentLanguage(): Language {
  return language;
}

/** The language that an address without one means: chosen on an earlier visit, else the browser's. */
export function ownLanguage(): Language {
  return own;
}

/** Speak the language of that name from now on; the reader's own where there is none of it. */
export function speak(name: string | null): void {
  language = known(name) ? name : own;
}

/** Keep a language for later visits. */
export function keepLanguage(name: Language): void {
  keep("language", name);
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** The word with `{name}` replaced by values, and `{name|one|many}` by a value and the form of the noun behind it. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return LANGUAGES[language][word].replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = String(values[name] ?? "");
    return many === undefined ? value : `${value} ${value === "1" ? one : many}`;
  });
}

/** The word for a code of the data, such as a form or a rule's group; the code itself where there is none yet. */
export function named(prefix: string, code: string): string {
  const words: Readonly<Record<string, string>> = LANGUAGES[language];
  return words[`${prefix}_${code}`] ?? code;
}

/** One of two texts of the data, by language; the other where one is missing. */
export function either(chinese: string | null, english: string): string {
  return language === "zh" ? (chinese ?? english) : english;
}
