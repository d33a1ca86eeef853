import { connectionConfig, leaveWhenSilent } from '@huiyin/database';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { VIEW_TYPES } from './engine/codec';
import { SCHEMA } from './engine/ddl';
import { entityOf } from './entity';
import { ViewsSchema1795000000000 } from './migrations/1795000000000-views-schema';
import { VIEWS } from './registry';

const POOL_MAX = 10;

function dataSource(url: string, max: number): DataSource {
  const { options, ...rest } = connectionConfig({ url, max, applicationName: 'huiyin read models' });
  return new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    entities: VIEWS.map(entityOf),
    migrations: [ViewsSchema1795000000000],
    migrationsTableName: 'migration',
    synchronize: false,
    // Every query leaves the types of its rows alone: instants stay text, positions are numbers.
    extra: { ...rest, options, types: VIEW_TYPES },
  });
}

/** Makes or upgrades the schema of the read models; `url` logs in as its owner. Safe from several processes. */
export async function migrateReadModels(url: string): Promise<void> {
  const source = await dataSource(url, 2).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtextextended('huiyin.migrate.${SCHEMA}', 0))`);
    await lock.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    await source.runMigrations();
  } finally {
    // The lock ends with its session.
    await lock.release();
    await source.destroy();
  }
}

/** Where the queries read. The schema is made by `migrateReadModels`, the tables by the projector. */
export async function openReadModels(url: string, max = POOL_MAX): Promise<DataSource> {
  const source = await dataSource(url, max).initialize();
  const { master } = source.driver as unknown as { master: Pool };
  leaveWhenSilent(master, connectionConfig({ url }));
  return source;
}
