import { sent } from '../sent';

export const referred = sent({
  id: 'referred',
  name: { zh: '转送', en: 'Referred' },
  mode: 'refer',
  numerator: {
    zh: '信访部门转送给单位的信访件',
    en: 'Cases that a petition department referred to an office',
  },
  source: {
    zh: '《信访工作条例》第二十二条、第四十一条',
    en: 'Regulations on Petition Work (2022), Art. 22 and 41',
  },
});
