import { sent } from '../sent';

export const sentToOffice = sent({
  id: 'sent-to-office',
  name: { zh: '交由单位办理', en: 'Sent to offices' },
  numerator: {
    zh: '转送、交办给单位的信访件；只说明反映集中在哪里，不说明单位办得如何',
    en: 'Cases referred or assigned to an office: where matters gather, not how an office does',
  },
  source: {
    zh: '《信访工作条例》第四十一条（被投诉较多的机关、单位）；只作需求，不作考核',
    en: 'Regulations on Petition Work (2022), Art. 41 (offices most complained of); demand, never a score',
  },
});
