type Bench = (args: readonly string[]) => Promise<void>;

/** Each prints median and p99, and the ratio to a baseline that it measures in the same run. */
const BENCHES: Record<string, () => Promise<{ run: Bench }>> = {
  append: () => import('./append.bench'),
  commands: () => import('./commands.bench'),
  timers: () => import('./timers.bench'),
  decide: () => import('./decide.bench'),
  fanout: () => import('./fanout.bench'),
  'read-stream': () => import('./read-stream.bench'),
  projection: () => import('./projection.bench'),
  sizes: () => import('./sizes.bench'),
  backtest: () => import('./backtest.bench'),
};

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const load = BENCHES[name];
  if (!load) {
    console.error(`bench: unknown name "${name}"; one of ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  await (await load()).run(args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
