import { context, propagation, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('huiyin');
let exporting = false;

/** Sends traces to an OTLP/HTTP collector; until this is called tracing costs nothing. Answers how to flush and end. */
export async function startTracing(serviceName: string, endpoint: string): Promise<() => Promise<void>> {
  // Loaded only where a collector is named: it is large.
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const traceExporter = new OTLPTraceExporter({
    url: new URL('v1/traces', `${endpoint.replace(/\/$/, '')}/`).href,
  });
  const sdk = new NodeSDK({ serviceName, traceExporter, instrumentations: [] });
  sdk.start();
  exporting = true;
  return async () => {
    exporting = false;
    await sdk.shutdown().catch(() => undefined);
  };
}

/**
 * Runs a piece of work as a span of the trace that `parent` (W3C traceparent) belongs to, and gives it the traceparent
 * to hand on. Attributes are ids, codes and counts, never what a person said or is called.
 */
export function traced<T>(
  name: string,
  parent: string | undefined,
  attributes: Attributes,
  work: (traceparent: string | undefined) => Promise<T>,
): Promise<T> {
  if (!exporting) return work(parent);
  const from =
    parent === undefined ? context.active() : propagation.extract(context.active(), { traceparent: parent });
  return tracer.startActiveSpan(name, { attributes }, from, async (span) => {
    const carrier: { traceparent?: string } = {};
    propagation.inject(context.active(), carrier);
    try {
      return await work(carrier.traceparent ?? parent);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}
