/** Choices kept between visits; a browser that keeps nothing for files forgets them, and nothing else happens. */

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`jixiao.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`jixiao.${name}`, value);
  } catch {
    // a private window or a file page without storage
  }
}

export type Theme = "light" | "dark";

const preferred = matchMedia("(prefers-color-scheme: dark)");

export function theme(): Theme {
  const chosen = kept("theme");
  return chosen === "light" || chosen === "dark" ? chosen : preferred.matches ? "dark" : "light";
}

/** Apply the theme, and again whenever the system's changes. */
export function followTheme(changed: () => void): void {
  const apply = () => document.documentElement.setAttribute("data-theme", theme());
  apply();
  preferred.addEventListener("change", () => {
    apply();
    changed();
  });
}

export function chooseTheme(value: Theme): void {
  keep("theme", value);
  document.documentElement.setAttribute("data-theme", value);
}
