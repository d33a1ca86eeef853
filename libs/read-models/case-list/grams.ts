/** Beyond it, text is not searched. */
export const SEARCH_CHARS_MAX = 400;

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const BREAKS = /[^\p{L}\p{N}]+/u;

/** Compatibility forms (full width, ligatures) and case make no difference to a search. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Letters and digits between everything else. */
export const wordsOf = (text: string): string[] =>
  normalise(text)
    .split(BREAKS)
    .filter((word) => word !== '');

function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => letters[index]! + letter);
}

/**
 * Every pair of neighbouring letters, and every ideograph by itself: Chinese is written without spaces, and a word of
 * two characters is the usual search.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const word of wordsOf(text)) {
    for (const pair of pairsOf(word)) grams.add(pair);
    for (const letter of word) if (IDEOGRAPH.test(letter)) grams.add(letter);
  }
  return [...grams];
}

/** The grams that every text with these words has; a single Latin letter has none. */
export const gramsSought = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((word) => ([...word].length > 1 ? pairsOf(word) : IDEOGRAPH.test(word) ? [word] : [])),
  ),
];
