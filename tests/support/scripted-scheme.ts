import type { Scheme } from "../../src/schemes/scheme-schema.ts";

/** What would run if any text of a scheme were ever taken for markup. */
const script = '<script>window.harmed=1</script><img src="x" onerror="window.harmed=1">';

/** Members of a scheme that people read. */
const texts = new Set([
  "label",
  "short",
  "hint",
  "guidance",
  "title",
  "about",
  "summary",
  "publisher",
  "says",
  "advice",
  "not-tested-because",
  "place",
  "item",
  "layout-note",
  "role",
  "what",
  "form",
  "name",
]);

/** A scheme with script after every text that people read, ids and conditions left as they are. */
export function scriptedScheme(scheme: Scheme): Scheme {
  return scripted(scheme, "") as Scheme;
}

/** The same for any piece of a scheme that stands under a name. */
export function scripted(value: unknown, key: string): unknown {
  if (key === "about" && typeof value === "string" && !value.includes(" ")) return value;
  if (typeof value === "string") return texts.has(key) ? `${value} ${script}` : value;
  if (Array.isArray(value)) return value.map((one) => scripted(one, key === "not-published" ? "says" : key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, scripted(part, name)]));
}
