import { spawn } from 'node:child_process';
import path from 'node:path';

const HERE = path.resolve(__dirname, '../..');
const DIST = path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist');
const MAIN = path.join(DIST, 'apps/cli/main.js');

/** The command line as an operator calls it; rejects with what it said when it does not end with 0. */
export function huiyin(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(stdout + stderr)
        : reject(new Error(`huiyin ${args[0]} ended with ${code}: ${stderr}`)),
    );
  });
}
