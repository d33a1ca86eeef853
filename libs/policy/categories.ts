import type { Text } from './pack';

export interface Category {
  /** Stable; what a case and an office's function lines name. */
  id: string;
  name: Text;
  /** The wider one that it belongs to. */
  within?: string;
}

const category = (id: string, zh: string, en: string, within?: string): Category => ({
  id,
  name: { zh, en },
  ...(within === undefined ? {} : { within }),
});

/** The default tree of what cases are about. A city may use others: nothing is refused for its category. */
export const CATEGORIES: readonly Category[] = [
  category('land', '征地拆迁', 'Land acquisition and demolition'),
  category('rural', '农村农业', 'Land contracting and rural affairs'),
  category('rural-forestry', '农林纠纷', 'Farm and forestry disputes', 'rural'),
  category('rural-finance', '村务财务公开', 'Village finance disclosure', 'rural'),
  category('rural-elections', '村级选举', 'Village elections', 'rural'),
  category('urban', '城乡建设', 'Urban construction and management'),
  category('urban-planning', '规划', 'Planning', 'urban'),
  category('urban-property', '物业管理', 'Property management', 'urban'),
  category('urban-order', '城市管理', 'Urban management', 'urban'),
  category('housing', '住房', 'Housing'),
  category('labour', '劳动和社会保障', 'Labour'),
  category('labour-wages', '拖欠工资', 'Arrears of wages', 'labour'),
  category('labour-contracts', '劳动合同', 'Labour contracts', 'labour'),
  category('labour-injury', '工伤', 'Work injury', 'labour'),
  category('labour-migrants', '跨地区务工', 'Migrant workers across regions', 'labour'),
  category(
    'social-security',
    '社保养老、企业改制',
    'Social security, pensions, restructuring and bankruptcy',
  ),
  category('education', '教育', 'Education'),
  category('health', '医疗卫生', 'Health and medical schemes'),
  category('transport', '交通运输', 'Transport'),
  category('environment', '环境保护', 'Environment and noise'),
  category('utilities', '公用事业', 'Utilities'),
  category('utilities-water', '供水', 'Water', 'utilities'),
  category('utilities-power', '供电', 'Power', 'utilities'),
  category('utilities-heat', '供暖', 'Heat', 'utilities'),
  category('utilities-gas', '供气', 'Gas', 'utilities'),
  category('utilities-roads', '道路', 'Roads', 'utilities'),
  category('safety', '公共安全和安全生产', 'Public safety and work safety'),
  category('resettlement', '移民安置', 'Resettlement (reservoir, rail, motorway)'),
  category('veterans', '退役军人', 'Ex-service personnel'),
  category('litigation', '涉法涉诉', 'Litigation-related'),
  category('conduct', '检举控告', 'Conduct of officials (accusation)'),
  category('advice', '意见建议', 'Policy advice (suggestion)'),
  category('market', '消费和市场监管', 'Consumer and market'),
  category('other', '其他', 'Other'),
];

const byId = new Map(CATEGORIES.map((one) => [one.id, one]));

/** The category and the wider ones, the closest first; one of a city's own stands alone. */
export function categoryLine(id: string): readonly string[] {
  const within = byId.get(id)?.within;
  return within === undefined ? [id] : [id, ...categoryLine(within)];
}
