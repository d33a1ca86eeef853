import { onTime } from '../on-time';

export const onTimeAnswer = onTime({
  id: 'on-time-answer',
  name: { zh: '按期办结率', en: 'Answered on time' },
  source: { zh: '《信访工作条例》第三十四条', en: 'Regulations on Petition Work (2022), Art. 34' },
  rules: [
    'answer',
    'answer-simple',
    'answer-again',
    'answer-emergency',
    'answer-utilities',
    'answer-ordinary',
    'answer-complex',
    'resolve',
  ],
});
