import type { DutyRule, PolicyPack, Text } from '../pack';
import { accountabilityDuties } from './accountability';
import { adviceDuties } from './advice';
import { article39Ladder } from './ladders/article-39';
import { recordDuties } from './record';
import { takenAway, sendAgain } from './case';
import { answer, close, closingReport, extensionNotice, sortAndSend, stageReport } from './petition';
import { fulfilmentDuties, reviewDuties, type ClosingArticles } from './closing';
import { answerOffer, determineHandler } from './sending';
import { simpleDuties } from './simple';
import { instructionDuties } from './instruction';
import { supervision } from './supervision';
import { stepsInDays } from './steps';

const article = (zh: string, en: string, local?: Text): Text => ({
  zh: `《信访条例》（2005）第${zh}条${local ? `；${local.zh}为本地设定` : ''}`,
  en: `Regulations on Letters and Visits (2005), Art. ${en}${local ? `; ${local.en} is a local setting` : ''}`,
});

const articles2005: ClosingArticles = {
  opinion: (local) => article('三十二', '32', local),
  settlement: (local) => article('十三', '13', local),
  hearing: (local) => article('三十一', '31', local),
  review: (local) => article('三十四', '34', local),
  reReview: (local) => article('三十五', '35', local),
};

/** Whether it is accepted is decided, and told in writing, within 15 days; there is no period for an objection. */
const accepting: readonly DutyRule[] = [
  {
    id: 'acknowledge',
    name: { zh: '书面告知是否受理', en: 'Tell the petitioner whether it is accepted' },
    source: article('二十二', '22'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { reachable: true } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'CaseAcknowledged' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
  {
    id: 'accept',
    name: { zh: '决定是否受理', en: 'Decide whether to accept' },
    source: article('二十一、二十二', '21–22'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { procedure: 'ordinary' } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'CaseAccepted' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
];

/** 信访条例: what was received before 2022-05-01 falls under it, and stays under it. */
export const xinfang2005: PolicyPack = {
  id: 'xinfang-2005',
  version: 2,
  name: { zh: '信访条例（2005）', en: 'Regulations on Letters and Visits (2005)' },
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  lastDay: 'roll-forward',
  firstDay: 'excluded',
  // Local settings.
  hearingNotice_days: 7,
  carryOutWithin_days: 30,
  inForce: { until: '2022-05-01' },
  duties: [
    sortAndSend(article('二十一', '21')),
    ...accepting,
    ...simpleDuties,
    sendAgain({
      zh: '《信访条例》（2005）第二十一条；重开后5个工作日为本地设定',
      en: 'Regulations on Letters and Visits (2005), Art. 21; 5 working days after a reopening is a local setting',
    }),
    answerOffer(article('二十四', '24', { zh: '3个工作日', en: '3 working days' }), {
      unit: 'working-days',
      amount: 3,
    }),
    determineHandler(article('二十四', '24', { zh: '10个工作日', en: '10 working days' }), {
      unit: 'working-days',
      amount: 10,
    }),
    answer(article('三十三', '33')),
    extensionNotice(article('三十三', '33', { zh: '5个工作日', en: '5 working days' })),
    closingReport(
      article('二十一', '21', {
        zh: '交办未定期限时的90日',
        en: '90 days where the assignment sets no period',
      }),
    ),
    stageReport,
    close,
    ...fulfilmentDuties(articles2005),
    ...reviewDuties(articles2005),
    ...recordDuties({ unit: 'days', amount: 15 }, { unit: 'days', amount: 90 }),
    ...instructionDuties,
    ...accountabilityDuties,
    ...adviceDuties(article('三十六', '36')),
  ],
  supervision,
  ladder: {
    ...article39Ladder,
    source: {
      zh: '本地设定：沿用2022年《信访工作条例》第三十九条的阶梯',
      en: 'Local setting: the ladder of Art. 39 of the Regulations of 2022',
    },
  },
};
