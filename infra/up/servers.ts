import { startPart, type Part } from './part';

const POSTGRES_READY_MAX_ms = 90_000;
/** The first start fetches the jars. */
const KAFKA_READY_MAX_ms = 360_000;

export const startPostgres = (folder: string, onLine: (line: string) => void): Part =>
  startPart({
    name: 'postgres',
    file: 'infra/up/hold-postgres.js',
    args: [folder],
    onLine,
    readyMax_ms: POSTGRES_READY_MAX_ms,
  });

export const startBroker = (folder: string, onLine: (line: string) => void): Part =>
  startPart({
    name: 'kafka',
    file: 'infra/up/hold-kafka.js',
    args: [folder],
    onLine,
    readyMax_ms: KAFKA_READY_MAX_ms,
  });
