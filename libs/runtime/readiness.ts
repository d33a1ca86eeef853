/** `down`: the app cannot do its work now. `attention`: it does, and a person must look. */
export interface Finding {
  level: 'down' | 'attention';
  says: string;
}

/** Undefined while all is well. */
export type Check = () => Promise<Finding | undefined>;

/** What an app needs besides its store; asked at each `/readyz`. */
export interface Readiness {
  watch(part: string, check: Check): void;
  findings(): Promise<ReadonlyMap<string, Finding>>;
}

export function createReadiness(): Readiness {
  const checks = new Map<string, Check>();
  return {
    watch: (part, check) => void checks.set(part, check),
    async findings() {
      const found = new Map<string, Finding>();
      await Promise.all(
        [...checks].map(async ([part, check]) => {
          const finding = await check();
          if (finding) found.set(part, finding);
        }),
      );
      return found;
    },
  };
}
