import type { Channel } from '@huiyin/domain';

/** A made-up city: 临江市, six districts and counties. No place or office in it is real. */

export interface DemoOffice {
  id: string;
  name: { zh: string; en: string };
  kind: 'petition-department' | 'office' | 'government' | 'discipline';
  level: 'city' | 'county' | 'township';
  territory: string;
  functions: readonly string[];
  superior?: string;
}

export interface DemoCategory {
  id: string;
  weight: number;
  titles: readonly string[];
  /** Goes to the hotline rather than to the petition department, this often. */
  hotline: number;
}

export const DISTRICTS = [
  { id: 'donghu', zh: '东湖区', en: 'Donghu District', places: ['湖滨街道', '望江街道', '柳岸社区'] },
  { id: 'xicheng', zh: '西城区', en: 'Xicheng District', places: ['钟楼街道', '古槐社区', '和平里'] },
  { id: 'nanshan', zh: '南山区', en: 'Nanshan District', places: ['南山街道', '采石社区', '桃源小区'] },
  { id: 'beiwan', zh: '北湾区', en: 'Beiwan District', places: ['港口街道', '渔人码头', '新港社区'] },
  { id: 'qingyuan', zh: '清源县', en: 'Qingyuan County', places: ['清源镇', '石桥乡', '下河村'] },
  { id: 'yunling', zh: '云岭县', en: 'Yunling County', places: ['云岭镇', '茶山乡', '上坪村'] },
] as const;

/** Function lines and the categories that each answers for. */
const LINES = [
  {
    id: 'land',
    zh: '自然资源局',
    en: 'Natural Resources Bureau',
    functions: ['land-demolition', 'rural-affairs'],
  },
  {
    id: 'housing',
    zh: '住房和城乡建设局',
    en: 'Housing and Construction Bureau',
    functions: ['urban-construction', 'housing'],
  },
  {
    id: 'labour',
    zh: '人力资源和社会保障局',
    en: 'Human Resources and Social Security Bureau',
    functions: ['labour', 'social-security', 'ex-service'],
  },
  { id: 'education', zh: '教育局', en: 'Education Bureau', functions: ['education'] },
  { id: 'health', zh: '卫生健康局', en: 'Health Bureau', functions: ['health'] },
  { id: 'environment', zh: '生态环境局', en: 'Ecology and Environment Bureau', functions: ['environment'] },
  {
    id: 'utilities',
    zh: '城市管理局',
    en: 'Urban Management Bureau',
    functions: ['utilities', 'transport', 'public-safety', 'consumer', 'other', 'policy-advice'],
  },
] as const;

const CITY_LEVEL: readonly DemoOffice[] = [
  {
    id: 'linjiang-government',
    name: { zh: '临江市人民政府', en: 'Linjiang People’s Government' },
    kind: 'government',
    level: 'city',
    territory: '临江市',
    functions: [],
  },
  {
    id: 'linjiang-petitions',
    name: { zh: '临江市信访局', en: 'Linjiang Petition Department' },
    kind: 'petition-department',
    level: 'city',
    territory: '临江市',
    functions: [],
    superior: 'linjiang-government',
  },
  {
    id: 'linjiang-12345',
    name: { zh: '临江市12345热线中心', en: 'Linjiang 12345 Hotline Centre' },
    kind: 'petition-department',
    level: 'city',
    territory: '临江市',
    functions: [],
    superior: 'linjiang-government',
  },
  {
    id: 'linjiang-discipline',
    name: { zh: '临江市纪委监委', en: 'Linjiang Discipline Commission' },
    kind: 'discipline',
    level: 'city',
    territory: '临江市',
    functions: [],
  },
];

const DISTRICT_LEVEL: readonly DemoOffice[] = DISTRICTS.flatMap(({ id, zh, en }) => [
  {
    id: `${id}-government`,
    name: { zh: `${zh}人民政府`, en: `${en} Government` },
    kind: 'government' as const,
    level: 'county' as const,
    territory: zh,
    functions: [],
    superior: 'linjiang-government',
  },
  ...LINES.map((line) => ({
    id: `${id}-${line.id}`,
    name: { zh: `${zh}${line.zh}`, en: `${en} ${line.en}` },
    kind: 'office' as const,
    level: 'county' as const,
    territory: zh,
    functions: line.functions,
    superior: `${id}-government`,
  })),
]);

