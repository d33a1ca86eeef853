import type { FAULT_KINDS, Finding, GRAVITIES, ReferralOutcome, ReferralStatus } from '@huiyin/domain';
import type { Role } from '@huiyin/evidence';
import type { Duty, Text } from '@huiyin/policy';

/* What the report calls the codes of the log. */

const FAULTS: Readonly<Record<(typeof FAULT_KINDS)[number], Text>> = {
  late: { zh: '逾期', en: 'late' },
  silent: { zh: '不作为', en: 'silent' },
  unreported: { zh: '未报告', en: 'result not reported' },
  'passed-on': { zh: '推诿', en: 'passed on' },
  'refused-remit': { zh: '拒收本职', en: 'refused its remit' },
  perfunctory: { zh: '敷衍', en: 'perfunctory' },
  'false-result': { zh: '弄虚作假', en: 'false result' },
  leak: { zh: '泄露', en: 'leak' },
  retaliation: { zh: '打击报复', en: 'retaliation' },
  'missed-promise': { zh: '承诺未兑现', en: 'missed promise' },
  'no-final-paperwork': { zh: '不出具文书', en: 'no final paperwork' },
  'poor-handling': { zh: '处理不当', en: 'poor handling' },
};

const GRAVITY: Readonly<Record<(typeof GRAVITIES)[number], Text>> = {
  slight: { zh: '轻微', en: 'slight' },
  ordinary: { zh: '一般', en: 'ordinary' },
  grave: { zh: '严重', en: 'grave' },
};

export function findingWords(finding: Finding): Text {
  if (finding.outcome === 'no-fault') return { zh: '无过错', en: 'No fault' };
  const [kind, gravity] = [FAULTS[finding.kind], GRAVITY[finding.gravity]];
  return { zh: `有过错（${kind.zh}，${gravity.zh}）`, en: `Fault (${kind.en}, ${gravity.en})` };
}

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  receiver: { zh: '首接', en: 'Received' },
  owner: { zh: '承办', en: 'Owned' },
  helper: { zh: '协办', en: 'Helped' },
  reviewer: { zh: '复查复核', en: 'Looked again' },
  'common-superior': { zh: '共同上级', en: 'Common superior' },
  supervisor: { zh: '督办', en: 'Supervised' },
  'accountability-reviewer': { zh: '责任倒查', en: 'Reviewed' },
};

/** By the name that a stream begins with. */
export const STREAMS: Readonly<Record<string, Text>> = {
  case: { zh: '信访件', en: 'Case' },
  supervision: { zh: '督办', en: 'Order' },
  review: { zh: '倒查', en: 'Review' },
};

export const DUTY_STATUS: Readonly<Record<Duty['status'], Text>> = {
  open: { zh: '未完成', en: 'open' },
  paused: { zh: '中止', en: 'paused' },
  met: { zh: '按期完成', en: 'met' },
  'met-late': { zh: '逾期完成', en: 'met late' },
  cancelled: { zh: '不再适用', en: 'no longer applies' },
};

export const OUTCOMES: Readonly<Record<ReferralOutcome, Text>> = {
  'taken-up': { zh: '已受理，结果待反馈', en: 'taken up, the result is to come' },
  returned: { zh: '退回补充', en: 'returned for more' },
  'no-grounds': { zh: '不予追究', en: 'no grounds' },
  admonition: { zh: '批评教育、诫勉', en: 'admonition' },
  'organisational-handling': { zh: '组织处理', en: 'organisational handling' },
  discipline: { zh: '纪律、政务处分', en: 'disciplinary measure' },
  'passed-to-prosecution': { zh: '移送司法', en: 'passed to prosecution' },
};

export const REFERRAL_STATUS: Readonly<Record<ReferralStatus, Text>> = {
  sent: { zh: '已移送，待签收', en: 'handed over, not yet received' },
  received: { zh: '已签收，待反馈', en: 'received, no answer yet' },
  'taken-up': { zh: '已受理', en: 'taken up' },
  answered: { zh: '已反馈结果', en: 'answered' },
  returned: { zh: '退回补充', en: 'returned for more' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Under dispute a finding counts for nothing. */
export const DISPUTE: Readonly<Record<'none' | 'open' | 'settled', Text>> = {
  none: { zh: '未提出异议', en: 'not disputed' },
  open: { zh: '有异议，待决定', en: 'disputed, not yet decided' },
  settled: { zh: '异议已决定', en: 'dispute decided' },
};
