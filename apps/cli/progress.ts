import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, note: string): void;
  end(): void;
}

const LINE_EVERY_ms = 10_000;

/** A bar on a terminal; elsewhere a plain line every ten seconds. On stderr: stdout is for results. */
export function createProgress(what: string, of: number): Progress {
  if (process.stderr.isTTY) {
    const format = `${what} {bar} {percentage}% {duration_formatted} {note}`;
    const bar = new SingleBar({ format, stream: process.stderr }, Presets.shades_classic);
    bar.start(of, 0, { note: '' });
    return { update: (done, note) => bar.update(done, { note }), end: () => bar.stop() };
  }
  let told_ms = performance.now();
  return {
    update(done, note) {
      if (performance.now() - told_ms < LINE_EVERY_ms) return;
      told_ms = performance.now();
      process.stderr.write(`${what} ${Math.floor((100 * done) / Math.max(of, 1))}% ${note}\n`);
    },
    end: () => undefined,
  };
}
