import { inWords } from '@huiyin/kernel/in-words';
import { onInterrupt } from './interrupt';
import { readOptions } from './options';
import { createSystem, type Addresses } from './system';

const NAME_WIDTH = 12;
const INTERRUPTED_TWICE = 130;

const say = (part: string, line: string): void =>
  void process.stdout.write(`${part.padEnd(NAME_WIDTH)} | ${line}\n`);
const tell = (line: string): void => void process.stderr.write(`huiyin up: ${line}\n`);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const system = createSystem(options, say);
  const interrupted = new Promise<'interrupted'>((resolve) =>
    onInterrupt({
      first: () => resolve('interrupted'),
      again: () => void system.kill().then(() => process.exit(INTERRUPTED_TWICE)),
    }),
  );
  const started = system.start();
  try {
    const up = await Promise.race([started, interrupted, system.broken.then(breakDown)]);
    if (up !== 'interrupted') {
      process.stdout.write(welcome(up, options.data));
      await Promise.race([interrupted, system.broken.then(breakDown)]);
    }
    tell('stopping: the apps, then Kafka, then PostgreSQL (Ctrl-C again kills them)');
    return 0;
  } catch (error) {
    tell(inWords(error));
    return 1;
  } finally {
    await system.stop();
  }
}

class PartEnded extends Error {}

function breakDown(how: string): never {
  throw new PartEnded(`${how}; stopping everything`);
}

function welcome(addresses: Addresses, data: string): string {
  const lines = addresses.map(([part, address]) => `  ${part.padEnd(NAME_WIDTH)} ${address}\n`);
  return `\nHuiyin is up, as separate processes; everything is kept in ${data}\n\n${lines.join('')}\nCtrl-C stops all of them.\n\n`;
}

void main().then((code) => process.exit(code));
