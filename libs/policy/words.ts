import type { Period, Text } from './pack';

/** What an event is called in an explanation; an event without an entry is called by its stored name. */
export const EVENT_WORDS: Readonly<Record<string, Text>> = {
  CaseRegistered: { zh: '收到', en: 'received' },
  CaseSorted: { zh: '甄别分类', en: 'sorted' },
  CaseSent: { zh: '转送（交办）', en: 'sent' },
  CaseObjected: { zh: '提出退件异议', en: 'objected to' },
  ObjectionUpheld: { zh: '同意退件', en: 'returned on an objection' },
  CaseAccepted: { zh: '受理', en: 'accepted' },
  AnswerExtended: { zh: '决定延期', en: 'extended' },
  CaseAnswered: { zh: '答复', en: 'answered' },
  ReportsCalled: { zh: '要求报告', en: 'asked to report' },
  ReliefRequested: { zh: '申请救助', en: 'asked for' },
  ReliefApproved: { zh: '批准救助', en: 'approved' },
  ItemAdded: { zh: '列入台账', en: 'put on the ledger' },
  ItemReopened: { zh: '重新列入台账', en: 'opened again on the ledger' },
  ItemReported: { zh: '报告完成', en: 'reported as done' },
  AssessmentOpened: { zh: '启动年度考核', en: 'opened for the year' },
  TargetsSet: { zh: '下达年度目标', en: 'set for the year' },
  TargetsSigned: { zh: '签订目标责任书', en: 'signed for the year' },
  EvidenceAssembled: { zh: '汇集证据', en: 'given its evidence' },
  FindingDisputed: { zh: '对责任认定提出异议', en: 'disputed' },
  RemedyOrdered: { zh: '责成补救', en: 'given a remedy to be carried out' },
  ReviewReferred: { zh: '移送纪检', en: 'referred to discipline' },
  ReferralReceiptRecorded: { zh: '签收移送', en: 'received by discipline' },
  ReferralOutcomeRecorded: { zh: '反馈移送情况', en: 'taken up by discipline' },
  DriveOpened: { zh: '启动专项行动', en: 'taken into a drive' },
  DutyBreached: { zh: '逾期', en: 'missed' },
  CaseClosed: { zh: '办结', en: 'closed' },
  CaseMerged: { zh: '并案', en: 'merged into a lead case' },
  CaseSplit: { zh: '拆分', en: 'split from its lead case' },
  RecordDisputed: { zh: '对记录提出异议', en: 'disputed' },
  CaseTakenBack: { zh: '收回', en: 'taken back' },
  DeadlockReferred: { zh: '报请共同上级指定', en: 'referred to the common superior' },
  HandlingOffered: { zh: '协商受理', en: 'offered to another office' },
  HelpCalled: { zh: '吹哨', en: 'given to a helper' },
  HelpGiven: { zh: '报到办理', en: 'helped with' },
  RecusalAsked: { zh: '申请回避', en: 'subject to a request for recusal' },
  AnswerDelivered: { zh: '送达答复', en: 'delivered' },
  AnswerSetAside: { zh: '撤销答复', en: 'set aside' },
  AgreementMade: { zh: '达成协议', en: 'agreed' },
  MediationBegan: { zh: '启动调解', en: 'taken into mediation' },
  ReportUpOwed: { zh: '逐级报告', en: 'to be reported to the level above' },
  ReportedUp: { zh: '收到下级报告', en: 'told by the level below' },
  UrgencyFound: { zh: '认定重大、紧急', en: 'found grave or urgent' },
  InstructionGiven: { zh: '作出批示', en: 'given a written instruction' },
  InstructionReturned: { zh: '退回批示反馈', en: 'asked to report on the instruction again' },
  InstructionReported: { zh: '反馈批示办理情况', en: 'reported on the instruction' },
  HearingAnnounced: { zh: '通知听证', en: 'given a hearing day' },
  HearingBegan: { zh: '听证开始', en: 'heard' },
  ReviewAsked: { zh: '申请复查（复核）', en: 'brought to review' },
  ReviewDecided: { zh: '作出复查（复核）意见', en: 'decided on review' },
  CaseReopened: { zh: '重新办理', en: 'reopened' },
  SupervisionOrdered: { zh: '发出督办', en: 'put under supervision' },
  ReplyReturned: { zh: '退回督办反馈', en: 'asked for another reply' },
  SiteVisitPlanned: { zh: '安排实地督查', en: 'given a day for a site visit' },
  SupervisionListed: { zh: '挂牌督办', en: 'hung out' },
  ReviewOpened: { zh: '启动责任倒查', en: 'taken up by a review' },
  FindingProposed: { zh: '提出责任认定意见', en: 'given a proposed finding' },
  AdviceGiven: { zh: '提出建议', en: 'advised' },
  AdviceAdopted: { zh: '采纳建议', en: 'adopted' },
  AdvicePartlyAdopted: { zh: '部分采纳建议', en: 'adopted in part' },
  AdviceRefused: { zh: '不采纳建议', en: 'refused' },
  AdviceCarriedOut: { zh: '报告落实建议', en: 'reported as carried out' },
  AdviceReturned: { zh: '退回继续落实', en: 'sent back for more' },
  TalkOrdered: { zh: '责成约谈', en: 'given a talk to be held' },
  MeasureOrdered: { zh: '责成落实措施', en: 'given a measure to be taken' },
  RectificationOrdered: { zh: '责令限期整改', en: 'told to put things right' },
  RectificationReturned: { zh: '退回整改', en: 'told to put things right again' },
  RectificationReported: { zh: '报告整改', en: 'reported as put right' },
  FindingConfirmed: { zh: '确认责任认定', en: 'given a confirmed finding' },
};

