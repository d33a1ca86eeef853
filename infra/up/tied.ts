/* Loaded before the main file of each child: when its parent is gone, however that ended, the child drains and ends. */

const DRAIN_MAX_ms = 20_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), DRAIN_MAX_ms).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
