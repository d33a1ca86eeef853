import { Client } from 'pg';
import { createTestDatabase } from './database';

test('each suite gets its own empty PostgreSQL 18 database', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
  expect(rows).toEqual([{ major: 18 }]);
  await client.end();
  await database.drop();
});
