import { startPart, type Part } from './part';

/** The publisher first: it makes the topics that the others read. */
export const APPS = ['publisher', 'projector', 'escalation', 'notification', 'audit', 'api'] as const;
export type AppName = (typeof APPS)[number];

const READY_MAX_ms = 60_000;

/** What every app is told (libs/runtime/config.ts). */
export interface AppEnv extends Record<string, string> {
  DATABASE_URL: string;
  KAFKA_BROKERS: string;
  MASTER_KEY_FILE: string;
  AUDIT_FOLDER: string;
  PORT: string;
}

/** One app of the split mode, as a process on 127.0.0.1. */
export const startApp = (name: AppName, env: AppEnv, onLine: (line: string) => void): Part =>
  startPart({
    name,
    file: `apps/${name}/main.js`,
    env: { HOST: '127.0.0.1', ...env },
    onLine,
    readyMax_ms: READY_MAX_ms,
  });
