import 'reflect-metadata';
import { createLog, deterministicId, systemClock } from '@huiyin/kernel';
import { openReadModels } from '@huiyin/read-models';
import { adoptBundled, createPlatform, startServer } from '@huiyin/runtime';
import { aggregates } from '@huiyin/domain';
import fastify from 'fastify';
import { Pool } from 'pg';
import { ApiModule } from '../../apps/api/api.module';
import { createViewsFeed } from '@huiyin/read-models/views-feed';
import { OFFICE, RECEIVER } from './shared/receiver';

/*
 * One of the two servers that `bench commands` compares, in a process of its own:
 * node commands-server.js huiyin|plain DATABASE_URL MASTER_KEY_FILE
 */

const POOL_MAX = 20;

async function huiyin(databaseUrl: string, masterKeyFile: string): Promise<number> {
  const log = createLog('bench', 'warn');
  const platform = await createPlatform({ databaseUrl, masterKeyFile, clock: systemClock, log });
  await adoptBundled(platform);
  const office = {
    name: { zh: '信访局', en: 'Petitions' },
    level: 'city',
    territory: 'x',
    functions: [],
    kind: 'office',
  };
  for (const id of [RECEIVER, OFFICE]) {
    const commandId = deterministicId('bench', id);
    const aggregate = aggregates.offices;
    await platform.execute({
      aggregate,
      id,
      type: 'RegisterOffice',
      data: office,
      commandId,
      actor: 'bench',
    });
  }
  const views = await openReadModels(databaseUrl);
  const feed = createViewsFeed(databaseUrl, () => Promise.resolve(0), log);
  const module = ApiModule.with({ platform, reads: { platform, views, feed } });
  const app = await startServer({ module, port: 0, host: '127.0.0.1', log });
  return (app.getHttpServer().address() as { port: number }).port;
}

/** What one would write by hand: parse the JSON, one INSERT, answer. */
async function plain(databaseUrl: string): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: POOL_MAX });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS plain_case (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL)',
  );
  const server = fastify();
  const text = 'INSERT INTO plain_case (body) VALUES ($1) RETURNING id';
  server.post('/api/v1/*', async (request, reply) => {
    const { rows } = await pool.query<{ id: string }>({
      name: 'plain',
      text,
      values: [JSON.stringify(request.body)],
    });
    return reply.status(201).send({ id: rows[0]!.id });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return (server.server.address() as { port: number }).port;
}

const [kind, databaseUrl = '', masterKeyFile = ''] = process.argv.slice(2);
(kind === 'huiyin' ? huiyin(databaseUrl, masterKeyFile) : plain(databaseUrl)).then(
  (port) => process.send!({ port }),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
