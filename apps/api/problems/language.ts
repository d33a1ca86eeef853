export type Language = 'zh-CN' | 'en';

const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** The language of ours that an Accept-Language header (RFC 9110, 12.5.4) likes best; English where it says nothing. */
export function languageOf(header: string | undefined): Language {
  const liked = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((one) => one.startsWith('q='))?.slice(2);
    return { range, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const best = LANGUAGES.map((language) => ({ language, quality: qualityOf(language, liked) }));
  return best.reduce((a, b) => (b.quality > a.quality ? b : a)).language;
}

/** The most particular range decides: `zh-CN`, then `zh` or another `zh-…`, then `*`. */
function qualityOf(language: Language, liked: readonly { range: string; quality: number }[]): number {
  const full = language.toLowerCase();
  const [base = full] = full.split('-');
  const exact = liked.find(({ range }) => range === full);
  const near = liked.filter(({ range }) => range === base || range.startsWith(`${base}-`));
  const any = liked.find(({ range }) => range === '*');
  if (exact) return exact.quality;
  if (near.length > 0) return Math.max(...near.map(({ quality }) => quality));
  return any?.quality ?? 0;
}

export const inLanguage = (text: { zh: string; en: string }, language: Language): string =>
  language === 'zh-CN' ? text.zh : text.en;
