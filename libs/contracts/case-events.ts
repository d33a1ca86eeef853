import { z } from 'zod';
import type { Contracts } from './contract';
import { duty, instant, office, origin, recomputed, sealed, uuid } from './fields';

/** Field names are those of the stored events, so that a message can be read as a fact by libs/policy. */
const message = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ caseId: uuid, ...origin, ...shape });

const procedure = z.enum(['ordinary', 'simple']);
const how = z.enum(['written', 'phone', 'message']);

/** How to reach whoever brought the matter, for the one message that they are owed. Nothing here names them. */
const petitioner = z.object({
  subject: uuid,
  name: sealed.optional(),
  phone: sealed.optional(),
  email: sealed.optional(),
  origin: z
    .object({ stream: z.string(), eventId: uuid })
    .describe('the event that the values were sealed in: they open only with it'),
});

export const caseContracts = {
  'huiyin.case.registered.v1': {
    zh: '登记',
    en: 'A case was registered; its receiver owns it now.',
    data: message({
      pack: z.string(),
      channel: z.enum([
        'letter',
        'visit',
        'phone',
        'online',
        'mailbox',
        'reception',
        'screening',
        'assigned-from-above',
        'referred',
        'open311',
      ]),
      category: z.string(),
      title: z.string(),
      place: z.string().describe('of the issue, never of the person'),
      longitude: z.number().optional(),
      latitude: z.number().optional(),
      claims: z.array(z.object({ id: z.string(), kind: z.enum(['claim', 'suggestion', 'accusation']) })),
      kind: z.enum(['individual', 'joint', 'anonymous']),
      persons: z.int(),
      reachable: z.boolean().describe('name and address are clear, so that a notice can be owed'),
      receiver: office,
      receivedAt: instant,
      tier: z.enum(['emergency', 'utilities', 'ordinary', 'complex']).optional(),
      service: z.string().optional().describe('Open311 service code'),
      externalId: z.string().optional(),
      externalDueAt: instant.optional(),
      petitioner: petitioner.optional(),
    }),
  },
  'huiyin.case.sorted.v1': {
    zh: '甄别分类',
    en: 'Each claim was put on its route.',
    data: message({
      by: office,
      routes: z.array(
        z.object({
          claim: z.string(),
          route: z.enum([
            'litigation',
            'arbitration',
            'party-appeal',
            'administrative',
            'statutory-duty',
            'residual',
            'suggestion',
            'accusation',
          ]),
        }),
      ),
      procedure,
    }),
  },
  'huiyin.case.sent.v1': {
    zh: '转送、交办',
    en: 'The case was sent to the office that is to handle it.',
    data: message({
      by: office,
      to: office,
      mode: z.enum(['refer', 'assign']),
      reachable: z.boolean(),
      resultWithin_days: z.int().optional(),
    }),
  },
  'huiyin.case.acknowledged.v1': {
    zh: '告知',
    en: 'The petitioner was told that the case arrived.',
    data: message({ by: office, how: z.enum(['written', 'on-the-spot', 'phone', 'message']) }),
  },
  'huiyin.case.objected.v1': {
    zh: '提出异议',
    en: 'The office says that the case is not its own.',
    data: message({ by: office }),
  },
  'huiyin.case.objection-upheld.v1': {
    zh: '异议成立',
    en: 'The case went back to the petition department.',
    data: message({ by: office, from: office.describe('the office that objected') }),
  },
  'huiyin.case.objection-rejected.v1': {
    zh: '异议不成立',
    en: 'The case stays with the office that objected.',
    data: message({ by: office, office }),
  },
  'huiyin.case.accepted.v1': {
    zh: '受理',
    en: 'The office accepted the case.',
    data: message({ by: office, procedure }),
  },
  'huiyin.case.answer-extended.v1': {
    zh: '延长期限',
    en: 'The answer will come later.',
    data: message({ by: office, days: z.int(), approvedBy: z.string(), reasons: z.string() }),
  },
  'huiyin.case.extension-told.v1': {
    zh: '告知延期',
    en: 'The petitioner, or the hotline, was told why it takes longer.',
    data: message({ by: office, how, to: z.enum(['petitioner', 'hotline']).optional() }),
  },
  'huiyin.case.answered.v1': {
    zh: '答复',
    en: 'The office answered every claim; the words of the answer stay in the case file.',
    data: message({
      by: office,
      outcomes: z.array(
        z.object({
          claim: z.string(),
          outcome: z.enum(['supported', 'partly-supported', 'explained', 'not-supported']),
        }),
      ),
    }),
  },
  'huiyin.case.closing-reported.v1': {
    zh: '报告结果',
    en: 'The office reported the result to whoever assigned the case.',
    data: message({ by: office }),
  },
  'huiyin.case.closed.v1': { zh: '办结', en: 'The case was closed.', data: message({ by: office }) },
  'huiyin.case.reopened.v1': {
    zh: '重新办理',
    en: 'The case was opened again.',
    data: message({ by: office }),
  },
  'huiyin.case.office-reminded.v1': {
    zh: '催办',
    en: 'The office was reminded of what it owes.',
    data: message(duty),
  },
  'huiyin.case.duty-breached.v1': {
    zh: '逾期',
    en: 'The office missed what it owed.',
    data: message({ ...duty, overseer: office }),
  },
  'huiyin.case.duties-recomputed.v1': {
    zh: '期限因日历调整重新计算',
    en: 'A new version of the calendar moved dates of the case.',
    data: message(recomputed),
  },
  'huiyin.case.urgency-reported.v1': {
    zh: '紧急情况逐级报告',
    en: 'An office told the one above it of a grave or urgent matter, which owes its acknowledgement.',
    data: message({ from: office, to: office }),
  },
  'huiyin.case.step-taken.v1': {
    zh: '其他办理步骤',
    en: 'A step beside the way of the case was taken; what was said stays in the case file.',
    data: message({ step: z.string().describe('the event, as in the catalogue'), by: office.optional() }),
  },
} as const satisfies Contracts;
