import { fail, ok, warn, type Check, type Verdict } from '../check';

const LATE = "interval '5 minutes'";
const NO_SUCH_TABLE = '42P01';

interface Waiting {
  sql: string;
  found: (count: number) => Verdict;
}

/** What should have happened by now, or waits for a person. */
const WAITING: readonly Waiting[] = [
  {
    sql: `SELECT count(*)::int AS n FROM escalation.timer
          WHERE next_at < now() - ${LATE} AND (leased_until IS NULL OR leased_until < now())`,
    found: (n) =>
      fail(`${n} timers have fallen due and nobody acts`, 'start the escalation app; see what it logs'),
  },
  {
    sql: `SELECT count(*)::int AS n FROM notification.notice
          WHERE state IN ('pending', 'sending') AND next_attempt_at < now() - ${LATE}`,
    found: (n) => warn(`${n} notices are due and not sent`, 'start the notification app; see what it logs'),
  },
  {
    sql: `SELECT count(*)::int AS n FROM notification.notice WHERE state = 'parked'`,
    found: (n) => warn(`${n} notices could not be sent`, 'docs/how-to/look-after-messages.md'),
  },
  {
    sql: 'SELECT count(*)::int AS n FROM messaging.parked_message',
    found: (n) => warn(`${n} messages are parked`, 'docs/how-to/look-after-messages.md'),
  },
];

export const waiting: Check = {
  name: 'waiting',
  async look({ pool }) {
    const found: Verdict[] = [];
    for (const { sql, found: finding } of WAITING) {
      const { rows } = await pool.query<{ n: number }>(sql).catch((error: { code?: string }) => {
        if (error.code === NO_SUCH_TABLE) return { rows: [] };
        throw error;
      });
      const n = rows[0]?.n ?? 0;
      if (n > 0) found.push(finding(n));
    }
    return found.length > 0 ? found : ok('nothing is overdue, nothing is parked');
  },
};
