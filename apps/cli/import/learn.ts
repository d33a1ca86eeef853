import {
  createPeriodLearner,
  type Mapping,
  type RowMapper,
  type Rules,
  type ServicePeriod,
} from '@huiyin/csv-import';
import { aggregates } from '@huiyin/domain';
import { deterministicId } from '@huiyin/kernel';
import { refOf, type PolicyPack, type RuleBook } from '@huiyin/policy';
import type { Platform } from '@huiyin/runtime/platform';
import { CliError, EXIT } from '../failure';
import { readCsvFile } from './read-file';

export function rulesOf(mapping: Mapping, book: RuleBook): Rules {
  try {
    const pack = book.pack(mapping.pack);
    if (mapping.learn && pack.timeZone !== mapping.dates.zone) {
      const message = `dates.zone: ${mapping.dates.zone}, but pack ${refOf(pack)} counts in ${pack.timeZone}`;
      throw new CliError('bad-mapping', message);
    }
    return { pack, calendar: book.calendar(pack.calendar) };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError('unknown-pack', `pack: ${mapping.pack} has not been adopted here`);
  }
}

/** One pass over the file: what the due dates say about each service. The pack itself when they say nothing new. */
export async function learnPack(
  file: string,
  mapping: Mapping,
  rows: RowMapper,
  rules: Rules,
  progress: (read: number) => void,
): Promise<PolicyPack> {
  if (!mapping.learn) return rules.pack;
  const learner = createPeriodLearner(mapping.learn, rules);
  for await (const { items, read } of readCsvFile(file, mapping.csv.delimiter)) {
    for (const item of items) {
      const target = item.kind === 'row' ? rows.target(item.fields) : undefined;
      if (target) learner.add(target.service, target.opened_ms, target.due_ms);
    }
    progress(read);
  }
  return withServices(rules.pack, learner.learned());
}

function withServices(pack: PolicyPack, learned: Record<string, ServicePeriod>): PolicyPack {
  const before = pack.services ?? {};
  const changed = Object.entries(learned).some(([service, { unit, amount }]) => {
    const known = before[service];
    return known?.unit !== unit || known.amount !== amount;
  });
  if (!changed) return pack;
  return { ...pack, version: pack.version + 1, services: { ...before, ...learned } };
}

/** Resolves when the pack is in force. */
export async function adoptPack(
  { execute, rules }: Pick<Platform, 'execute' | 'rules'>,
  pack: PolicyPack,
  mapping: Mapping,
  actor: string,
): Promise<void> {
  const outcome = await execute({
    aggregate: aggregates.policies,
    id: pack.id,
    type: 'AdoptPolicy',
    data: { pack },
    commandId: deterministicId('import', mapping.id, 'adopt', JSON.stringify(pack)),
    actor,
    office: mapping.offices.receiver.id,
  });
  if (outcome.status !== 'done' && outcome.status !== 'repeated') {
    throw new CliError('policy-refused', `pack ${refOf(pack)}: ${JSON.stringify(outcome)}`, EXIT.failed);
  }
  await rules.reached(outcome.position);
}
