import { inWords } from '@huiyin/kernel/in-words';

interface Held {
  address: string;
  /** Resolves when the server is gone without having been stopped. */
  gone: Promise<void>;
  stop(): Promise<void>;
}

/** Runs a server until this process is told to end, says where it is, and ends with it. */
export function hold(name: string, start: (folder: string) => Promise<Held>): void {
  const end = (code: number, why?: string): void => {
    if (why !== undefined) process.stderr.write(`${why}\n`);
    process.exit(code);
  };
  let told = false;
  let stop = (): void => void (told = true);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());
  start(process.argv[2]!).then(
    (held) => {
      let stopping = false;
      stop = (): void => {
        stopping = true;
        held.stop().then(
          () => end(0),
          (error: unknown) => end(1, String(error)),
        );
      };
      if (told) return stop();
      process.stdout.write(`huiyin ${name} is at ${held.address}\n`);
      void held.gone.then(() => stopping || end(1, `${name} is gone`));
    },
    (error: unknown) => end(1, inWords(error)),
  );
}
