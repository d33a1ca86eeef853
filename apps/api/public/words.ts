import type { CaseEvents, CaseState } from '@huiyin/domain';
import type { Text } from '@huiyin/policy';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Where a matter stands, as a petitioner is told. */
export const STATUS: Readonly<Record<Exclude<CaseState['status'], 'unregistered'>, Text>> = {
  registered: text('已登记，正在分流', 'Registered; being sorted'),
  sorted: text('已分流，即将转送承办单位', 'Sorted; about to be sent to the office in charge'),
  sent: text('已转送承办单位', 'Sent to the office in charge'),
  acknowledged: text(
    '承办单位已收到，正在决定是否受理',
    'The office in charge has it and is deciding whether to accept it',
  ),
  objected: text(
    '承办单位提出异议，正在核定由谁办理',
    'The office objects; it is being decided who handles it',
  ),
  accepted: text('已受理，正在办理', 'Accepted; being handled'),
  answered: text('已答复', 'Answered'),
  closed: text('已办结', 'Closed'),
  merged: text('与反映同一问题的其他事项合并办理', 'Handled together with other reports of the same matter'),
  'closed-with-lead': text('已合并办理并告知结果', 'Handled together, and you were told what came of it'),
  directed: text('已告知应通过的法定途径', 'You were told where it belongs'),
  struck: text('登记已撤销', 'The registration was struck'),
};

export const STAGE: Readonly<Record<CaseEvents['ReviewAsked']['stage'], Text>> = {
  review: text('复查', 'review'),
  're-review': text('复核', 're-review'),
};

export const OUTCOME: Readonly<Record<CaseEvents['ReviewDecided']['outcome'], Text>> = {
  uphold: text('维持', 'upheld'),
  revoke: text('撤销', 'revoked'),
  change: text('变更', 'changed'),
  redo: text('责令重作', 'to be done anew'),
};

export const KEPT = text('属于{office}职权范围，由其直接办理。', 'It is for {office} itself to handle.');

/** What a step tells the petitioner; a step that is not here is the office's own affair. `{office}` is who took it. */
export const STEPS: { readonly [T in keyof CaseEvents]?: Text } = {
  CaseRegistered: text('{office}收到并登记。', '{office} received it and registered it.'),
  CaseSorted: text('{office}完成分流。', '{office} sorted it.'),
  CaseSent: text('{office}转送{to}办理。', '{office} sent it to {to}.'),
  CaseAcknowledged: text('{office}告知已收到。', '{office} confirmed that it has it.'),
  ObjectionUpheld: text(
    '退回{office}，将另行转送。',
    'It came back to {office} and will be sent to another office.',
  ),
  ClaimsDirected: text(
    '{office}告知属于诉讼等法定途径的诉求应向何处提出。',
    '{office} told where claims belong that are for a court.',
  ),
  CaseAccepted: text('{office}受理。', '{office} accepted it.'),
  AnswerExtended: text(
    '{office}延长办理期限{days}日：{reasons}',
    '{office} extended the period by {days} days: {reasons}',
  ),
  CaseAnswered: text('{office}作出答复。', '{office} answered.'),
  AnswerDelivered: text('{office}送达答复。', '{office} delivered the answer.'),
  ClaimCarriedOut: text('{office}落实了处理意见中的一项。', '{office} carried out what the answer supports.'),
  HearingAnnounced: text('{office}通知举行听证。', '{office} announced a hearing.'),
  HearingEnded: text('{office}举行听证并形成记录。', '{office} held the hearing and recorded it.'),
  MediationBegan: text('{office}启动调解。', '{office} began a mediation.'),
  MediationEnded: text('{office}结束调解。', '{office} ended the mediation.'),
  AgreementMade: text('与{office}达成协议。', 'You and {office} made an agreement.'),
  InstalmentKept: text('{office}履行了协议中的一期。', '{office} kept an instalment of the agreement.'),
  ReturnVisited: text('{office}进行了回访。', '{office} visited you afterwards.'),
  ReviewAsked: text('您向{to}申请{stage}。', 'You asked {to} for a {stage}.'),
  ReviewDecided: text('{office}作出{stage}意见：{outcome}。', '{office} decided the {stage}: {outcome}.'),
  AnswerSetAside: text('原答复已撤销，将重新答复。', 'The answer was set aside; there will be a new one.'),
  FinalPaperIssued: text('{office}出具终结文书。', '{office} issued the final paper.'),
  CaseClosed: text('{office}办结。', '{office} closed it.'),
  CaseReopened: text('{office}重新办理。', '{office} reopened it.'),
  CaseMerged: text(
    '{office}将其与同一问题的其他事项合并办理。',
    '{office} merged it with other reports of the same matter.',
  ),
  LeadOutcomeTold: text('{office}告知合并办理的结果。', '{office} told what came of it.'),
  CaseSplit: text('{office}改为单独办理。', '{office} handles it on its own again.'),
  RegistrationStruck: text('{office}撤销登记。', '{office} struck the registration.'),
  CaseRated: text('您作出了评价。', 'You rated it.'),
  FileAttached: text('{office}收存附件一份。', '{office} kept a file.'),
  RecordDisputed: text('对第{entry}条记录的异议已收到。', 'The dispute about entry {entry} was taken in.'),
  RecordCorrected: text('{office}更正了第{entry}条记录。', '{office} corrected entry {entry}.'),
  QueryCodeReissued: text(
    '{office}核对身份后补发查询码，原查询码作废。',
    '{office} gave you another query code; the one before no longer works.',
  ),
  PersonalRead: text(
    '{office}因办理需要查阅您的个人信息。',
    '{office} read your personal data for its work.',
  ),
  HandlingTaken: text('经协商由{office}办理。', 'The offices agreed that {office} handles it.'),
  DisputeSettled: text(
    '{office}答复记录异议：{reasons}',
    '{office} answered the dispute about the record: {reasons}',
  ),
};

export const fill = ({ zh, en }: Text, values: Readonly<Record<string, Text>>): Text => {
  const filled = (words: string, language: keyof Text) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.[language] ?? '');
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
};
