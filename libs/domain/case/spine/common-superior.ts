import type { Offices } from '../../decider';
import { isKeptFrom } from '../../kept-from';

/** 联席会议: takes what no single office can decide (Art. 24). */
export const JOINT_CONFERENCE = 'joint-conference';
const LEVELS_MAX = 20;

function above(office: string, offices: Offices): string[] {
  const line: string[] = [];
  for (let next = offices.superior(office); next !== undefined && line.length < LEVELS_MAX;) {
    line.push(next);
    next = offices.superior(next);
  }
  return line;
}

/** The lowest office above all of these that may see the case; the joint conference where there is none (Art. 24). */
export function commonSuperior(
  between: readonly string[],
  keptFrom: readonly string[],
  offices: Offices,
): string {
  const [first = [], ...others] = [...new Set(between)].map((office) =>
    above(offices.successor(office), offices).map(offices.successor),
  );
  const found = first.find(
    (office) => others.every((line) => line.includes(office)) && !isKeptFrom(office, keptFrom, offices),
  );
  return found ?? JOINT_CONFERENCE;
}
