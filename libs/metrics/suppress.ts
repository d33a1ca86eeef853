/** A figure about fewer than so many would tell about people. */
export const SMALL_BELOW = 5;

/** A cell in the tree of what adds up to what. */
export interface Part {
  items: number;
  /** Index of the cell that it is part of; undefined on the whole. */
  of: number | undefined;
}

const isSmall = (items: number): boolean => items > 0 && items < SMALL_BELOW;

/** The cells that are parts of each, and what no part of it accounts for. */
function sums(parts: readonly Part[]): { children: number[]; own: number }[] {
  const found = parts.map(({ items }) => ({ children: [] as number[], own: items }));
  for (const [index, { of, items }] of parts.entries()) {
    if (of === undefined) continue;
    found[of]!.children.push(index);
    found[of]!.own = Math.max(0, found[of]!.own - items);
  }
  return found;
}

/**
 * The cells to leave out: those of few items, and as many more as it takes so that none of few can be reckoned from the
 * sums. What is left out of one sum is at least two cells and together no longer few.
 */
export function suppressed(parts: readonly Part[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  parts.forEach(({ items }, index) => isSmall(items) && hidden.add(index));
  const all = sums(parts);
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const [index, { children, own }] of all.entries()) {
      if (children.length === 0) continue;
      const left = children.filter((child) => hidden.has(child)).map((child) => parts[child]!.items);
      if (hidden.has(index) ? left.length > 0 || own > 0 : isCovered(left, own)) continue;
      hidden.add(smallestShown(children, parts, hidden) ?? index);
    }
  }
  return hidden;
}

/** The sum is shown, so what is left out of it must not be told apart; what it holds beside its parts is never shown. */
function isCovered(left: readonly number[], own: number): boolean {
  if (left.length === 0 && !isSmall(own)) return true;
  const all = own > 0 ? [...left, own] : left;
  return all.length > 1 && all.reduce((sum, items) => sum + items, 0) >= SMALL_BELOW;
}

function smallestShown(
  children: readonly number[],
  parts: readonly Part[],
  hidden: ReadonlySet<number>,
): number | undefined {
  let found: number | undefined;
  for (const child of children) {
    if (hidden.has(child) || parts[child]!.items === 0) continue;
    if (found === undefined || parts[child]!.items < parts[found]!.items) found = child;
  }
  return found;
}
