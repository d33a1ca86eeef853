export type Path = readonly PropertyKey[];

/** What contradicts itself, and where. */
export interface Problem {
  path: Path;
  message: string;
}

/** `duties[3].period.amount` */
const written = (path: Path): string =>
  path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`),
    '',
  );

export function repeated(ids: readonly string[], at: Path): Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...at, index, 'id'], message: `${id} is there twice` }] : [],
  );
}

/** `duties[3].period.amount: must be positive` */
export const inOneLine = ({ path, message }: Problem): string => `${written(path) || 'pack'}: ${message}`;
