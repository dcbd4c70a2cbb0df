/** The language of the page: 简体中文, or English by choice. Names and texts of documents stay as printed. */

import { keep, kept } from "../settings";
import { en } from "./en";
import { zh, type Words } from "./zh";

export type Word = keyof Words;
export type Language = "zh" | "en";

const LANGUAGES: Record<Language, Words> = { zh, en };
let language: Language = kept("language") === "en" ? "en" : "zh";

export function currentLanguage(): Language {
  return language;
}

export function chooseLanguage(value: Language): void {
  language = value;
  keep("language", value);
}

/** The word with `{name}` replaced by values. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return LANGUAGES[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
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
