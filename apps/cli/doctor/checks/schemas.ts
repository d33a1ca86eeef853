import { readMigrations, schemaState } from '@huiyin/database';
import path from 'node:path';
import { fail, ok, warn, type Check } from '../check';

const ROOT = path.resolve(__dirname, '../../../..');

/** Where the numbered steps of each schema are. The views make their tables anew instead (libs/read-models). */
export const SCHEMAS: Readonly<Record<string, string>> = {
  event_store: 'libs/event-store/postgres/migrations',
  privacy: 'libs/privacy/migrations',
  attachment: 'libs/attachments/migrations',
  messaging: 'libs/messaging/migrations',
  escalation: 'apps/escalation/migrations',
  notification: 'apps/notification/sql',
  audit: 'libs/audit/log/migrations',
};

export const schemas: Check = {
  name: 'schema',
  async look({ pool, eventStore }) {
    const names = Object.keys(SCHEMAS).filter((name) => name !== 'event_store' || eventStore === 'postgres');
    const states = await Promise.all(
      names.map((name) => schemaState(pool, name, readMigrations(path.join(ROOT, SCHEMAS[name]!)))),
    );
    const refused = states.flatMap((state) =>
      state.state === 'refused' ? [fail(state.why, 'run the Huiyin that wrote it, or a newer one')] : [],
    );
    if (refused.length > 0) return refused;
    const behind = names.filter((_, index) => states[index]!.state === 'behind');
    return behind.length === 0
      ? ok(`${names.length} schemas are at their newest version`)
      : warn(`steps are missing in ${behind.join(', ')}`, 'start the apps: each applies what it needs');
  },
};
