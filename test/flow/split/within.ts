/** Rejects, naming what was waited for, when it takes longer. */
export async function within<T>(max_ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${max_ms / 1_000} s: ${what}`)), max_ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Things that arrive one by one, and those who wait for them. */
export class Arrivals<T> {
  readonly all: T[] = [];
  private looks: (() => void)[] = [];

  add(item: T): void {
    this.all.push(item);
    for (const look of [...this.looks]) look();
  }

  /** Resolves as soon as what has arrived so far fulfils the condition. */
  until(max_ms: number, what: string, isTrue: (all: readonly T[]) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (): void => {
      if (isTrue(this.all)) resolve();
    };
    this.looks.push(look);
    look();
    return within(max_ms, what, promise).finally(() => {
      this.looks = this.looks.filter((other) => other !== look);
    });
  }
}
