import { defineMetric, OPINION, PERCENT } from '../define';
import { rated } from '../rated';

export const satisfactionPetitionDepartment = defineMetric({
  id: 'satisfaction-petition-department',
  name: { zh: '对信访部门的满意率', en: 'Satisfaction with the petition department' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中“满意”“基本满意”的', en: 'Those “satisfied” or “fairly satisfied”' },
  denominator: { zh: '评价', en: 'Ratings' },
  window: { zh: '评价时间在期内', en: 'Rated in the period' },
  source: { zh: '《信访工作条例》第二十一条', en: 'Regulations on Petition Work (2022), Art. 21' },
  ...OPINION,
  ...rated({ whose: 'receiver', says: 'petitionDepartment' }),
});
