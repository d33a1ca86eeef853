import { groupsFor } from './sheet';

const MiB = 1_048_576;

test.each([
  ['npm start', 368, 5_888],
  ['an app of its own', 2_096, 20_000],
])('the groups that a view keeps fit the heap of %s', (_, heap_MiB, groups) => {
  expect(groupsFor(heap_MiB * MiB)).toBe(groups);
});
