import { uuidv7, type Log } from '@huiyin/kernel';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { quietLogger } from './quiet-logger';
import { answerBadAddress, answerBadRequest } from './transport-problems';

const BODY_BYTES_MAX = 1_048_576;
const HEADERS_BYTES_MAX = 16_384;
const REQUEST_TIMEOUT_ms = 30_000;
const KEEP_ALIVE_ms = 65_000;
/** Requests at work get this long to end when the app does. */
const DRAIN_MAX_ms = 2_000;

export interface ServerOptions {
  module: Type<unknown> | DynamicModule;
  port: number;
  host: string;
  log: Log;
}

export class PortInUse extends Error {
  constructor(port: number) {
    super(`port ${port} is in use: stop what listens there, or choose another with --port`);
  }
}

/** Rejects with PortInUse; port 0 is always free. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw (error as { code?: string }).code === 'EADDRINUSE' ? new PortInUse(port) : error;
  } finally {
    probe.close();
  }
}

/** The HTTP server of an app. Rejects with PortInUse. */
export async function startServer({
  module,
  port,
  host,
  log,
}: ServerOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_TIMEOUT_ms,
    keepAliveTimeout: KEEP_ALIVE_ms,
    genReqId: () => uuidv7(new Date()),
    http: { maxHeaderSize: HEADERS_BYTES_MAX },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadRequest,
    logger: false,
  });
  // Bodies are JSON: a form or a text that happened to fit would be taken for it.
  adapter.getInstance().removeContentTypeParser('text/plain');
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: quietLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close().catch(() => undefined);
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new PortInUse(port);
    throw error;
  }
  drainOnClose(app);
  return app;
}

/** An event stream is a request that never ends by itself: whatever is open after the drain is cut. */
function drainOnClose(app: NestFastifyApplication): void {
  const close = app.close.bind(app);
  app.close = async () => {
    const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MAX_ms);
    await close().finally(() => clearTimeout(cut));
  };
}
