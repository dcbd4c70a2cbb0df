/** Where a document was published: the official page, its day, the address of the file. */

import type { Identity } from "../data/document";
import { h } from "../dom";
import { t } from "../i18n";
import { outer } from "./page";

/** A line that leads to the official page; nothing for a document of which no address is known. */
export function officialPage(one: Identity): HTMLElement | null {
  const page = one.page_url ?? one.url;
  if (!page) return null;
  const day = one.published_on && ` · ${t("published")} ${one.published_on}`;
  return h("p", { class: "meta official" }, `${t("officialPage")} `, outer(one.page_title ?? page, page), day);
}
