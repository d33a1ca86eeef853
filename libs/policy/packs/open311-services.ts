import type { CountedPeriod } from '../pack';
import type { ServiceDefinition } from '../service';

const workday = (amount: number): CountedPeriod => ({
  unit: 'weekday-clock',
  amount,
  opens: '08:30',
  closes: '17:00',
});

const STREETS = { zh: '道路', en: 'Streets' };
const SANITATION = { zh: '环境卫生', en: 'Sanitation' };
const PARKS = { zh: '园林', en: 'Parks' };

/** What a fresh installation offers. A city adopts a version of its own with its own services and periods. */
export const open311Services: readonly ServiceDefinition[] = [
  {
    code: 'pothole',
    name: { zh: '路面坑洼', en: 'Pothole' },
    description: { zh: '车行道或人行道路面破损、塌陷。', en: 'A hole or break in a road or pavement.' },
    group: STREETS,
    keywords: ['road', 'pavement', 'sinkhole', '道路', '坑'],
    category: 'roads',
    notice: {
      zh: '将于三个工作日内到场查看并修补。',
      en: 'It is inspected and filled within three working days.',
    },
    attributes: [
      {
        code: 'where',
        datatype: 'singlevaluelist',
        required: true,
        description: { zh: '在路面的什么位置？', en: 'Where in the road is it?' },
        values: [
          { key: 'carriageway', name: { zh: '车行道', en: 'Carriageway' } },
          { key: 'cycle-lane', name: { zh: '非机动车道', en: 'Cycle lane' } },
          { key: 'pavement', name: { zh: '人行道', en: 'Pavement' } },
        ],
      },
      {
        code: 'width_cm',
        datatype: 'number',
        description: { zh: '大约多宽（厘米）？', en: 'About how wide is it, in centimetres?' },
        datatypeDescription: { zh: '数字', en: 'A number' },
      },
    ],
  },
  {
    code: 'streetlight',
    name: { zh: '路灯故障', en: 'Streetlight out' },
    description: { zh: '路灯不亮、常亮或损坏。', en: 'A streetlight that is out, always on or damaged.' },
    group: STREETS,
    keywords: ['lamp', 'light', '路灯', '照明'],
    category: 'lighting',
    attributes: [
      {
        code: 'faults',
        datatype: 'multivaluelist',
        description: { zh: '有什么问题？', en: 'What is wrong with it?' },
        values: [
          { key: 'out', name: { zh: '不亮', en: 'Out' } },
          { key: 'flickering', name: { zh: '闪烁', en: 'Flickering' } },
          { key: 'day', name: { zh: '白天常亮', en: 'On by day' } },
          { key: 'damaged', name: { zh: '灯杆损坏', en: 'Pole damaged' } },
        ],
      },
      { code: 'pole', datatype: 'string', description: { zh: '灯杆编号', en: 'Number on the pole' } },
      { code: 'since', datatype: 'datetime', description: { zh: '从何时开始？', en: 'Since when?' } },
    ],
  },
  {
    code: 'missed-collection',
    name: { zh: '垃圾未清运', en: 'Missed collection' },
    description: { zh: '生活垃圾未按时清运。', en: 'Household waste was not collected on its day.' },
    group: SANITATION,
    keywords: ['trash', 'garbage', 'recycling', '垃圾'],
    category: 'sanitation',
  },
  {
    code: 'graffiti',
    name: { zh: '乱涂乱贴', en: 'Graffiti' },
    description: { zh: '公共设施上的涂写、小广告。', en: 'Writing or bills on public property.' },
    group: SANITATION,
    keywords: ['bills', 'vandalism', '小广告'],
    category: 'sanitation',
  },
  {
    code: 'fallen-tree',
    name: { zh: '树木倒伏', en: 'Fallen tree' },
    description: {
      zh: '树木或大枝倒伏、阻碍通行。',
      en: 'A tree or a large branch is down or about to fall.',
    },
    group: PARKS,
    keywords: ['branch', 'tree', '树'],
    category: 'parks',
  },
  {
    code: 'other',
    name: { zh: '其他', en: 'Something else' },
    description: {
      zh: '其他非紧急的公共服务问题。',
      en: 'Any other problem of a public service that is no emergency.',
    },
    category: 'other',
  },
];

export const open311Periods: Readonly<Record<string, CountedPeriod>> = {
  pothole: workday(3),
  streetlight: workday(5),
  'missed-collection': workday(1),
  graffiti: workday(7),
  'fallen-tree': { unit: 'calendar-days-exact', amount: 2 },
  other: { unit: 'calendar-days-exact', amount: 15 },
};
