/**
 * Works on up to `max` items at once and takes the results in the order of the items. After an error nothing new is
 * begun; what was begun is waited for.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  max: number,
  work: (item: Item) => Promise<Result>,
  take: (result: Result) => Promise<void> | void,
): Promise<void> {
  const running: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // Its error is met where the result is taken; until then it must not count as unhandled.
      result.catch(() => undefined);
      running.push(result);
      if (running.length >= max) await take(await running.shift()!);
    }
    while (running.length > 0) await take(await running.shift()!);
  } finally {
    await Promise.allSettled(running);
  }
}
