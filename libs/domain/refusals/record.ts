import type { RefusalText } from './text';

/** What forbids a change of the record: merging, correcting, disputing, striking. */
export const RECORD_REFUSALS = {
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
  'nothing-personal': {
    status: 409,
    en: 'Nothing in these entries is sealed.',
    zh: '所指记录中没有封存的个人信息。',
  },
  'dispute-unknown': { status: 409, en: 'There is no such open dispute.', zh: '没有该项未处理的异议。' },
  'struck-by-office': {
    status: 409,
    en: 'A registration is struck only where the person concerned disputes it.',
    zh: '只有本人提出异议的登记才能撤销。',
    article: '信访工作条例 第十八条',
  },
  'too-many-attachments': {
    status: 409,
    en: 'A case holds at most a hundred files.',
    zh: '每件附件不得超过一百个。',
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
} as const satisfies Readonly<Record<string, RefusalText>>;
