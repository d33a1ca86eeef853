import type { ImportRow } from './map-row';
import type { Mapping } from './mapping';
import { cut, slug } from './text';

const NAME_CHARS_MAX = 200;

/** An office that must be in the directory before a case is sent to it. */
export interface OfficePlan {
  id: string;
  name: { zh: string; en: string };
  kind: 'petition-department' | 'office';
  superior: string | undefined;
}

export const receiverOf = ({ offices: { receiver } }: Mapping): OfficePlan => ({
  ...receiver,
  kind: 'petition-department',
  superior: undefined,
});

/** The offices that a row names, superiors first; the last one gets the case. */
export function officesOf({ offices }: Mapping, row: Pick<ImportRow, 'department' | 'unit'>): OfficePlan[] {
  const { receiver, otherwise } = offices;
  const plans: OfficePlan[] = [];
  for (const text of [row.department, row.unit]) {
    const code = text === undefined ? '' : slug(text);
    const id = `${offices.prefix}-${code}`;
    if (code === '' || id === receiver.id || plans.some((plan) => plan.id === id)) continue;
    const called = cut(text!, NAME_CHARS_MAX);
    plans.push({
      id,
      name: offices.names[text!] ?? { zh: called, en: called },
      kind: 'office',
      superior: plans.at(-1)?.id ?? receiver.id,
    });
  }
  return plans.length > 0 ? plans : [{ ...otherwise, kind: 'office', superior: receiver.id }];
}
