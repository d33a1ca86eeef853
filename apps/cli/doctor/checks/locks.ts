import { fail, ok, warn, type Check } from '../check';

export interface LockLimits {
  long_s: number;
  tooLong_s: number;
  waiting_s: number;
}

const LIMITS: LockLimits = { long_s: 60, tooLong_s: 600, waiting_s: 10 };

const TRANSACTIONS = `
SELECT pid, coalesce(nullif(application_name, ''), 'unnamed') AS who, state,
  extract(epoch FROM now() - xact_start)::int AS seconds
FROM pg_stat_activity
WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND xact_start < now() - make_interval(secs => $1)
ORDER BY xact_start`;

const WAITING = `
SELECT w.pid, pg_blocking_pids(w.pid)::text AS blockers
FROM pg_stat_activity w
WHERE w.datname = current_database() AND cardinality(pg_blocking_pids(w.pid)) > 0
  AND w.query_start < now() - make_interval(secs => $1)`;

const PREPARED = 'SELECT count(*)::int AS prepared FROM pg_prepared_xacts';

interface Transaction {
  pid: number;
  who: string;
  state: string;
  seconds: number;
}

/** A transaction that stays open keeps dead rows from being cleared; a lock that is held keeps others waiting. */
export const lockCheck = ({ long_s, tooLong_s, waiting_s }: LockLimits): Check => ({
  name: 'locks',
  async look({ pool }) {
    const long = (await pool.query<Transaction>(TRANSACTIONS, [long_s])).rows.map(
      ({ pid, who, state, seconds }) =>
        (seconds >= tooLong_s ? fail : warn)(
          `a transaction of ${who} (pid ${pid}, ${state}) is open for ${seconds} s`,
          `find out whose it is; SELECT pg_terminate_backend(${pid}) ends it`,
        ),
    );
    const waiting = (await pool.query<{ pid: number; blockers: string }>(WAITING, [waiting_s])).rows.map(
      ({ pid, blockers }) =>
        warn(
          `pid ${pid} waits for ${blockers} for more than ${waiting_s} s`,
          'look at pg_stat_activity for them',
        ),
    );
    const [{ prepared }] = (await pool.query<{ prepared: number }>(PREPARED)).rows as [{ prepared: number }];
    const forgotten =
      prepared > 0
        ? [
            warn(
              `${prepared} prepared transactions are open`,
              'commit or roll back what is in pg_prepared_xacts',
            ),
          ]
        : [];
    const found = [...long, ...waiting, ...forgotten];
    return found.length > 0 ? found : ok('no transaction is open for long, nobody waits for a lock');
  },
});

export const locks = lockCheck(LIMITS);
