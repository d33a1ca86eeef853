import { Presets, SingleBar } from 'cli-progress';

const LINE_EVERY_SHARE = 0.1;

/** A bar on a terminal, a line now and then elsewhere. */
export function createProgress(what: string): { update(done: number, of: number): void; end(): void } {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      { format: `${what} {bar} {percentage}% {duration_formatted}` },
      Presets.shades_classic,
    );
    let started = false;
    return {
      update(done, of) {
        if (!started) bar.start(of, 0);
        started = true;
        bar.update(done);
      },
      end: () => bar.stop(),
    };
  }
  let told = 0;
  return {
    update(done, of) {
      const share = done / of;
      if (share - told < LINE_EVERY_SHARE && share < 1) return;
      told = share;
      process.stderr.write(`${what} ${Math.round(share * 100)}%\n`);
    },
    end: () => undefined,
  };
}
