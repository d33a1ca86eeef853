import { ITSELF, type ReviewEvents } from '@huiyin/domain';
import type { Recorded } from '@huiyin/evidence';
import type { Section } from '@huiyin/reports';
import type { ReferralFile } from '../file';
import { asWritten, AT, cited, column, OFFICE, officeCell, POSITIONS, section, when, words } from '../table';
import { DISPUTE, findingWords, OUTCOMES, REFERRAL_STATUS } from '../words';

const TEXT = column('text', { zh: '内容', en: 'Text' }, { zh: '按记录原文', en: 'As it is in the log' });

/** What was handed over, on what ground, and what came back so far. */
export function referralsSection(file: ReferralFile): Section {
  const { items } = file.state.parts.referrals;
  const rows = Object.entries(items).map(([id, { to, office, status }]) => {
    const events = file.review.filter(({ data }) => (data as { referral?: string }).referral === id);
    const sent = events.find(({ type }) => type === 'ReviewReferred')!;
    const { basis, reasons } = sent.data as ReviewEvents['ReviewReferred'];
    return [
      ...[
        asWritten(id),
        officeCell(file, office),
        officeCell(file, to),
        asWritten(basis),
        asWritten(reasons),
      ],
      ...[when(sent.occurredAt), words(REFERRAL_STATUS[status]), asWritten(answerOf(events))],
      cited(...events.map(({ position }) => position)),
    ];
  });
  return section(
    'referrals',
    { zh: '一、移送', en: '1. Referral' },
    [
      column('referral', { zh: '编号', en: 'Number' }, { zh: '本次倒查中的移送编号', en: 'In this review' }),
      column('office', { zh: '被认定单位', en: 'Office found on' }),
      column('to', { zh: '移送至', en: 'Referred to' }),
      column('basis', { zh: '依据', en: 'Basis' }),
      column('reasons', { zh: '理由', en: 'Reasons' }),
      ...[AT, column('status', { zh: '状态', en: 'Status' })],
      column('answer', { zh: '签收与反馈', en: 'Receipt and answer' }),
      POSITIONS,
    ],
    rows,
  );
}

const answerOf = (events: readonly Recorded[]): string =>
  events
    .flatMap(({ type, data }) => {
      if (type === 'ReferralReceiptRecorded')
        return [(data as ReviewEvents['ReferralReceiptRecorded']).reference];
      if (type !== 'ReferralOutcomeRecorded') return [];
      const { outcome, text } = data as ReviewEvents['ReferralOutcomeRecorded'];
      return [`${OUTCOMES[outcome].zh} ${OUTCOMES[outcome].en}: ${text}`];
    })
    .join(' · ');

const ON_A_FINDING = ['FindingConfirmed', 'LinkFound', 'FindingUpheld', 'FindingRevised'];

/** Each finding as it was made: what stood before a dispute stays readable. */
export function findingsSection(file: ReferralFile): Section {
  const { found } = file.state.parts.findings;
  const made = file.review.filter(({ type }) => ON_A_FINDING.includes(type));
  return section(
    'findings',
    { zh: '二、责任认定', en: '2. Findings' },
    [
      ...[AT, column('by', { zh: '认定单位', en: 'Found by' })],
      column('office', { zh: '被认定单位', en: 'Office found on' }),
      column('link', { zh: '责任环节', en: 'Link' }),
      column('finding', { zh: '认定', en: 'Finding' }),
      ...[column('reasons', { zh: '理由', en: 'Reasons' }), column('dispute', { zh: '异议', en: 'Dispute' })],
      POSITIONS,
    ],
    made.map(({ occurredAt, position, data }) => {
      const { by, office, link, finding } = data as ReviewEvents['LinkFound'];
      return [
        ...[when(occurredAt), officeCell(file, by), officeCell(file, office), asWritten(link)],
        ...[words(findingWords(finding)), asWritten(finding.reasons)],
        ...[words(DISPUTE[found[link ?? ITSELF]?.dispute ?? 'none']), cited(position)],
      ];
    }),
  );
}

const SAID = ['ReviewOpened', 'SideStated', 'LinkSideStated', 'FindingDisputed', 'RemedyOrdered'];

/** Why it was opened, and what the offices had to say. */
export const saidSection = (file: ReferralFile): Section =>
  section(
    'statements',
    { zh: '三、倒查事由与陈述申辩', en: '3. Why it was opened, and what the offices say' },
    [AT, OFFICE, column('event', { zh: '事项', en: 'Event' }), TEXT, POSITIONS],
    file.review
      .filter(({ type }) => SAID.includes(type))
      .map(({ occurredAt, position, type, data }) => {
        const { by, text, reasons } = data as { by: string; text?: string; reasons?: string };
        const said = asWritten(text ?? reasons);
        return [when(occurredAt), officeCell(file, by), asWritten(type), said, cited(position)];
      }),
  );
