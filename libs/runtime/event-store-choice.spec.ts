import { BadConfig, eventStoreSchema, readConfig } from './config';

const choice = (env: Record<string, string>) => readConfig(eventStoreSchema, env);

describe('which event store', () => {
  it('is PostgreSQL unless KurrentDB is asked for', () => {
    expect(choice({})).toEqual({});
    expect(choice({ EVENT_STORE: 'postgres', KURRENTDB_URL: 'kurrentdb://db:2113' })).toEqual({});
  });

  it('is KurrentDB by a connection string, in a namespace where others are on the server', () => {
    expect(
      choice({
        EVENT_STORE: 'kurrentdb',
        KURRENTDB_URL: 'kurrentdb://db:2113?tls=false',
        KURRENTDB_NAMESPACE: 'city2',
      }),
    ).toEqual({ kurrentDb: { url: 'kurrentdb://db:2113?tls=false', namespace: 'city2' } });
  });

  it.each([
    [{ EVENT_STORE: 'kurrentdb' }, 'KURRENTDB_URL: must be set where EVENT_STORE=kurrentdb'],
    [
      { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'http://u:secret@db' },
      'KURRENTDB_URL: must start with kurrentdb://',
    ],
    [
      { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://db', KURRENTDB_NAMESPACE: 'A-b' },
      'KURRENTDB_NAMESPACE: up to 32 lower-case letters and digits',
    ],
  ])('is refused in one line, without its secrets: %j', (env, line) => {
    expect(() => choice(env as Record<string, string>)).toThrow(new BadConfig(line));
  });
});
