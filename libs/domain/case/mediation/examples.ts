import type { ExamplesOf } from '../../decider';
import type { mediationCommands } from './commands';

export const mediationExamples: ExamplesOf<typeof mediationCommands> = {
  BeginMediation: [{ kind: 'people', mediator: '南湖街道人民调解委员会' }],
  EndMediation: [
    { text: '双方对赔偿金额分歧较大，未达成一致。' },
    {
      text: '双方达成一致。',
      agreement: { text: '物业公司赔偿损失。', instalments: [{ what: '支付赔偿', dueOn: '2027-07-31' }] },
    },
  ],
};