export const OFFICES: readonly DemoOffice[] = [...CITY_LEVEL, ...DISTRICT_LEVEL];

export const officeFor = (district: string, category: string): string =>
  `${district}-${LINES.find((line) => (line.functions as readonly string[]).includes(category))?.id ?? 'utilities'}`;

export const CATEGORIES: readonly DemoCategory[] = [
  {
    id: 'land-demolition',
    weight: 9,
    hotline: 0.1,
    titles: ['征地补偿款未按公告标准发放', '房屋拆迁安置房逾期未交付', '宅基地被占后未重新安排'],
  },
  {
    id: 'rural-affairs',
    weight: 7,
    hotline: 0.1,
    titles: ['土地承包经营权证面积有误', '村级财务未按规定公开', '退耕还林补助未到账'],
  },
  {
    id: 'urban-construction',
    weight: 8,
    hotline: 0.5,
    titles: ['小区外墙瓷砖脱落', '违章搭建占用消防通道', '物业公司拒不公开维修资金使用情况'],
  },
  {
    id: 'housing',
    weight: 6,
    hotline: 0.4,
    titles: ['商品房交付后不能办理产权证', '公租房申请审核长期无结果', '电梯频繁故障无人维修'],
  },
  {
    id: 'labour',
    weight: 12,
    hotline: 0.4,
    titles: ['工地拖欠农民工工资', '未签劳动合同被辞退', '工伤认定申请未获答复'],
  },
  {
    id: 'social-security',
    weight: 7,
    hotline: 0.2,
    titles: ['退休金核算年限有误', '养老保险转移接续受阻', '改制企业职工社保断缴'],
  },
  {
    id: 'education',
    weight: 5,
    hotline: 0.6,
    titles: ['学区划分争议', '校外培训机构退费难', '校车未按时接送'],
  },
  {
    id: 'health',
    weight: 5,
    hotline: 0.5,
    titles: ['医保报销比例与政策不符', '医院收费明细不清', '异地就医备案无法办理'],
  },
  {
    id: 'transport',
    weight: 5,
    hotline: 0.9,
    titles: ['公交线路调整后出行不便', '路口信号灯配时过短', '停车位被长期占用'],
  },
  {
    id: 'environment',
    weight: 9,
    hotline: 0.7,
    titles: ['夜间施工噪声扰民', '工厂排放刺激性气味', '河道垃圾无人清理'],
  },
  {
    id: 'utilities',
    weight: 12,
    hotline: 0.95,
    titles: ['小区停水超过一天', '供暖温度不达标', '路面井盖缺失', '燃气管道漏气'],
  },
  { id: 'public-safety', weight: 3, hotline: 0.6, titles: ['楼道电动车违规充电', '危房未采取措施'] },
  { id: 'ex-service', weight: 3, hotline: 0.1, titles: ['退役安置政策未落实', '优抚金发放延迟'] },
  { id: 'consumer', weight: 5, hotline: 0.9, titles: ['预付卡商家停业', '网购商品退货被拒'] },
  {
    id: 'policy-advice',
    weight: 2,
    hotline: 0.3,
    titles: ['建议增设社区养老服务站', '建议延长图书馆开放时间'],
  },
  { id: 'other', weight: 2, hotline: 0.6, titles: ['其他事项咨询'] },
];

export const PETITION_CHANNELS: readonly { channel: Channel; weight: number }[] = [
  { channel: 'online', weight: 45 },
  { channel: 'letter', weight: 18 },
  { channel: 'visit', weight: 17 },
  { channel: 'mailbox', weight: 9 },
  { channel: 'reception', weight: 4 },
  { channel: 'assigned-from-above', weight: 5 },
  { channel: 'screening', weight: 2 },
];

export const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
export const GIVEN_NAMES = [
  '建国',
  '秀英',
  '志强',
  '桂兰',
  '晓明',
  '丽华',
  '海涛',
  '玉梅',
  '文博',
  '思远',
  '春燕',
  '国庆',
];
