/** The pictures of the pages of a PDF or a scan: a folder a document, outside the data of one build. */

import { beside, DataGone, load, rows, type Columns } from "./load";

/** A page with its size in hundredths of a point. */
export interface Picture {
  page: number;
  width: number;
  height: number;
  address: string;
}

/** The pictures of the document with this digest; none where none could be drawn. */
export async function pictures(sha256: string): Promise<Picture[]> {
  const name = `pages/${sha256.slice(0, 16)}`;
  const folder = beside(`../../${name}/`);
  try {
    const table = (await load(name, `${folder}index.js`)) as Columns;
    return rows<Picture>(table).map((picture) => ({ ...picture, address: `${folder}${picture.page}.webp` }));
  } catch (error) {
    if (error instanceof DataGone) return [];
    throw error;
  }
}
