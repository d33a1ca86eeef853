import path from 'node:path';

/** npm runs scripts in the project's folder; a file name means the folder that it was called from. */
export const fromCaller = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file);
