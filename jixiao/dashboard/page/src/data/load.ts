/** Data come as classic scripts beside the bundle; each calls `jixiaoData` with its name and tables. */

export type Columns = Readonly<Record<string, readonly unknown[]>>;
export type Tables = Readonly<Record<string, Columns>>;

declare global {
  interface Window {
    jixiaoData: (name: string, data: unknown) => void;
  }
}

/** A data script could not be loaded: the page is of a build that has been replaced. */
export class DataGone extends Error {}

const folder = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, "");
const received = new Map<string, unknown>();
const waiting = new Map<string, Promise<unknown>>();

window.jixiaoData = (name, data) => {
  received.set(name, data);
};

/** What a script that the page itself names has handed over. */
export function loaded(name: string): unknown {
  return received.get(name);
}

/** The address of a file by its path from the data of this build. */
export function beside(path: string): string {
  return folder + path;
}

/** The data of the script `name`, loaded once. Rejects with DataGone. */
export function load(name: string, address = beside(`${name}.js`)): Promise<unknown> {
  let promise = waiting.get(name);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => (received.has(name) ? resolve(received.get(name)) : reject(new DataGone(name)));
      script.onerror = () => reject(new DataGone(name));
      document.head.append(script);
    });
    waiting.set(name, promise);
  }
  return promise;
}

/** A table by column as one object a row. */
export function rows<Row>(columns: Columns): Row[] {
  const names = Object.keys(columns);
  const length = columns[names[0] ?? ""]?.length ?? 0;
  return Array.from(
    { length },
    (_, place) => Object.fromEntries(names.map((name) => [name, columns[name]?.[place]])) as Row,
  );
}
