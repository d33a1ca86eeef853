import { existsSync } from 'node:fs';

const CHROMIUM_DEFAULT = '/usr/bin/chromium';

/**
 * A suite that needs a real browser; it gets the path of a Chromium or Chrome. Where there is none it is skipped
 * loudly, and under `CI=true` it fails.
 */
export function describeChromium(name: string, suite: (executable: string) => void): void {
  const executable = process.env['CHROMIUM'] ?? CHROMIUM_DEFAULT;
  if (existsSync(executable)) {
    describe(name, () => suite(executable));
    return;
  }
  const missing = `${executable} is not there: apt-get install chromium, or set CHROMIUM`;
  if (process.env['CI'] === 'true') {
    test(`${name}: has a browser to run in`, () => {
      throw new Error(missing);
    });
  } else {
    process.stderr.write(`\n*** SKIPPED, not passed: ${name} *** ${missing}\n\n`);
    describe.skip(name, () => suite(executable));
  }
}
