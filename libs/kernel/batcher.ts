import { nextTurn } from './pause';

export class QueueFull extends Error {
  constructor(
    readonly queue: string,
    readonly retryAfter_s: number,
  ) {
    super(`${queue}: too many waiting`);
  }
}

export interface BatcherOptions<Item, Result> {
  name: string;
  /** Most items in one flush. */
  batchMax: number;
  /** Most items waiting; beyond it `add` rejects with QueueFull. */
  queueMax: number;
  /** Items with a common key never share a flush: the second waits for the next one. */
  keysOf?: (item: Item) => readonly string[];
  /** Answers each item in the order given; a rejection fails every item of this flush. */
  flush: (items: Item[]) => Promise<Result[]>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit: one flush at a time; whatever arrives while it runs goes out together in the next one.
 * There is no timer: an item on an idle batcher leaves at once.
 */
export class Batcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private flushing = false;
  private idle: (() => void)[] = [];

  constructor(private readonly options: BatcherOptions<Item, Result>) {}

  add(item: Item): Promise<Result> {
    if (this.waiting.length >= this.options.queueMax) {
      return Promise.reject(new QueueFull(this.options.name, 1));
    }
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.flushing) void this.run();
    });
  }

  /** Resolves when nothing waits and nothing is being flushed. */
  drain(): Promise<void> {
    if (!this.flushing && this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private async run(): Promise<void> {
    this.flushing = true;
    // Let every caller of this turn of the event loop join the first flush.
    await nextTurn();
    while (this.waiting.length > 0) await this.flushOnce(this.take());
    this.flushing = false;
    for (const done of this.idle.splice(0)) done();
  }

  private take(): Waiting<Item, Result>[] {
    const { batchMax, keysOf } = this.options;
    if (!keysOf) return this.waiting.splice(0, batchMax);
    const used = new Set<string>();
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const waiting of this.waiting) {
      const keys = keysOf(waiting.item);
      const free = taken.length < batchMax && !keys.some((key) => used.has(key));
      // A later item must not overtake an earlier one with the same key, so the keys of those left count too.
      for (const key of keys) used.add(key);
      (free ? taken : left).push(waiting);
    }
    this.waiting = left;
    return taken;
  }

  private async flushOnce(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.options.flush(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
