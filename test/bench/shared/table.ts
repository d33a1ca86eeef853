export type Row = Record<string, string | number>;

/** Prints aligned columns on stdout; numbers to the right. */
export function printTable(title: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => format(row[column] ?? '')));
  const widths = columns.map((column, i) => Math.max(column.length, ...cells.map((line) => line[i]!.length)));
  const pad = (text: string, i: number): string =>
    typeof rows[0]?.[columns[i]!] === 'number' ? text.padStart(widths[i]!) : text.padEnd(widths[i]!);
  console.log(`\n${title}`);
  console.log(columns.map(pad).join('  '));
  for (const line of cells) console.log(line.map(pad).join('  '));
}

const format = (value: string | number): string => {
  if (typeof value === 'string') return value;
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
};
