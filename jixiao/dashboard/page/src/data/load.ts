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
    promise = run(address).then((isRun) => {
      if (!isRun || !received.has(name)) throw new DataGone(name);
      return received.get(name);
    });
    waiting.set(name, promise);
  }
  return promise;
}

/** Run a script; tells whether it could be. */
function run(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}

/** True while the data of this build are there: a script that lacks then never was. */
export function isThere(): Promise<boolean> {
  return run(beside("core.js"));
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
