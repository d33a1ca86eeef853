import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { BadConnectionString, reaching, UnsupportedServer } from './errors';

/** The calls that an append needs, and since when the server has them. */
const APPEND_SESSION = '/kurrentdb.protocol.v2.streams.StreamsService/AppendSession';
const APPEND_RECORDS = '/kurrentdb.protocol.v2.streams.StreamsService/AppendRecords';
export const SERVER_MIN = '25.1';
/** From here on a request may check streams that it does not write. */
export const SERVER_MIN_FOR_CHECKS = '26.1';

export interface Connection {
  client: KurrentDBClient;
  version: string;
  /** Whether a stream can be checked without being written. */
  checksAlone: boolean;
}

/** The client asks the server what it can do, and keeps the answer to itself in its types. */
interface Capable {
  capabilities: Promise<{ serverVersion: string; supports(method: { path: string }): boolean }>;
}

/** Loads the client; whoever stays on PostgreSQL never does. Rejects with BadConnectionString, StoreUnavailable or UnsupportedServer. */
export async function connect(url: string): Promise<Connection> {
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  const client = parsed(() => KurrentDBClient.connectionString(url));
  const server = await reaching((client as unknown as Capable).capabilities);
  const can = (path: string): boolean => server.supports({ path });
  if (!can(APPEND_SESSION)) {
    await client.dispose();
    throw new UnsupportedServer(
      `KurrentDB ${server.serverVersion} cannot append to several streams at once; Huiyin needs ${SERVER_MIN} or newer`,
    );
  }
  return { client, version: server.serverVersion, checksAlone: can(APPEND_RECORDS) };
}

function parsed<Client>(parse: () => Client): Client {
  try {
    return parse();
  } catch {
    throw new BadConnectionString(
      'KURRENTDB_URL is not a KurrentDB connection string: kurrentdb://host:2113?tls=false, kurrentdb://user:password@host:2113, …',
    );
  }
}
