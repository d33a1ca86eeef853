import { escapeHtml } from '@huiyin/kernel';
import type { BacktestResult } from './backtest';
import { COUNTS, SIDES, totalOf, type Count, type Line } from './tally';

export interface Heading {
  /** `id@version` */
  pack: string;
  insteadOf: string;
  /** Local days. */
  from: string;
  to: string;
  /** Position in the log up to which was read. */
  position: number;
}

const WORDS: Readonly<Record<Count, string>> = {
  due: '到期 Due',
  breached: '逾期 Breached',
  supervised: '督办 Supervised',
  reviewed: '倒查 Reviewed',
  faults: '认定失职 Faults',
  rungs: '进入台阶 Rungs',
};

const STYLE = `body{font:14px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem;color:#1b1b1b}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.25rem .6rem;border-bottom:1px solid #ccc;text-align:right}
th:first-child,td:first-child{text-align:left}tfoot td{font-weight:600}.would{background:#f3f6fb}
@media print{body{margin:0}thead{display:table-header-group}tr{break-inside:avoid}}`;

const cells = (line: Line): string =>
  COUNTS.map((count) => SIDES.map((side) => `<td class="${side}">${line[side][count]}</td>`).join('')).join(
    '',
  );
const row = (name: string, line: Line): string => `<tr><td>${escapeHtml(name)}</td>${cells(line)}</tr>`;

/** One page that can be printed: every count as it was and as it would have been, and how it was counted. */
export function backtestHtml({ cases, offices }: BacktestResult, heading: Heading): string {
  const { pack, insteadOf, from, to, position } = heading;
  const head = COUNTS.map((count) => `<th colspan="2">${WORDS[count]}</th>`).join('');
  const sides = COUNTS.map(() => '<th>实际 was</th><th class="would">试算 would</th>').join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(pack)}</title><style>${STYLE}</style>
<h1>规则回测 Backtest: ${escapeHtml(pack)}</h1>
<p>以 ${escapeHtml(pack)} 代替 ${escapeHtml(insteadOf)}，${from} 至 ${to}，${cases} 件，日志位置 ${position}。<br>
${escapeHtml(pack)} in the place of ${escapeHtml(insteadOf)}, ${from} to ${to}, ${cases} cases, log position ${position}.</p>
<table><thead><tr><th rowspan="2">单位 Office</th>${head}</tr><tr>${sides}</tr></thead>
<tbody>${offices.map(([office, line]) => row(office, line)).join('\n')}</tbody>
<tfoot>${row('合计 Total', totalOf(offices))}</tfoot></table>
<p>试算假定各单位的办理时间与实际相同，督办均按期反馈；已开展的倒查以其有效认定为准，未开展的按记录本身所示认定；存在异议或者已被撤销的认定不计。<br>
“Would” supposes that offices did what they did when they did it, and that supervision orders were answered in time. A
review that was held keeps the finding that stands, another one confirms what the record alone shows; what is disputed or
was set aside does not count.</p></html>
`;
}
