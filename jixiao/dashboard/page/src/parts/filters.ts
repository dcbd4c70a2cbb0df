/** A row of filters that lives in the address. */

import { h } from "../dom";
import { t } from "../i18n";
import { refine, route } from "../router";

export interface Choice {
  value: string;
  text: string;
}
export interface Select {
  kind: "select";
  name: string;
  label: string;
  all: string;
  choices: readonly Choice[];
  /** What stands in the address where all are meant, and what is chosen where the address says nothing. */
  every?: string;
  initial?: string;
}
export interface Text {
  kind: "text";
  name: string;
  label: string;
  hint: string;
}

export type Chosen = Readonly<Record<string, string>>;
type Field = Select | Text;

/** What is chosen now, by name; empty where nothing is. */
export function chosen(names: readonly string[]): Chosen {
  const { query } = route();
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ""]));
}

/** What is chosen now in some filters, by name. */
export function chosenIn(fields: readonly Field[]): Chosen {
  const { query } = route();
  return Object.fromEntries(fields.map((field) => [field.name, query.get(field.name) ?? initial(field)]));
}

const initial = (field: Field): string => (field.kind === "select" ? (field.initial ?? "") : "");

/** The filters; `changed` gets what is chosen after each change. */
export function filters(fields: readonly Field[], changed: (now: Chosen) => void): HTMLElement {
  const names = fields.map((field) => field.name);
  const apply = (name: string, value: string, step = true) => {
    refine({ [name]: value, p: "" }, step);
    changed(chosenIn(fields));
  };
  const now = chosenIn(fields);
  const form: HTMLFormElement = h(
    "form",
    { class: "filters", role: "search", "aria-label": t("filters"), onsubmit: (event) => event.preventDefault() },
    fields.map((field) =>
      field.kind === "select" ? select(field, now[field.name] ?? "", apply) : text(field, now[field.name] ?? "", apply),
    ),
    h(
      "button",
      {
        type: "reset",
        class: "quiet",
        onclick: () => {
          refine(Object.fromEntries([...names, "p"].map((name) => [name, ""])));
          for (const control of form.querySelectorAll<HTMLSelectElement | HTMLInputElement>("select, input"))
            control.value = fields.filter((field) => field.name === control.name).map(initial)[0] ?? "";
          changed(chosenIn(fields));
        },
      },
      t("clear"),
    ),
  );
  form.addEventListener("reset", (event) => event.preventDefault());
  return folded(form, Object.values(now).filter(Boolean).length);
}

const wide = matchMedia("(min-width: 641px)");

/** Filters that a narrow screen folds away, with how many are chosen. */
function folded(form: HTMLElement, set: number): HTMLElement {
  const box = h(
    "details",
    { class: "folded", open: wide.matches },
    h("summary", {}, t("filters"), set > 0 && ` · ${set}`),
    form,
  );
  const unfold = () => {
    if (!box.isConnected) return wide.removeEventListener("change", unfold);
    box.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  return box;
}

/** One choice of several, without an empty one. */
export function picker(
  label: string,
  choices: readonly Choice[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  return labelled(label, control(choices, value, changed));
}

function select(field: Select, value: string, apply: (name: string, value: string) => void): HTMLElement {
  const choices = [{ value: field.every ?? "", text: field.all }, ...field.choices];
  return labelled(
    field.label,
    control(choices, value, (next) => apply(field.name, next), field.name),
  );
}

/** The words typed in one go are one step. */
function text(field: Text, value: string, apply: (name: string, value: string, step: boolean) => void): HTMLElement {
  let typing = false;
  const input = h("input", {
    type: "search",
    name: field.name,
    placeholder: field.hint,
    value,
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => {
      apply(field.name, input.value.trim(), !typing);
      typing = true;
    },
    onblur: () => (typing = false),
  });
  return labelled(field.label, input);
}

function control(
  choices: readonly Choice[],
  value: string,
  changed: (value: string) => void,
  name?: string,
): HTMLSelectElement {
  const element = h(
    "select",
    { name, onchange: () => changed(element.value) },
    choices.map((choice) => h("option", { value: choice.value, selected: choice.value === value }, choice.text)),
  );
  return element;
}

let fieldsSoFar = 0;

function labelled(label: string, field: HTMLElement): HTMLElement {
  field.id = `field-${++fieldsSoFar}`;
  return h("div", { class: "field" }, h("label", { for: field.id }, label), field);
}

/** Buttons of which one is pressed. */
export function segments(
  label: string,
  choices: readonly Choice[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const group = h("div", { class: "segments", role: "group", "aria-label": label });
  for (const choice of choices) {
    const button = h(
      "button",
      {
        type: "button",
        "aria-pressed": String(choice.value === value),
        onclick: () => {
          for (const other of group.children) other.setAttribute("aria-pressed", String(other === button));
          changed(choice.value);
        },
      },
      choice.text,
    );
    group.append(button);
  }
  return group;
}
