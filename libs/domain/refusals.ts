import { ACCOUNTABILITY_REFUSALS } from './refusals/accountability';
import { ACCOUNT_REFUSALS } from './refusals/accounts';
import { ANSWERING_REFUSALS } from './refusals/answering';
import { CLOSING_REFUSALS } from './refusals/closing';
import { HANDLING_REFUSALS } from './refusals/handling';
import { INCENTIVE_REFUSALS } from './refusals/incentives';
import { RECORD_REFUSALS } from './refusals/record';
import { RECUSAL_REFUSALS } from './refusals/recusal';
import { REVIEWING_REFUSALS } from './refusals/reviewing';
import { RHYTHM_REFUSALS } from './refusals/rhythm';
import { SORTING_REFUSALS } from './refusals/sorting';
import { SUPERVISION_REFUSALS } from './refusals/supervision';
import type { RefusalText } from './refusals/text';

export type { RefusalText };
export { OWN_RULES } from './refusals/own-rules';

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
  'persons-unfit': {
    status: 422,
    en: 'One person brings an individual petition, two or more a joint one, and no more represent it than bring it.',
    zh: '个人信访为一人，多人信访为两人以上，代表人数不得超过信访人数。',
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
  'happened-earlier': {
    status: 422,
    en: 'It cannot have happened before the step that it follows.',
    zh: '发生时间不能早于前一步骤的发生时间。',
  },
  ...SORTING_REFUSALS,
  ...RECUSAL_REFUSALS,
  ...HANDLING_REFUSALS,
  ...RECORD_REFUSALS,
  ...ANSWERING_REFUSALS,
  ...REVIEWING_REFUSALS,
  ...CLOSING_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...ACCOUNTABILITY_REFUSALS,
  ...INCENTIVE_REFUSALS,
  ...SUPERVISION_REFUSALS,
  ...RHYTHM_REFUSALS,
} as const satisfies Readonly<Record<string, RefusalText>>;

export type RefusalCode = keyof typeof REFUSALS;
