import 'reflect-metadata';
import { createLog, inWords, startTracing, systemClock, type Log } from '@huiyin/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { configSchema, readConfig, type Config } from './config';
import { OperationsController } from './operations.controller';
import { ParkedController, type Parked } from './parked.controller';
import { createPlatform, type Platform } from './platform';
import { startServer } from './server';

/** What an app adds to the platform. */
export interface AppParts {
  /** Its modules: what they start and drain is theirs. */
  imports: readonly DynamicModule[];
  /** Where its consumers park what fails. */
  parked?: Parked;
  /** Ends what the modules do not, after them and before the platform. */
  close?: () => Promise<void>;
}

export interface AppGiven {
  config: Config;
  platform: Platform;
  log: Log;
}

@Module({})
class AppModule {
  static of(platform: Platform, { imports, parked }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [...imports],
      controllers: [OperationsController, ...(parked ? [ParkedController] : [])],
      providers: [
        { provide: 'platform', useValue: platform },
        { provide: 'parked', useValue: parked },
      ],
    };
  }
}

/** One app of the split mode as a process: configuration, platform, parts, health and metrics, an orderly end. */
export function runApp(name: string, parts: (given: AppGiven) => Promise<AppParts>): void {
  const log = createLog(name);
  start(name, log, parts).catch((error: unknown) => {
    process.stderr.write(`huiyin ${name}: ${inWords(error)}\n`);
    process.exit(1);
  });
}

async function start(name: string, log: Log, parts: (given: AppGiven) => Promise<AppParts>): Promise<void> {
  const config = readConfig(configSchema);
  const { DATABASE_URL: databaseUrl, MASTER_KEY_FILE: masterKeyFile } = config;
  const endTracing = await startTracingIfAsked(`huiyin-${name}`, config);
  const platform = await createPlatform({ databaseUrl, masterKeyFile, log, clock: systemClock });
  const own = await parts({ config, platform, log });
  const app = await startServer({
    module: AppModule.of(platform, own),
    port: config.PORT,
    host: config.HOST,
    log,
  });
  const { port } = app.getHttpServer().address() as { port: number };
  process.stdout.write(`huiyin ${name} is at http://${config.HOST}:${port}\n`);
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await app.close();
    await own.close?.();
    await platform.close();
    await endTracing();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}

/** Traces go out where an OTLP endpoint is set. */
export const startTracingIfAsked = (
  service: string,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
): Promise<() => Promise<void>> =>
  endpoint === undefined ? Promise.resolve(() => Promise.resolve()) : startTracing(service, endpoint);
