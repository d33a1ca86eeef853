import RequestQueue from 'kafkajs/src/network/requestQueue';

interface Queue {
  throttledUntil: number;
  pending: readonly unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
}

const CHECK_PENDING_ms = 10;

/**
 * kafkajs 2.2.4 sets a timer with a negative time after every request, for ever, on every connection: a warning on
 * Node 24 and some percent of a core when idle. Needed only while something waits or the broker throttles.
 */
export function calmQueueTimer(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: Queue) {
    const throttled_ms = this.throttledUntil - Date.now();
    if (this.throttleCheckTimeoutId || (this.pending.length === 0 && throttled_ms <= 0)) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttled_ms > 0 ? throttled_ms : CHECK_PENDING_ms,
    );
  };
}
