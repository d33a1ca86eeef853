/* The health check of every app's container: node:24-slim has no curl. */
const ANSWER_MAX_ms = 4_000;

fetch(`http://127.0.0.1:${process.env['PORT'] ?? '3000'}/readyz`, {
  signal: AbortSignal.timeout(ANSWER_MAX_ms),
}).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
