import { Server, ServerCredentials, type ServiceDefinition, type UntypedHandleCall } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import { StreamsServiceService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb';
import { appendRecords, appendSession } from './fake-append.fixture';
import { createFakeLog, type FakeLog } from './fake-log.fixture';
import { read } from './fake-read.fixture';

/**
 * A FAKE of KurrentDB, for specs only: it speaks the wire protocol of the few calls that the adapter makes, as the
 * server's source reads, so that the real client and its read bridge are exercised. It keeps nothing and proves nothing
 * about the real server: the suites that need one run where there is one.
 */
export interface FakeServer {
  url: string;
  log: FakeLog;
  /** Cuts every connection; `listen` takes the same port again. */
  cut(): void;
  listen(): Promise<void>;
}

/** The client looks for its server once more before the first read, after half a second unless told otherwise. */
const DISCOVERY_INTERVAL_ms = 10;

const METHODS: Record<string, string[]> = {
  '24.10': [],
  '26.0': ['AppendSession'],
  '26.1': ['AppendSession', 'AppendRecords'],
};

export async function startFakeServer(version: keyof typeof METHODS = '26.1'): Promise<FakeServer> {
  const log = createFakeLog();
  let port = 0;
  let server = make(version, log);
  const listen = (): Promise<void> =>
    new Promise((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error) return reject(error);
        port = bound;
        resolve();
      }),
    );
  await listen();
  return {
    log,
    url: `kurrentdb://127.0.0.1:${port}?tls=false&discoveryInterval=${DISCOVERY_INTERVAL_ms}`,
    cut() {
      server.forceShutdown();
      server = make(version, log);
    },
    listen,
  };
}

function make(version: string, log: FakeLog): Server {
  const server = new Server();
  const add = (service: unknown, calls: Record<string, unknown>): void =>
    server.addService(service as ServiceDefinition, calls as Record<string, UntypedHandleCall>);
  add(ServerFeaturesService, {
    getSupportedMethods: (_: unknown, answer: (error: null, methods: SupportedMethods) => void) =>
      answer(null, supported(version)),
  });
  add(StreamsService, { read: (call: Parameters<typeof read>[1]) => read(log, call) });
  add(StreamsServiceService, {
    appendSession: (...call: [never, never]) => appendSession(log, ...call),
    appendRecords: (...call: [never, never]) => appendRecords(log, ...call),
  });
  return server;
}

function supported(version: string): SupportedMethods {
  const methods = new SupportedMethods();
  methods.setEventStoreServerVersion(`${version}.0`);
  for (const name of METHODS[version]!) {
    const method = new SupportedMethod();
    method.setServiceName('kurrentdb.protocol.v2.streams.streamsservice');
    method.setMethodName(name.toLowerCase());
    methods.addMethods(method);
  }
  return methods;
}
