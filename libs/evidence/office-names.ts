import type { OfficeEvents } from '@huiyin/domain';
import type { Text } from '@huiyin/policy';
import type { CaseRecord } from './record';

/** Official names, by office id, of the offices of a record that the directory knows. */
export const officeNames = ({ offices }: Pick<CaseRecord, 'offices'>): Readonly<Record<string, Text>> =>
  Object.fromEntries(
    [...offices].flatMap(([office, [registered]]) =>
      registered?.type === 'OfficeRegistered'
        ? [[office, (registered.data as OfficeEvents['OfficeRegistered']).name] as const]
        : [],
    ),
  );
