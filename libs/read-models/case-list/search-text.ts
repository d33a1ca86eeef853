import { gramsOf, normalise, SEARCH_CHARS_MAX } from './grams';

/** What a case is looked for by. */
export interface Searched {
  title: string;
  place: string;
  category: string;
  externalId?: string | null | undefined;
  claim?: string | undefined;
}

export function searchable({ title, place, category, externalId, claim }: Searched): {
  searchText: string;
  grams: string[];
} {
  const text = [title, place, category, externalId ?? '', claim ?? ''];
  const searchText = normalise(text.join(' ')).slice(0, SEARCH_CHARS_MAX);
  return { searchText, grams: gramsOf(searchText) };
}
