import { inWords } from '@huiyin/kernel/in-words';
import { fail, warn, type Check, type Finding, type Patient, type Verdict } from './check';
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

/** A table or a column that is not there yet. */
const NOT_THERE = ['42P01', '42703', '3F000'];

/** Before the apps of a newer version have been started, tables may lack what a check asks for. */
function unseen(error: unknown): Verdict {
  const says = `it could not be looked at: ${inWords(error)}`;
  return NOT_THERE.includes((error as { code?: string }).code ?? '')
    ? warn(says, 'start the apps: each applies the steps that it needs')
    : fail(says, 'see to this first');
}

/** Looks at everything and changes nothing; a check that cannot be made is a failure, and keeps no other from being made. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of CHECKS) {
    try {
      findings.push(...[await look(patient)].flat().map((finding) => ({ check: name, ...finding })));
    } catch (error) {
      findings.push({ check: name, ...unseen(error) });
    }
  }
  return findings;
}
