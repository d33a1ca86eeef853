import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './split/within';

export interface Span {
  traceId: string;
  name: string;
  /** The process that made it. */
  service: string;
}

interface Export {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
}

export interface Collector {
  spans: Arrivals<Span>;
  /** Everything that it was sent, as it came. */
  bodies: string[];
  close(): void;
}

/** A real OTLP endpoint, which every process that is started after it sends its spans to. */
export async function startCollector(): Promise<Collector> {
  const spans = new Arrivals<Span>();
  const bodies: string[] = [];
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      for (const span of spansIn(JSON.parse(body) as Export)) spans.add(span);
      answer.setHeader('content-type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${port}`;
  return {
    spans,
    bodies,
    close() {
      delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
      server.close();
      server.closeAllConnections();
    },
  };
}

const spansIn = ({ resourceSpans }: Export): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });
