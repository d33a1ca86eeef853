import { localDate, type Text } from '@huiyin/policy';
import { eventsOf } from '@huiyin/evidence';
import type { ReportDocument } from '@huiyin/reports';
import type { ReferralFile } from './file';
import {
  chainSection,
  clocksSection,
  messagesSection,
  supervisionSection,
  timelineSection,
} from './sections/record';
import { findingsSection, referralsSection, saidSection } from './sections/review';

/** What a person reads of the file: every line cites the events that it rests on. The same log makes the same bytes. */
export function referralReport(file: ReferralFile): ReportDocument {
  const { reviewId, state, evidence, record, names } = file;
  const { timeZone } = evidence.chain;
  const events = eventsOf(record);
  const name = names[state.office] ?? { zh: state.office, en: state.office };
  const refs = (field: 'policy' | 'calendar'): readonly string[] =>
    [...new Set(events.flatMap(({ meta }) => meta[field] ?? []))].sort();
  return {
    format: 1,
    id: `referral-${reviewId}`,
    kind: 'referral',
    title: { zh: `移送材料：${name.zh}责任倒查`, en: `Referral: accountability review of ${name.en}` },
    period: {
      from: localDate(events[0]!.occurredAt, timeZone),
      to: localDate(events.at(-1)!.occurredAt, timeZone),
      timeZone,
    },
    scope: { of: 'office', office: state.office, name },
    computedAt: { position: evidence.upTo, instant: evidence.asOf },
    policies: refs('policy'),
    calendars: refs('calendar'),
    notes: notesOn(file),
    sections: [
      ...[referralsSection(file), findingsSection(file), saidSection(file)],
      ...[chainSection(file), clocksSection(file), supervisionSection(file)],
      ...[messagesSection(file), timelineSection(file)],
    ],
  };
}

const notesOn = ({ reviewId, evidence: { caseId, upTo }, atOpening }: ReferralFile): readonly Text[] => [
  {
    zh: `倒查 ${reviewId}，事项 ${caseId}。本材料由日志截至位置 ${upTo} 生成；“#”后为日志位置，所签署的原事件见 bundles。`,
    en: `Review ${reviewId}, case ${caseId}. Made from the log alone, up to position ${upTo}; # is a position in the log, and the event that was signed there stands in bundles/.`,
  },
  {
    zh: '本材料认定的是单位，不列任何个人；个人信息在事件中保持加密。',
    en: 'It finds on offices and names no person; what is personal stays sealed in the events.',
  },
  {
    zh: '核验（离线，另行取得公钥 KEY）：sha256sum -c SHA256SUMS；node huiyin-verify.js . --key KEY；python3 huiyin_verify.py . --key KEY。',
    en: 'To verify it offline, with the public KEY got from elsewhere: sha256sum -c SHA256SUMS; node huiyin-verify.js . --key KEY; python3 huiyin_verify.py . --key KEY.',
  },
  evidenceNote(atOpening),
];

function evidenceNote(atOpening: ReferralFile['atOpening']): Text {
  if (!atOpening)
    return {
      zh: '启动倒查时没有汇集证据材料。',
      en: 'No evidence was assembled when the review was opened.',
    };
  const { position, sha256, document } = atOpening;
  return document
    ? {
        zh: `evidence.json 为启动倒查时汇集的证据材料，其 SHA-256 已记录于 #${position}：${sha256}。`,
        en: `evidence.json is the evidence as it was when the review was opened; its SHA-256 is recorded at #${position}: ${sha256}.`,
      }
    : {
        zh: `启动倒查时证据材料的 SHA-256 记录于 #${position}（${sha256}），由更早版本的 Huiyin 汇集，未随附。`,
        en: `The SHA-256 of the evidence at the opening is recorded at #${position} (${sha256}); another version of Huiyin put it together, and it is not in here.`,
      };
}
