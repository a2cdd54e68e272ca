import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../../electron/adapters/plain-json.ts";

describe("the parts of a bid in JSON", () => {
  test("come back as they were written, whatever is in them", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  test("are refused where anything in them is named twice, at any depth", () => {
    const around = fc.constantFrom<(inner: string) => string>(
      (inner) => inner,
      (inner) => `[1, ${inner}]`,
      (inner) => `{"bid": {"answers": ${inner}}, "other": "a:b"}`,
    );
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), around, (name, value, wrap) => {
        const member = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
        expect(parseJson(wrap(`{${member}, "${"between".repeat(12)}": {}, ${member}}`))).toMatchObject({ ok: false });
      }),
    );
  });

  test("may give one name in two objects, and a name as a value", () => {
    expect(parseJson('[{"a": "a"}, {"a": ["a", "a"]}, {"b": {"a": 1}, "a": 2}]')).toMatchObject({ ok: true });
  });

  test.each([
    ['{\n  "id": 1,\n  "title": 2,\n  "id": 3\n}', "gives “id” twice at line 4"],
    ['{"id": 1, "\\u0069d": 2}', "gives “id” twice"],
    ['{"__proto__": 1, "__proto__": 2}', "gives “__proto__” twice"],
    ['{"a": [{"b": 1, "b" : 2}]}', "gives “b” twice"],
    ['{"": 1, "": 2}', "gives “” twice"],
  ])("%j: the name and the line are said", (text, error) => {
    expect(parseJson(text)).toEqual({ ok: false, error });
  });
});
