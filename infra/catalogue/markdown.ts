const GENERATED = '<!-- Generated from the code by `npm run catalogue`. Do not edit. -->';

/** A page: title, what it is, and its parts. */
export const page = (title: string, intro: string, ...parts: readonly string[]): string =>
  `${[GENERATED, `# ${title}`, intro, ...parts].join('\n\n')}\n`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;
