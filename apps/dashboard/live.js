// Follows the server: tells when the views have moved, and whether it can be reached.

const RETRY_ms = 2_000;
/** Between the end of one refresh and the start of the next: a busy city does not keep the page busy. */
const GAP_ms = 300;
/** Time passes, and a simulated clock moves, without an event. */
const POLL_ms = 5_000;

/**
 * At most one run at a time; asked for meanwhile, it runs once more at the end.
 *
 * @param {() => Promise<void>} run
 * @returns {() => void}
 */
export function coalesced(run) {
  let running = false;
  let again = false;
  return async function request() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await run();
    setTimeout(() => {
      running = false;
      if (!again) return;
      again = false;
      void request();
    }, GAP_ms);
  };
}

/**
 * @param {object} on
 * @param {() => void} on.moved
 * @param {() => void} on.poll
 * @param {(state: 'live' | 'away') => void} on.state
 */
export function follow({ moved, poll, state }) {
  const connect = () => {
    const source = new EventSource('/api/v1/stream');
    source.addEventListener('open', () => state('live'));
    source.addEventListener('views', moved);
    source.addEventListener('error', () => {
      state('away');
      // The browser tries again by itself, but not after an answer that was no stream.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, RETRY_ms);
    });
  };
  connect();
  setInterval(() => !document.hidden && poll(), POLL_ms);
  document.addEventListener('visibilitychange', () => !document.hidden && moved());
}
