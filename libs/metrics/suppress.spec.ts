import fc from 'fast-check';
import { SMALL_BELOW, suppressed, type Part } from './suppress';

/** Each part belongs to one before it; what a cell has beside its parts is drawn too. */
const tree = fc
  .array(fc.record({ own: fc.oneof(fc.constant(0), fc.nat({ max: 12 })), of: fc.nat() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn): Part[] => {
    const parts = drawn.map(({ own, of }, index) => ({
      items: own,
      of: index === 0 ? undefined : of % index,
    }));
    for (const { items, of } of [...parts].reverse()) if (of !== undefined) parts[of]!.items += items;
    return parts;
  });

const sumsUp = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ items }, index) =>
      items >= parts.filter(({ of }) => of === index).reduce((sum, one) => sum + one.items, 0),
  );

/** Row echelon form; a value is known if its unit vector lies in the span of the rows. */
function isKnown(rows: readonly number[][], wanted: readonly number[]): boolean {
  const basis: number[][] = [];
  const reduced = (row: readonly number[]): number[] => {
    let rest = [...row];
    for (const one of basis) {
      const pivot = one.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = rest[pivot]! / one[pivot]!;
      rest = rest.map((value, index) => value - factor * one[index]!);
    }
    return rest;
  };
  for (const row of rows) {
    const rest = reduced(row);
    if (rest.some((value) => Math.abs(value) > 1e-9)) basis.push(rest);
  }
  return reduced(wanted).every((value) => Math.abs(value) < 1e-9);
}

/** What an attacker knows: every shown cell, that the parts add up, and which cells have nothing of their own. */
function knownSmall(parts: readonly Part[], hidden: ReadonlySet<number>): number[] {
  const size = parts.length;
  const unit = (index: number): number[] => Array.from({ length: size * 2 }, (_, at) => Number(at === index));
  const rows: number[][] = [];
  for (const [index, { items }] of parts.entries()) {
    const children = parts.flatMap(({ of }, child) => (of === index ? [child] : []));
    const own = items - children.reduce((sum, child) => sum + parts[child]!.items, 0);
    if (!hidden.has(index)) rows.push(unit(index));
    if (children.length > 0 && own === 0) rows.push(unit(size + index));
    const sum = unit(index);
    sum[size + index] = -1;
    for (const child of children) sum[child] = -1;
    if (children.length > 0) rows.push(sum);
  }
  return parts.flatMap(({ items }, index) =>
    items > 0 && items < SMALL_BELOW && isKnown(rows, unit(index)) ? [index] : [],
  );
}

test('no small cell is shown, and none can be reckoned from what is', () =>
  fc.assert(
    fc.property(tree, (parts) => {
      fc.pre(sumsUp(parts));
      expect(knownSmall(parts, suppressed(parts))).toEqual([]);
    }),
    { numRuns: 500 },
  ));

test('the attacker is real: with the small cells alone left out, it finds some', () => {
  const parts: Part[] = [
    { items: 20, of: undefined },
    { items: 2, of: 0 },
    { items: 18, of: 0 },
  ];
  expect(knownSmall(parts, new Set([1]))).toEqual([1]);
  expect([...suppressed(parts)].sort()).toEqual([1, 2]);
});

test('nothing is left out where nothing is small', () =>
  expect(
    suppressed([
      { items: 13, of: undefined },
      { items: 6, of: 0 },
      { items: 7, of: 0 },
    ]),
  ).toEqual(new Set()));

test('two small cells that are few together take a third with them', () =>
  expect(
    [
      ...suppressed([
        { items: 30, of: undefined },
        { items: 1, of: 0 },
        { items: 1, of: 0 },
        { items: 8, of: 0 },
        { items: 20, of: 0 },
      ]),
    ].sort(),
  ).toEqual([1, 2, 3]));
