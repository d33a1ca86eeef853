import {
  createSigner,
  DEFAULT_LOG_NAME,
  firstDifference,
  LogDamaged,
  openEvidence,
  readKeyFile,
  readSigned,
  sampleDifference,
  type Compared,
  type Difference,
} from '@huiyin/audit';
import { withArchive } from '../archive';
import { fail, ok, type Check, type Patient, type Verdict } from '../check';

/** Events picked at random; each brings its whole stream. */
const PICKED = 100;
/** What a look without --deep may take. */
const SAMPLE_ms = 500;
const ADVICE = 'huiyin export --all and verify say what was done: docs/how-to/verify-the-log.md';

/** Rows of the event table against the leaves that were signed: whoever edits one leaves the tree as it is. */
export const events: Check = {
  name: 'events',
  async look(patient) {
    try {
      const signed = await signedLog(patient);
      if (!signed) return ok('nothing is signed yet');
      return await withArchive(patient, (raw) =>
        patient.deep ? compareAll({ ...signed, raw }, patient.deep) : compareSome({ ...signed, raw }),
      );
    } catch (error) {
      if (error instanceof LogDamaged) return fail(error.message, ADVICE);
      throw error;
    }
  },
};

async function signedLog(patient: Patient): Promise<Omit<Compared, 'raw'> | undefined> {
  const seed = await readKeyFile(patient.auditKeyFile);
  if (!seed) return undefined;
  const evidence = openEvidence(patient.auditFolder);
  const checkpoint = await readSigned(evidence, createSigner(patient.auditName ?? DEFAULT_LOG_NAME, seed));
  return checkpoint && { evidence, checkpoint };
}

async function compareAll(compared: Compared, deep: NonNullable<Patient['deep']>): Promise<Verdict> {
  const { size } = compared.checkpoint;
  const found = await firstDifference(compared, (at) => deep(at, size));
  return found ? differs(found) : ok(`all ${size} signed events are stored as they were signed`);
}

async function compareSome(compared: Compared): Promise<Verdict> {
  const { size } = compared.checkpoint;
  const picked = Array.from({ length: Math.min(PICKED, size) }, () => 1 + Math.floor(Math.random() * size));
  const { events: looked, found } = await sampleDifference(compared, picked, Date.now() + SAMPLE_ms);
  if (found) return differs(found);
  return ok(`${looked} of ${size} signed events, picked at random, are as they were signed (all: --deep)`);
}

const differs = ({ position, event }: Difference): Verdict =>
  fail(
    event
      ? `position ${position} (${event.stream}, revision ${event.revision}) is not the event that was signed there`
      : `position ${position} is missing, which was signed`,
    ADVICE,
  );
