import type { Offices, Verdict } from '../../decider';
import { lineOf } from '../../kept-from';

/** An office asks for reports only those below it. */
export function aDriveIsOpenedFromAbove(by: string, asked: readonly string[], offices: Offices): Verdict {
  const office = asked.find((one) => one === by || !lineOf(one, offices).has(by));
  return office === undefined ? undefined : { code: 'not-below', facts: { office, by } };
}
