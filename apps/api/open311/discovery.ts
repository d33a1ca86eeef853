import type { Platform } from '@huiyin/runtime';
import { aggregates, streamOf } from '@huiyin/domain';
import type { Open311Config } from './config';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
const MINUTE_CHARS = 'YYYY-MM-DD HH:MM'.length;

/** When the services last changed: when the pack that offers them was adopted. */
async function changeset({ store }: Platform, pack: string): Promise<string> {
  const [adopted] = await store.readStream(streamOf(aggregates.policies, pack), {
    direction: 'backwards',
    limit: 1,
  });
  return (adopted?.recordedAt ?? '1970-01-01T00:00').replace('T', ' ').slice(0, MINUTE_CHARS);
}

/** Service Discovery: where the API is and what it speaks. */
export async function discovery(platform: Platform, config: Open311Config, origin: string): Promise<object> {
  const changed = await changeset(platform, config.pack);
  return {
    changeset: changed,
    contact: config.contact,
    key_service: config.keyService,
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${config.publicUrl?.replace(/\/$/, '') ?? origin}/open311/v2`,
        changeset: changed,
        type: config.type,
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
