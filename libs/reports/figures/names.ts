import type { Channel } from '@huiyin/domain';
import type { LEVELS } from '@huiyin/domain';
import type { Dimension } from '@huiyin/metrics';
import { CATEGORIES, type Text } from '@huiyin/policy';

/** What the keys of a dimension are called. */
export interface Names {
  of(dimension: Dimension, key: string): Text;
}

const CHANNEL_NAMES: Readonly<Record<Channel, Text>> = {
  letter: { zh: '来信', en: 'Letter' },
  visit: { zh: '来访', en: 'Visit' },
  phone: { zh: '来电', en: 'Phone' },
  online: { zh: '网上', en: 'Online' },
  fax: { zh: '传真', en: 'Fax' },
  mailbox: { zh: '领导信箱', en: 'Mailbox' },
  reception: { zh: '领导接访', en: 'Reception day' },
  screening: { zh: '排查', en: 'Screening' },
  'assigned-from-above': { zh: '上级交办', en: 'Assigned from above' },
  referred: { zh: '转来', en: 'Referral' },
  open311: { zh: 'Open311', en: 'Open311' },
};

const LEVEL_NAMES: Readonly<Record<(typeof LEVELS)[number], Text>> = {
  centre: { zh: '中央', en: 'Centre' },
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县（区）级', en: 'County or district' },
  township: { zh: '乡镇（街道）', en: 'Township or street' },
  village: { zh: '村（社区）', en: 'Village or community' },
};

const CATEGORY_NAMES: Readonly<Record<string, Text>> = Object.fromEntries(
  CATEGORIES.map(({ id, name }) => [id, name]),
);

const UNKNOWN: Text = { zh: '（未注明）', en: '(not said)' };

/** A city may use categories of its own: what has no name is called by its id. */
export function namesWith(offices: ReadonlyMap<string, Text>): Names {
  const known: Readonly<Record<Dimension, (key: string) => Text | undefined>> = {
    office: (key) => offices.get(key),
    area: () => undefined,
    category: (key) => ownValue(CATEGORY_NAMES, key),
    channel: (key) => ownValue(CHANNEL_NAMES, key),
    level: (key) => ownValue(LEVEL_NAMES, key),
  };
  return { of: (dimension, key) => known[dimension](key) ?? (key === '' ? UNKNOWN : { zh: key, en: key }) };
}

const ownValue = (texts: Readonly<Record<string, Text>>, key: string): Text | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;
