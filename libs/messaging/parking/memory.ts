import type { ParkedMessage, ParkingLot } from '../port';

/** For specs only: it forgets with the process. */
export function createMemoryParkingLot(now: () => Date = () => new Date()): ParkingLot {
  let parked: ParkedMessage[] = [];
  let seq = 0;
  /** Parked keys by `group key`, and whether someone is releasing them. */
  const keys = new Map<string, { releasing: boolean }>();
  const nameOf = (group: string, key: string) => JSON.stringify([group, key]);
  const of = (group: string, key: string) =>
    parked.filter((each) => each.group === group && each.key === key);
  const add = (entry: Pick<ParkedMessage, 'group' | 'message' | 'failure'>) => {
    const { group, message } = entry;
    if (of(group, message.key).some((each) => each.message.id === message.id)) return;
    parked.push({ ...entry, key: message.key, seq: ++seq, parkedAt: now().toISOString() });
  };
  return {
    parkedAmong: async (group, wanted) => new Set(wanted.filter((key) => keys.has(nameOf(group, key)))),
    park: async (group, message, failure) => {
      const name = nameOf(group, message.key);
      if (!keys.has(name)) keys.set(name, { releasing: false });
      add({ group, message, failure });
    },
    follow: async (group, message) => {
      if (!keys.has(nameOf(group, message.key))) return false;
      add({ group, message });
      return true;
    },
    release: async (group, key, run) => {
      const state = keys.get(nameOf(group, key));
      if (!state) return { status: 'released', handled: 0, left: 0 };
      if (state.releasing) return { status: 'busy', handled: 0, left: of(group, key).length };
      state.releasing = true;
      let handled = 0;
      try {
        for (let next = of(group, key)[0]; next; next = of(group, key)[0]) {
          const { message } = next;
          await run(message);
          parked = parked.filter((each) => each !== next);
          handled += 1;
        }
        keys.delete(nameOf(group, key));
        return { status: 'released', handled, left: 0 };
      } catch {
        return { status: 'still-parked', handled, left: of(group, key).length };
      } finally {
        state.releasing = false;
      }
    },
    list: async ({ group, key, limit }) =>
      parked
        .filter((each) => (group ?? each.group) === each.group && (key ?? each.key) === each.key)
        .slice(0, limit),
    count: async () =>
      [...new Set(parked.map((each) => each.group))].sort().map((group) => {
        const mine = parked.filter((each) => each.group === group);
        return { group, keys: new Set(mine.map((each) => each.key)).size, messages: mine.length };
      }),
  };
}
