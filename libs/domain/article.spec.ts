import { articleInEnglish, REFUSALS, type RefusalText } from '.';

test.each([
  ['信访工作条例 第二十条', 'Regulations on Petition Work, Art. 20'],
  ['信访工作条例 第三十五条、第三十六条', 'Regulations on Petition Work, Art. 35, Art. 36'],
  ['信访工作条例 第三十四条第二款', 'Regulations on Petition Work, Art. 34 para. 2'],
  ['信访条例 第十一条', 'Regulations on Letters and Visits (2005), Art. 11'],
  ['信访工作条例 第一百零五条', 'Regulations on Petition Work, Art. 105'],
])('%s is %s', (chinese, english) => expect(articleInEnglish(chinese)).toBe(english));

test('every article behind a refusal has English words (else: name its law in article.ts)', () => {
  const articles = Object.values<RefusalText>(REFUSALS).flatMap(({ article }) => article ?? []);
  expect(articles.length).toBeGreaterThan(5);
  expect(articles.map(articleInEnglish).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
