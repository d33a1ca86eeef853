import type { RefusalText } from './text';

/** What forbids a step of sorting, sending, helping and directing. */
export const SORTING_REFUSALS = {
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
    en: 'It goes to another office than this one; only what an office received itself, and is for it to handle, stays there.',
    zh: '不能转送给本单位；只有信访部门以外的单位收到的属于本单位职权范围的事项，可以由本单位办理。',
    article: '信访工作条例 第二十三条',
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
  'report-missing': {
    status: 422,
    en: 'A matter is passed up only with a reasoned report by the office itself.',
    zh: '向上级报送须附本单位的书面报告和理由，不得上交矛盾。',
    article: '信访工作条例 第五条',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
