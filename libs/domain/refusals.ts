import { ACCOUNTABILITY_REFUSALS } from './refusals/accountability';
import { CLOSING_REFUSALS } from './refusals/closing';
import { INCENTIVE_REFUSALS } from './refusals/incentives';
import { SUPERVISION_REFUSALS } from './refusals/supervision';
import { RHYTHM_REFUSALS } from './refusals/rhythm';
import type { RefusalText } from './refusals/text';

export type { RefusalText };

/** The closed list of refusals. A code is stable: clients and tests depend on it, not on the text. */
export const REFUSALS = {
  'already-exists': { status: 409, en: 'It exists already.', zh: '已存在。' },
  'does-not-exist': { status: 404, en: 'There is no such record.', zh: '没有该记录。' },
  'wrong-state': {
    status: 409,
    en: 'This step is not possible in the present state.',
    zh: '当前状态下不能进行该步骤。',
  },
  'not-the-holder': {
    status: 409,
    en: 'Only the office that holds the case can take this step.',
    zh: '只有承办单位可以办理该步骤。',
  },
  'too-many-representatives': {
    status: 422,
    en: 'A joint visit names at most five representatives.',
    zh: '多人走访的代表不得超过五人。',
    article: '信访工作条例 第二十条',
  },
  'office-unknown': {
    status: 422,
    en: 'There is no such office in the directory.',
    zh: '单位名录中没有该单位。',
  },
  'policy-unknown': { status: 422, en: 'No such policy pack has been adopted.', zh: '没有采用该规则包。' },
  'policy-not-in-force': {
    status: 422,
    en: 'That policy pack was not in force on the day of receipt.',
    zh: '收到之日该规则包不适用。',
    article: '信访工作条例 第五十条',
  },
  'not-simple': {
    status: 409,
    en: 'The simple procedure is not for this case.',
    zh: '本件不适用简易办理。',
    article: '信访事项简易办理办法（试行）2016',
  },
  'objection-window-closed': {
    status: 409,
    en: 'The period for an objection is over.',
    zh: '提出异议的期限已过。',
    article: '信访工作条例 第二十三条',
  },
  'own-referral': {
    status: 422,
    en: 'A case cannot be sent to the office that sends it.',
    zh: '不能转送给本单位。',
  },
  'claim-unknown': { status: 422, en: 'The case has no such claim.', zh: '本件没有该诉求。' },
  'claim-unanswered': {
    status: 422,
    en: 'Every claim needs an outcome of its own.',
    zh: '每项诉求都应有处理结果。',
    article: '信访工作条例 第三十二条',
  },
  'claim-answered-twice': { status: 422, en: 'A claim has one outcome.', zh: '每项诉求只有一个处理结果。' },
  'claim-unsorted': {
    status: 422,
    en: 'Every claim needs a route of its own.',
    zh: '每项诉求都应确定办理途径。',
    article: '信访工作条例 第三十一条',
  },
  'claim-sorted-twice': {
    status: 422,
    en: 'A claim takes one route.',
    zh: '每项诉求只有一个办理途径。',
    article: '信访工作条例 第三十一条',
  },
  'route-unfit': {
    status: 422,
    en: 'A suggestion and an accusation take no route but their own.',
    zh: '建议、检举控告只能适用各自的途径。',
    article: '信访工作条例 第二十九条至第三十一条',
  },
  'litigation-goes-out': {
    status: 422,
    en: 'What belongs before a court goes out with directions; it is not sent as a petition.',
    zh: '诉讼类事项应引导至法定途径，不按信访程序转送交办。',
    article: '信访工作条例 第三十一条',
  },
  'not-for-directions': {
    status: 422,
    en: 'Only a claim on the litigation route goes out with directions.',
    zh: '只有诉讼类诉求可以引导至法定途径。',
    article: '信访工作条例 第三十一条',
  },
  'directions-missing': {
    status: 409,
    en: 'A claim that belongs before a court has not gone out with directions.',
    zh: '尚有诉讼类诉求未予引导。',
    article: '信访工作条例 第三十一条',
  },
  'accused-office': {
    status: 422,
    en: 'An accused or recused office, or one below or after it, neither receives the case nor acts in it.',
    zh: '被检举控告或者应当回避的单位及其下属单位、承继单位不得接收、办理该信访事项。',
    article: '信访工作条例 第三十条',
  },
  'receiver-accused': {
    status: 422,
    en: 'Another office has to receive the case: the one named is accused, or below one that is.',
    zh: '接收单位被检举控告或者属于被检举控告单位的下属，应由其他单位接收。',
    article: '信访工作条例 第三十条',
  },
  'staff-recused': {
    status: 422,
    en: 'Staff who have recused take no step in the case.',
    zh: '已回避的工作人员不得办理该信访事项。',
    article: '信访工作条例 第二十八条',
  },
  'own-recusal': {
    status: 422,
    en: 'Nobody decides on their own recusal.',
    zh: '不得自行决定本单位、本人的回避。',
    article: '信访工作条例 第二十八条',
  },
  'recusal-undecided': {
    status: 409,
    en: 'The recusal that was asked for is decided first.',
    zh: '应先决定已提出的回避申请。',
  },
  'no-recusal-asked': { status: 409, en: 'No recusal has been asked for.', zh: '没有待决定的回避申请。' },
  'common-superior-decides': {
    status: 409,
    en: 'It came back twice: the common superior, or the joint conference, says who handles it.',
    zh: '已两次退回，应由共同的上一级机关或者联席会议指定承办单位。',
    article: '信访工作条例 第二十四条',
  },
  'handling-offered': {
    status: 409,
    en: 'Another office has been asked to handle it, and has not answered yet.',
    zh: '已商请其他单位受理，尚未答复。',
    article: '信访工作条例 第二十四条',
  },
  'no-handling-offered': {
    status: 409,
    en: 'Nobody has been asked to handle it.',
    zh: '没有待答复的协商受理。',
    article: '信访工作条例 第二十四条',
  },
  'no-handling-dispute': {
    status: 409,
    en: 'Offices agree among themselves first: none that was asked has declined.',
    zh: '应先由有关单位协商，尚无单位不同意受理。',
    article: '信访工作条例 第二十四条',
  },
  'no-deadlock': {
    status: 409,
    en: 'Offices agree among themselves first: it has not come back twice.',
    zh: '尚未两次退回，应先由有关单位协商。',
    article: '信访工作条例 第二十四条',
  },
  'determined-by-superior': {
    status: 409,
    en: 'Whom the common superior has named handles it, and does not object.',
    zh: '共同的上一级机关已指定承办单位，不得再提出异议。',
    article: '信访工作条例 第二十四条',
  },
  'office-succeeded': {
    status: 422,
    en: 'The office was split, merged or abolished; its successor answers for it.',
    zh: '该单位已分立、合并或者撤销，由承继其职责的单位办理。',
    article: '信访工作条例 第二十四条',
  },
  'helper-called-already': {
    status: 409,
    en: 'That office was called in and has not answered yet.',
    zh: '已请该单位协办，尚未反馈。',
  },
  'no-such-help': { status: 409, en: 'There is no such help to answer or assess.', zh: '没有该项协办。' },
  'already-extended': {
    status: 409,
    en: 'The period can be extended once.',
    zh: '办理期限只能延长一次。',
    article: '信访工作条例 第三十四条',
  },
  'nothing-to-extend': {
    status: 409,
    en: 'No answer with an extendable period is owed.',
    zh: '没有可延长的办理期限。',
    article: '信访工作条例 第三十四条',
  },
  'no-extension-to-tell': {
    status: 409,
    en: 'There is no extension to tell the petitioner of.',
    zh: '没有需要告知的延期。',
    article: '信访工作条例 第三十四条',
  },
  'closing-report-missing': {
    status: 409,
    en: 'An assigned case is closed after its closing report.',
    zh: '交办事项应先提交办结报告。',
    article: '信访工作条例 第二十二条',
  },
  'already-reported': { status: 409, en: 'The closing report has been handed in.', zh: '办结报告已提交。' },
  'already-rated': {
    status: 409,
    en: 'This answer has been rated.',
    zh: '该答复已经评价。',
    article: '信访工作条例 第二十一条',
  },
  'too-many-attachments': {
    status: 409,
    en: 'A case holds at most a hundred files.',
    zh: '每件附件不得超过一百个。',
  },
  'report-missing': {
    status: 422,
    en: 'A matter is passed up only with a reasoned report by the office itself.',
    zh: '向上级报送须附本单位的书面报告和理由，不得上交矛盾。',
    article: '信访工作条例 第五条',
  },
  'case-unknown': { status: 422, en: 'There is no such case to refer to.', zh: '没有所指的信访件。' },
  'own-lead': { status: 422, en: 'A case is not its own lead.', zh: '不能与本件自身关联或合并。' },
  'lead-closed': {
    status: 409,
    en: 'The lead case is closed: reopen it first, with its file.',
    zh: '主件已办结，应先重新办理主件。',
    article: '信访工作条例 第十九条',
  },
  'lead-merged': {
    status: 409,
    en: 'The lead case was itself merged: name the case that leads it.',
    zh: '主件已并入他件，应并入其主件。',
    article: '信访工作条例 第十九条',
  },
  'lead-struck': {
    status: 409,
    en: 'The lead case was struck from the register.',
    zh: '主件的登记已撤销。',
  },
  'lead-unanswered': {
    status: 409,
    en: 'The lead case has no outcome to tell yet.',
    zh: '主件尚未答复，没有可告知的结果。',
  },
  'entry-unknown': { status: 422, en: 'The file has no such entry.', zh: '本件案卷没有该条记录。' },
  'not-correctable': {
    status: 422,
    en: 'This field is not changed by a correction: it has that form, or moves by the steps of the case.',
    zh: '该项不能以更正方式改动，或更正值的形式不对。',
  },
  'nothing-to-correct': { status: 422, en: 'The record says so already.', zh: '记录已是如此，无须更正。' },
  'dispute-unknown': { status: 409, en: 'There is no such open dispute.', zh: '没有该项未处理的异议。' },
  'urgent-already': {
    status: 409,
    en: 'The matter was found grave or urgent already.',
    zh: '该事项已认定为重大、紧急信访事项。',
    article: '信访工作条例 第二十五条',
  },
  'no-urgent-report-owed': {
    status: 409,
    en: 'No report of a grave or urgent matter is owed there.',
    zh: '没有应向该处报告的重大、紧急信访事项。',
    article: '信访工作条例 第二十五条',
  },
  'not-the-head': {
    status: 422,
    en: "An extension is approved by a post of the office's head that the directory knows to be held.",
    zh: '延长办理期限须经本单位在任负责人批准。',
    article: '信访工作条例 第三十四条',
  },
  'struck-by-office': {
    status: 409,
    en: 'A registration is struck only where the person concerned disputes it.',
    zh: '只有本人提出异议的登记才能撤销。',
    article: '信访工作条例 第十八条',
  },
  ...CLOSING_REFUSALS,
  ...INCENTIVE_REFUSALS,
  ...ACCOUNTABILITY_REFUSALS,
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
  'policy-invalid': { status: 422, en: 'The policy pack contradicts itself.', zh: '规则包存在矛盾。' },
  'version-not-next': {
    status: 409,
    en: 'A pack or calendar is superseded by a later version, never edited.',
    zh: '规则包和日历只能由更高版本取代，不得修改。',
  },
  'calendar-invalid': { status: 422, en: 'The calendar contradicts itself.', zh: '日历存在矛盾。' },
  'happened-later': {
    status: 422,
    en: 'It cannot have happened after it is recorded.',
    zh: '发生时间不能晚于记录时间。',
  },
  'not-a-public-request': {
    status: 409,
    en: 'Messages are taken only on requests that were filed in public.',
    zh: '只有公开提交的服务请求可以补充说明。',
  },
  'too-many-messages': {
    status: 409,
    en: 'The request has as many messages as it can hold.',
    zh: '该请求的补充说明已达上限。',
  },
  ...RHYTHM_REFUSALS,
  ...SUPERVISION_REFUSALS,
} as const satisfies Readonly<Record<string, RefusalText>>;

export type RefusalCode = keyof typeof REFUSALS;
