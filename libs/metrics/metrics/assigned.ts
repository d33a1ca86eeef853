import { sent } from '../sent';

export const assigned = sent({
  id: 'assigned',
  name: { zh: '交办', en: 'Assigned' },
  mode: 'assign',
  numerator: {
    zh: '信访部门交办给单位、须按期报告结果的信访件',
    en: 'Cases that a petition department assigned to an office, with a result to report',
  },
  source: {
    zh: '《信访工作条例》第二十二条、第四十一条',
    en: 'Regulations on Petition Work (2022), Art. 22 and 41',
  },
});
