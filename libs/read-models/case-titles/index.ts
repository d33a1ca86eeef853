import type { DataSource } from 'typeorm';
import { atPosition, type Page } from '../page';

export interface Titled {
  title?: string;
}

const TITLES = 'SELECT id, title FROM views.case_list WHERE id = ANY ($1)';

interface AboutACase {
  readonly caseId: string;
}

/** The same page with the title of each item's case; a title never changes, so that the position stays true. */
export async function withTitles<Item extends AboutACase>(
  source: DataSource,
  page: Page<Item>,
): Promise<Page<Item & Titled>> {
  const ids = [...new Set(page.items.map(({ caseId }) => caseId))];
  if (ids.length === 0) return page;
  const { result } = await atPosition(
    source,
    ['case-list'],
    (manager) => manager.query(TITLES, [ids]) as Promise<{ id: string; title: string }[]>,
  );
  const titles = new Map(result.map(({ id, title }) => [id, title]));
  return {
    ...page,
    items: page.items.map((item) => {
      const title = titles.get(item.caseId);
      return title === undefined ? item : { ...item, title };
    }),
  };
}
