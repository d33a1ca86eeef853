/** The laws that refusals name, in English; a law that is not here keeps its Chinese name. */
const LAWS: Readonly<Record<string, string>> = {
  信访工作条例: 'Regulations on Petition Work',
  '信访事项简易办理办法（试行）2016': 'Measures for the Simple Handling of Petitions (Trial, 2016)',
  '北京市信访条例（2006）': 'Beijing Petition Regulations (2006)',
  信访条例: 'Regulations on Letters and Visits (2005)',
};

const DIGITS = '零一二三四五六七八九';

/** 三十四 → 34; up to 999, as articles are numbered. */
function numberOf(chinese: string): number {
  let [sum, digit] = [0, 0];
  for (const sign of chinese) {
    const unit = sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (unit === 0) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

const PLACE = /第([零一二三四五六七八九十百]+)([条款项])/gu;
const KINDS: Readonly<Record<string, string>> = { 条: 'Art.', 款: 'para.', 项: 'item' };

/** `信访工作条例 第三十四条` → `Regulations on Petition Work, Art. 34`. */
export function articleInEnglish(article: string): string {
  const [law = '', ...places] = article.replace(/[《》]/g, '').split(' ');
  const named = places
    .join(' ')
    .replace(PLACE, (_, number: string, kind: string) => `${KINDS[kind]} ${numberOf(number)} `)
    .replace(/\s*至\s*/g, ' to ')
    .replace(/\s*[、，]\s*/g, ', ')
    .trim();
  return [LAWS[law] ?? law, named].filter((part) => part !== '').join(', ');
}
