import type { RefusalText } from './text';

/** What the way of an accountability review refuses. */
export const ACCOUNTABILITY_REFUSALS = {
  'link-unknown': {
    status: 422,
    en: 'The review has no such link of another office.',
    zh: '倒查中没有该责任环节。',
  },
  'link-found-already': {
    status: 409,
    en: 'The link has its finding; only a dispute changes it.',
    zh: '该责任环节已有认定，只能经异议变更。',
  },
  'link-without-finding': {
    status: 409,
    en: 'Every link under review needs a finding: fault, or no fault with reasons.',
    zh: '每个责任环节都应有认定：有责，或者无责并说明理由。',
  },
  'finding-unknown': {
    status: 409,
    en: 'There is no finding to dispute or to build on.',
    zh: '没有该项认定。',
  },
  'dispute-too-late': {
    status: 409,
    en: 'The period for disputing the finding is over.',
    zh: '对认定提出异议的期限已过。',
  },
  'disputed-already': {
    status: 409,
    en: 'The finding has been disputed once.',
    zh: '该认定已提出过异议。',
  },
  'no-dispute': { status: 409, en: 'No dispute of the finding is open.', zh: '没有待决定的异议。' },
  'no-fault-stands': {
    status: 409,
    en: 'What has to be put right hangs on a fault that stands.',
    zh: '没有成立的过错认定，不能责令整改。',
  },
  'remedy-unknown': { status: 422, en: 'There is no such remedy to carry out.', zh: '没有该项整改措施。' },
  'no-fault-to-refer': {
    status: 409,
    en: 'Only a fault that was found and stands is handed to discipline.',
    zh: '只有成立的过错认定才能移送纪检。',
    article: '信访工作条例 第四十三条至第四十六条',
  },
  'too-slight-to-refer': {
    status: 409,
    en: 'A slight fault is put right; what had consequences is for discipline.',
    zh: '轻微过错应责令改正，造成后果的方可移送纪检。',
    article: '信访工作条例 第四十三条至第四十六条',
  },
  'referred-already': {
    status: 409,
    en: 'Discipline has this finding already.',
    zh: '该认定已经移送纪检。',
  },
  'not-a-discipline-office': {
    status: 422,
    en: 'A review is referred to a discipline commission in the directory.',
    zh: '只能移送名录中的纪检监察机关。',
  },
  'referred-to-those-concerned': {
    status: 422,
    en: 'The office that was found on, one below or after it, or one that the case is kept from, does not get the referral.',
    zh: '不得移送给被认定单位、其下属或承继单位，以及应当回避的单位。',
    article: '信访工作条例 第三十条',
  },
  'no-referral-waits': {
    status: 409,
    en: 'No referral waits for this step.',
    zh: '没有等待该步骤的移送。',
  },
  'fault-not-counted': {
    status: 409,
    en: 'The fault does not count on the standing.',
    zh: '该过错未计入。',
  },
  'not-breached': { status: 409, en: 'That duty is not overdue.', zh: '该职责并未逾期。' },
  'duty-unknown': { status: 409, en: 'There is no such open duty.', zh: '没有该项未完成的职责。' },
  'finding-without-statement': {
    status: 409,
    en: "A finding waits for the office's statement or the end of its period.",
    zh: '须待被查单位陈述或陈述期满后方可认定。',
  },
  'same-reviewer': {
    status: 409,
    en: 'The office under review cannot find on itself.',
    zh: '被查单位不得自行认定。',
  },
  'fault-counted-already': { status: 409, en: 'This review has been counted.', zh: '该次倒查已计入。' },
  'not-on-a-rung': { status: 409, en: 'The office is on no rung.', zh: '该单位不在任何阶梯上。' },
  'placing-counted-already': { status: 409, en: 'This ranking has been counted.', zh: '该期排名已计入。' },
  'placing-not-counted': {
    status: 422,
    en: "Only the worst places of the ranking that the office's ladder names are counted.",
    zh: '只计入阶梯所定排名中的末位名次。',
  },
  'ranking-not-over': {
    status: 409,
    en: 'The month or quarter that is ranked is not over.',
    zh: '排名所属的月份或者季度尚未结束。',
  },
  'finding-dated-back': {
    status: 422,
    en: 'A finding is recorded within three days: the time to dispute it runs from it.',
    zh: '认定应在三日内登记，异议期限自认定之日起计算。',
  },
  'order-unknown': {
    status: 409,
    en: 'No rung has ordered that, or it is done.',
    zh: '没有该项措施，或已落实。',
  },
  'order-open': {
    status: 409,
    en: 'What the ladder asked for is not all done.',
    zh: '阶梯要求的措施尚未全部落实。',
  },
  'post-missing': {
    status: 422,
    en: 'Somebody whom the ladder names did not take part in the talk.',
    zh: '约谈缺少规定的参加人。',
  },
  'rectification-not-reported': {
    status: 409,
    en: 'The office has not reported that it has put things right.',
    zh: '该单位尚未报告整改。',
  },
  'too-soon-to-come-down': {
    status: 409,
    en: 'It is too soon after the last fault or placing to come down.',
    zh: '距最近一次过错或末位排名时间过短，不能解除。',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
