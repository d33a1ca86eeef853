import { inWords } from '@huiyin/kernel/in-words';
import type { Check, Finding, Patient } from './check';
import { audit } from './checks/audit';
import { calendars } from './checks/calendars';
import { disk } from './checks/disk';
import { events } from './checks/events';
import { kafka } from './checks/kafka';
import { keys } from './checks/keys';
import { lag } from './checks/lag';
import { locks } from './checks/locks';
import { schemas } from './checks/schemas';
import { server } from './checks/server';
import { waiting } from './checks/waiting';

/** Every check, in the order of the lines. A new one is a file and a line. */
const CHECKS: readonly Check[] = [
  server,
  schemas,
  locks,
  disk,
  keys,
  lag,
  waiting,
  calendars,
  kafka,
  audit,
  events,
];

/** Looks at everything and changes nothing; a check that cannot be made is a failure, and keeps no other from being made. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of CHECKS) {
    try {
      findings.push(...[await look(patient)].flat().map((finding) => ({ check: name, ...finding })));
    } catch (error) {
      findings.push({
        check: name,
        level: 'fail',
        says: `it could not be looked at: ${inWords(error)}`,
        advice: 'see to this first',
      });
    }
  }
  return findings;
}
