import { POSTGRES_MIN, versionOf } from '@huiyin/database';
import { fail, ok, type Check } from '../check';

export const server: Check = {
  name: 'postgres',
  async look({ pool }) {
    const version = await versionOf(pool);
    return Number.parseInt(version, 10) >= POSTGRES_MIN
      ? ok(`PostgreSQL ${version}`)
      : fail(`PostgreSQL ${version} is too old`, `move to PostgreSQL ${POSTGRES_MIN} or newer`);
  },
};
