const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

/** A setting of a scheme as an officer can read it; empty text for nothing. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return number.format(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(inWords).join("; ");
  return Object.entries(value as object)
    .map(([key, part]) => `${key}: ${inWords(part)}`)
    .join(", ");
}
