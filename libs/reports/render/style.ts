/** A wide table is laid on its side. */
export const COLUMNS_UPRIGHT_MAX = 7;

/** Printed on A4 with page numbers; on a screen the same, without. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:10.5pt/1.5 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:#1b1b1b;max-width:265mm;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:18pt;line-height:1.3;margin:0 0 .5rem;text-align:center}
h2{font-size:13pt;margin:1.4rem 0 .4rem;break-after:avoid}
p{margin:.3rem 0}
.about{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0 0 1rem;padding:.5rem 0;border-block:1px solid #999}
.about dt,.definitions dt{font-weight:600}.about dd,.definitions dd{margin:0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border:.5pt solid #999;padding:.2rem .4rem;text-align:left;vertical-align:top}
th{background:#f0f0f0;font-weight:600;overflow-wrap:break-word}
.figure{text-align:right}.instant{white-space:nowrap}
tfoot td{font-weight:600}
.definitions{font-size:8.5pt;color:#444;display:grid;grid-template-columns:minmax(20mm,max-content) 1fr;gap:.1rem .8rem;margin:.4rem 0 0}
a{color:inherit}
@page{size:A4;margin:20mm 15mm 18mm}
@page wide{size:A4 landscape;margin:20mm 15mm 18mm}
@media print{body{max-width:none;margin:0;padding:0}.wide{page:wide}thead{display:table-header-group}tfoot{display:table-row-group}tr{break-inside:avoid}a{text-decoration:none}}
`;

/** A text inside a style sheet: quoted, and unable to end the quotes, the sheet or the element. */
export const cssText = (text: string): string =>
  `"${[...text].map((sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : escaped(sign))).join('')}"`;

const escaped = (sign: string): string => `\\${sign.codePointAt(0)!.toString(16)} `;

/** Above each page the title, below it the place in the log and the number of the page. */
export const pageMargins = (above: string, left: string, page: readonly [string, string, string]): string => {
  const [before, between, after] = page.map(cssText);
  const small = 'font:8pt sans-serif;color:#555';
  return `@page{@top-center{content:${cssText(above)};${small}}@bottom-left{content:${cssText(left)};${small}}@bottom-right{content:${before} counter(page) ${between} counter(pages) ${after};${small}}}`;
};
