import type { caseCommands } from '@huiyin/domain';
import { deterministicId, unreachable } from '@huiyin/kernel';
import type { z } from 'zod';
import type { ImportRow } from './map-row';
import type { Mapping, StepName } from './mapping';
import { officesOf, type OfficePlan } from './offices';
import { cut } from './text';

/* What the forms of the commands take (libs/domain/schemas.ts). */
const SHORT_CHARS_MAX = 200;
const LONG_CHARS_MAX = 20_000;

type CommandName = keyof typeof caseCommands;
type Form<T extends CommandName> = z.input<(typeof caseCommands)[T]>;

export interface PlannedStep {
  type: CommandName;
  data: unknown;
  /** The same for the same mapping, row and step: a second import repeats it, and nothing is written twice. */
  commandId: string;
  /** ISO instant. */
  occurredAt: string;
}

export interface PlannedCase {
  caseId: string;
  row: ImportRow;
  steps: readonly PlannedStep[];
  offices: readonly OfficePlan[];
}

const CLAIM = 'c1';
const short = (text: string): string => cut(text, SHORT_CHARS_MAX);
const long = (text: string): string => cut(text, LONG_CHARS_MAX);
const iso = (at_ms: number): string => new Date(at_ms).toISOString();

export const caseIdOf = (mapping: Pick<Mapping, 'id'>, externalId: string): string =>
  deterministicId('import', mapping.id, 'case', externalId);

/**
 * The commands that a row stands for. What an export does not date happened, for all that is known, when the case was
 * opened (sorting, sending) or closed (everything after).
 */
export function planCase(mapping: Mapping, row: ImportRow): PlannedCase {
  const offices = officesOf(mapping, row);
  const to = offices.at(-1)!.id;
  const step = (
    name: 'register' | StepName,
    type: CommandName,
    data: unknown,
    at_ms: number,
  ): PlannedStep => ({
    type,
    data,
    commandId: deterministicId('import', mapping.id, row.externalId, name),
    occurredAt: iso(at_ms),
  });
  const later_ms = row.closed_ms ?? row.opened_ms;
  const planned = row.steps.map((name): PlannedStep => {
    switch (name) {
      case 'sort': {
        const data: Form<'SortCase'> = { routes: [{ claim: CLAIM, route: mapping.route }] };
        return step(name, 'SortCase', data, row.opened_ms);
      }
      case 'send': {
        const data: Form<'SendCase'> = { to };
        return step(name, 'SendCase', data, row.opened_ms);
      }
      case 'acknowledge':
        return step(name, 'AcknowledgeCase', { how: 'message' } satisfies Form<'AcknowledgeCase'>, later_ms);
      case 'accept':
        return step(name, 'AcceptCase', {}, later_ms);
      case 'answer':
        return step(name, 'AnswerCase', answerOf(mapping, row), later_ms);
      case 'close':
        return step(name, 'CloseCase', {}, later_ms);
      default:
        return unreachable(name);
    }
  });
  const register = step('register', 'RegisterCase', registerOf(mapping, row), row.opened_ms);
  return { caseId: caseIdOf(mapping, row.externalId), row, offices, steps: [register, ...planned] };
}

function registerOf(mapping: Mapping, { texts, ...row }: ImportRow): Form<'RegisterCase'> {
  const { longitude, latitude } = row;
  const placed = longitude !== undefined && latitude !== undefined;
  const petitioner = {
    ...(texts.petitionerName && { name: short(texts.petitionerName) }),
    ...(texts.petitionerPhone && { phone: short(texts.petitionerPhone) }),
    ...(texts.petitionerEmail && { email: texts.petitionerEmail }),
    ...(texts.petitionerAddress && { address: short(texts.petitionerAddress) }),
  };
  return {
    pack: mapping.pack,
    channel: texts.channel as Form<'RegisterCase'>['channel'],
    category: short(texts.category!),
    title: short(texts.title!),
    place: short(texts.place!),
    ...(placed && { longitude, latitude }),
    claims: [{ kind: 'claim', summary: long(texts.summary ?? texts.title!) }],
    kind: mapping.kind,
    persons: 1,
    representatives: mapping.kind === 'anonymous' ? 0 : 1,
    ...(Object.keys(petitioner).length > 0 && { petitioner }),
    ...(texts.statement && { statement: long(texts.statement) }),
    receiver: mapping.offices.receiver.id,
    receivedAt: iso(row.opened_ms),
    ...(texts.tier && { tier: texts.tier as Form<'RegisterCase'>['tier'] }),
    ...(texts.service && { service: short(texts.service) }),
    externalId: row.externalId,
    ...(row.due_ms !== undefined && { externalDueAt: iso(row.due_ms) }),
  };
}

function answerOf({ name }: Mapping, { texts }: ImportRow): Form<'AnswerCase'> {
  const outcome = (texts.outcome ?? 'explained') as Form<'AnswerCase'>['outcomes'][number]['outcome'];
  return {
    outcomes: [{ claim: CLAIM, outcome, text: long(texts.answer ?? 'Closed, no reason given') }],
    basis: long(texts.basis ?? name),
  };
}
