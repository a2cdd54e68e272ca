import fc from "fast-check";
import { expect, test } from "vitest";
import { isRow, row } from "../../../src/fields/kinds/table.ts";

const rarely = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: usual, weight: 6 }, { arbitrary: fc.jsonValue(), weight: 1 });
const nearlyARow = fc.record(
  {
    id: rarely(fc.string({ maxLength: 2 })),
    order: rarely(fc.string()),
    cells: rarely(fc.dictionary(fc.string(), fc.jsonValue())),
    more: fc.jsonValue(),
  },
  { requiredKeys: ["cells"], noNullPrototype: true },
);

test("what is a line of a table is what its schema takes", () => {
  let [lines, others] = [0, 0];
  fc.assert(
    fc.property(fc.oneof(nearlyARow, fc.jsonValue()), (value) => {
      const read = JSON.parse(JSON.stringify(value)) as unknown;
      expect(isRow(read)).toBe(row.safeParse(read).success);
      if (isRow(read)) lines += 1;
      else others += 1;
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(lines, others)).toBeGreaterThan(50);
});
