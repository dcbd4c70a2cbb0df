// The reader's language: the one chosen on the dashboard, else the browser's.
let chosen = null;
try {
  chosen = localStorage.getItem("jixiao.language");
} catch {
  // a page that keeps nothing
}
const language = chosen ?? (navigator.language.startsWith("zh") ? "zh" : "en");
location.replace(language === "en" ? "en/README.html" : "zh/README.zh-CN.html");
