import type { z } from 'zod';
import { accountabilityContracts } from './accountability-events';
import { caseContracts } from './case-events';
import type { Contract, Topic } from './contract';
import { officeContracts } from './office-directory';
import { rulesContracts } from './rules';

export const CASE_EVENTS = 'huiyin.case-events.v1';
export const ACCOUNTABILITY_EVENTS = 'huiyin.accountability-events.v1';
export const OFFICE_DIRECTORY = 'huiyin.office-directory.v1';
export const RULES = 'huiyin.rules.v1';

/** Everything that leaves the system. */
export const TOPICS = [
  {
    name: CASE_EVENTS,
    key: 'case id',
    compacted: false,
    summary: 'What happens to each case.',
    contracts: caseContracts,
  },
  {
    name: ACCOUNTABILITY_EVENTS,
    key: 'supervision id, review id, drive id, advice id, fund, ledger, assessment or targets id, or for a standing the office id',
    compacted: false,
    summary:
      'Supervision, accountability reviews, drives, advice, relief funds, ledgers, yearly assessments, yearly targets and the standing of offices.',
    contracts: accountabilityContracts,
  },
  {
    name: OFFICE_DIRECTORY,
    key: 'office id; for a succession `{office id}/successor`, so that compaction keeps both',
    compacted: true,
    summary: 'Which offices there are.',
    contracts: officeContracts,
  },
  {
    name: RULES,
    key: '`policy/{id}@{version}` or `calendar/{id}@{version}`: no version is ever compacted away',
    compacted: true,
    summary: 'Policy packs and calendars in force.',
    contracts: rulesContracts,
  },
] as const satisfies readonly Topic[];

export const CONTRACTS = {
  ...caseContracts,
  ...accountabilityContracts,
  ...officeContracts,
  ...rulesContracts,
} as const;

export type MessageType = keyof typeof CONTRACTS;
export type DataOf<T extends MessageType> = z.output<(typeof CONTRACTS)[T]['data']>;

/** `{type, data}` of every message, to switch over. */
export type KnownMessage = { [T in MessageType]: { type: T; data: DataOf<T> } }[MessageType];

export const isMessageType = (type: string): type is MessageType => Object.hasOwn(CONTRACTS, type);

export const contractOf = (type: MessageType): Contract => CONTRACTS[type];

const topicOfType = new Map<string, string>(
  TOPICS.flatMap(({ name, contracts }) => Object.keys(contracts).map((type) => [type, name] as const)),
);
export const topicOf = (type: MessageType): string => topicOfType.get(type)!;

/** Also the `$id` of the message's JSON Schema. */
export const schemaUri = (type: MessageType): string => `urn:huiyin:contract:${type}`;
