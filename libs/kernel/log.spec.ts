import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const LOG = path.resolve(__dirname, '../../dist/libs/kernel/log.js');

/** Says its last words when it is spoken to, and ends. */
const PROGRAM = `
  const log = require(${JSON.stringify(LOG)}).createLog('spec', 'info');
  process.stdin.once('data', () => { log.warn('last words'); log.warn('the very last'); process.exit(7); });
`;

function speaking(): { child: ReturnType<typeof spawn>; exit: Promise<unknown> } {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['pipe', 'ignore', 'pipe'] });
  return { child, exit: once(child, 'exit').then(([code]) => code as unknown) };
}

test('what is logged as a process ends is written', async () => {
  const { child, exit } = speaking();
  const said = once(child.stderr!, 'data').then(
    ([chunk]) => JSON.parse(String(chunk).split('\n')[0]!) as unknown,
  );
  child.stdin!.write('now');
  expect(await exit).toBe(7);
  expect(await said).toMatchObject({ level: 40, app: 'spec', msg: 'last words' });
});

test('a process whose log nobody reads any more still ends', async () => {
  const { child, exit } = speaking();
  child.stderr!.destroy();
  await once(child.stderr!, 'close');
  child.stdin!.write('now');
  expect(await exit).toBe(7);
});
