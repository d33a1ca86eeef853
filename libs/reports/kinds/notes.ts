import type { Text } from '@huiyin/policy';
import { SMALL_BELOW } from '@huiyin/metrics';

/** Before the figures of every report that is made when it is asked for. */
export const NOTES: readonly Text[] = [
  {
    zh: '本报告只看单位履职，不给任何人计数、打分、贴标签；信访数量只作需求。',
    en: 'This report looks at how offices keep their duties. It counts, scores and labels nobody; what people bring is demand.',
  },
  {
    zh: '查看人依法须回避的信访件不计入（第二十八条、第三十条）。',
    en: 'Cases that whoever asked must be kept from are not in it (Art. 28 and 30).',
  },
  {
    zh: `按渠道、领域、地区、单位拆分后少于${SMALL_BELOW}件的数字不显示，以免从中认出个人。`,
    en: `Figures of fewer than ${SMALL_BELOW} cases are hidden, so that nobody can be told from them.`,
  },
];
