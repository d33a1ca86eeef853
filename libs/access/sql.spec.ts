import { officeTree, staff, type OfficeEntry } from '@huiyin/domain';
import { createPool } from '@huiyin/database';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { maySee, seenWhere, sightOf, type Viewer } from '.';

const OFFICES = ['a', 'b', 'c', 'd', 'e', 'f'];
const ACTORS = ['li.wei', 'zhang.min'];
const RUNS = 300;

/** Any directory, also one with rings of superiors and successors. */
const directory = fc.dictionary(
  fc.constantFrom(...OFFICES),
  fc.record<OfficeEntry>(
    {
      superior: fc.constantFrom(...OFFICES),
      successor: fc.option(fc.constantFrom(...OFFICES), { nil: undefined }),
    },
    { requiredKeys: [] },
  ),
);
const kept = fc.uniqueArray(fc.constantFrom(...OFFICES, ...ACTORS.map(staff)), { maxLength: 4 });
const viewer = fc.record<Viewer>(
  {
    actor: fc.constantFrom(...ACTORS),
    office: fc.constantFrom(...OFFICES, 'nobody'),
    roles: fc.subarray(['office', 'city'] as const),
  },
  { requiredKeys: ['roles'] },
);

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('the database sees what the rule sees, whoever asks in whatever directory', async () => {
  const seen = { yes: 0, no: 0 };
  await fc.assert(
    fc.asyncProperty(directory, kept, viewer, async (entries, keptFrom, who) => {
      const offices = officeTree(entries);
      const sight = sightOf(who, offices);
      const inSql =
        sight.of === 'all-but' &&
        (
          await pool.query<{ seen: boolean }>(`SELECT ${seenWhere('$1::text[]', '$2::text[]')} AS seen`, [
            keptFrom,
            sight.keptFrom,
          ])
        ).rows[0]!.seen;
      expect(inSql).toBe(maySee(who, { keptFrom }, offices));
      seen[inSql ? 'yes' : 'no'] += 1;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(RUNS / 20);
});

test('a case that is not in the list is not seen', async () => {
  const { rows } = await pool.query<{ seen: boolean }>(
    `SELECT ${seenWhere('NULL::text[]', "'{a}'::text[]")} AS seen`,
  );
  expect(rows).toEqual([{ seen: false }]);
});