/** What a period starts with, where the raising event does not say it: by the field with its time, or `kept`. */
export const START_WORDS: Readonly<Record<string, Text>> = {
  receivedAt: { zh: '收到', en: 'when it was received' },
  kept: { zh: '留由本单位办理', en: 'when the office that received it kept it' },
  yearEndsAt: { zh: '年度结束', en: 'when the year was over' },
  opensAt: { zh: '报告时段开始', en: 'when the time to report began' },
  endsAt: { zh: '专项行动结束', en: 'when the drive was over' },
};

export function periodWords(period: Period): Text {
  if (period.unit === 'date')
    return { zh: `约定至${period.date}`, en: `until the promised day ${period.date}` };
  const { unit, amount } = period;
  const s = amount === 1 ? '' : 's';
  switch (unit) {
    case 'hours':
      return { zh: `${amount}小时`, en: `${amount} hour${s}` };
    case 'days':
      return { zh: `${amount}日`, en: `${amount} day${s}` };
    case 'working-days':
      return { zh: `${amount}个工作日`, en: `${amount} working day${s}` };
    case 'calendar-days-exact':
      return {
        zh: `${amount}个整日（至同一时刻）`,
        en: `${amount} calendar day${s} to the same time of day`,
      };
    case 'weekday-clock':
      return {
        zh: `${amount}个工作日（每日${period.opens}至${period.closes}）`,
        en: `${amount} weekday${s} on the ${period.opens}–${period.closes} clock`,
      };
  }
}

export const FIRST_DAY: Readonly<Record<'excluded' | 'included', Text>> = {
  excluded: { zh: '首日不计', en: 'the first day does not count' },
  included: { zh: '首日计入', en: 'the first day counts' },
};

export const LAST_DAY: Readonly<Record<'as-is' | 'roll-forward', Text>> = {
  'as-is': { zh: '末日逢休息日不顺延', en: 'a last day on a day off stays' },
  'roll-forward': { zh: '末日逢休息日顺延', en: 'a last day on a day off rolls forward' },
};
