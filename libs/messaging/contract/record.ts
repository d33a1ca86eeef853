import type { Message } from '../port';

/** What handlers were given, in order, with something to await. */
export function createRecord() {
  const messages: Message<{ n: number }>[] = [];
  const seen = new Set<string>();
  let waiters: { reached: () => boolean; resolve: () => void }[] = [];
  return {
    messages,
    take: (message: Message) => {
      messages.push(message as Message<{ n: number }>);
      seen.add(message.id);
      for (const { resolve } of waiters.filter(({ reached }) => reached())) resolve();
      waiters = waiters.filter(({ reached }) => !reached());
    },
    /** Resolves when so many different messages have come. */
    distinct: (count: number): Promise<void> => {
      const reached = () => seen.size >= count;
      return reached() ? Promise.resolve() : new Promise((resolve) => waiters.push({ reached, resolve }));
    },
    of: (key: string) => messages.filter((message) => message.key === key).map(({ data }) => data.n),
    /** The order in which a key's messages came for the first time: a redelivery may repeat, never overtake. */
    firstOf: (key: string) => [
      ...new Set(messages.filter((each) => each.key === key).map(({ data }) => data.n)),
    ],
  };
}

export type Record = ReturnType<typeof createRecord>;
