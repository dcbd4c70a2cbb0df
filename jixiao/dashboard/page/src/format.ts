/** Numbers as people read them. Money is a bigint of 分 everywhere: 1 万元 is 1 000 000 分. */

const FEN_PER_WAN = 1_000_000n;
const FEN_PER_YI = 10_000_000_000n;

/** 分 from the text of a data script; null where there is none. */
export function fen(text: string | null | undefined): bigint | null {
  return text == null ? null : BigInt(text);
}

/** 万元 with thousands separators and as many decimals as the amount needs, two at least: exact. */
export function wan(amount: bigint | null): string {
  if (amount === null) return "—";
  const text = wanPlain(amount);
  const [whole = "", decimals = ""] = text.replace("-", "").split(".");
  return (amount < 0n ? "−" : "") + grouped(whole) + "." + decimals;
}

/** True where an amount is read more easily in 亿元. */
export function isLarge(amount: bigint): boolean {
  return amount >= FEN_PER_YI || -amount >= FEN_PER_YI;
}

/** 亿元 with two decimals, rounded half away from nothing. */
export function yi(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const hundredths = ((size + FEN_PER_YI / 200n) * 100n) / FEN_PER_YI;
  const whole = grouped((hundredths / 100n).toString());
  return `${amount < 0n ? "−" : ""}${whole}.${(hundredths % 100n).toString().padStart(2, "0")}`;
}

/** 万元 as a plain decimal number, for files: exact. */
export function wanPlain(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const decimals = (size % FEN_PER_WAN)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${amount < 0n ? "-" : ""}${size / FEN_PER_WAN}.${decimals}`;
}

/** 万元 as a floating point number, for the length of a bar only. */
export function wanLength(amount: bigint): number {
  return Number(amount) / 1e6;
}

export function count(value: number): string {
  return grouped(String(value));
}

/** A share as a percentage with one decimal; what is not all never reads 100 %, what is not nothing never 0 %. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "—";
  const tenths = Math.round((part * 1000) / whole);
  const honest = part < whole && tenths === 1000 ? 999 : part > 0 && tenths === 0 ? 1 : tenths;
  return `${(honest / 10).toFixed(1)}%`;
}

/** The signed change from one amount to another as a percentage with one decimal. */
export function change(from: bigint, to: bigint): string {
  if (from === 0n) return "—";
  const size = from < 0n ? -from : from;
  const tenths = Number(((to - from) * 1000n) / size);
  return `${tenths > 0 ? "+" : tenths < 0 ? "−" : ""}${(Math.abs(tenths) / 10).toFixed(1)}%`;
}

/** The signed difference of two amounts in 万元. */
export function difference(from: bigint, to: bigint): string {
  return (to > from ? "+" : "") + wan(to - from);
}

export function ratio(part: number, whole: number): string {
  return whole === 0 ? "—" : (part / whole).toFixed(1);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
