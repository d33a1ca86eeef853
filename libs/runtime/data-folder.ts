import { makeFolder } from '@huiyin/kernel/make-folder';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The version of the folder's layout that this program writes and reads. */
const LAYOUT_VERSION = 1;

export class DataFolderTooNew extends Error {
  constructor(folder: string, found: number) {
    super(
      `${folder} was written by a newer Huiyin (layout ${found}, this one knows ${LAYOUT_VERSION}): upgrade, or use --data with another folder`,
    );
  }
}

export class DataFolderUnusable extends Error {
  constructor(folder: string, why: string) {
    super(`${folder} cannot be used: ${why}; put it right, or use --data with another folder`);
  }
}

/** What the folder remembers besides its database. */
export interface FolderState {
  layout: number;
  /** What it was told to begin with; later starts do not change that. */
  begunWith?: 'none' | 'demo';
  /** Set when the demo city stands. */
  city?: { seed: number; cases: number; builtUntil: string; done: boolean };
  /** Where the simulated clock stands, ISO instant. */
  simulatedNow?: string;
}

export interface DataFolder {
  path: string;
  postgres: string;
  masterKeyFile: string;
  auditFolder: string;
  state: FolderState;
  /** Whole or not at all: written beside and renamed. */
  save(change: Partial<FolderState>): Promise<void>;
}

/** Opens or makes the folder. Rejects with DataFolderTooNew or DataFolderUnusable before anything is touched. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const root = path.resolve(folder);
  const file = path.join(root, 'state.json');
  await makeFolder(root).catch((error: NodeJS.ErrnoException) => {
    throw new DataFolderUnusable(root, `it is no folder that can be made or opened (${error.code})`);
  });
  const known = await readState(root, file);
  const state = known ?? { layout: LAYOUT_VERSION };
  if (state.layout > LAYOUT_VERSION) throw new DataFolderTooNew(root, state.layout);
  const opened: DataFolder = {
    path: root,
    postgres: path.join(root, 'postgres'),
    masterKeyFile: path.join(root, 'master.key'),
    auditFolder: path.join(root, 'audit'),
    state,
    async save(change) {
      opened.state = { ...opened.state, ...change };
      await writeFile(`${file}.new`, `${JSON.stringify(opened.state, null, 2)}\n`);
      await rename(`${file}.new`, file);
    },
  };
  if (!known)
    await opened.save({}).catch((error: NodeJS.ErrnoException) => {
      throw new DataFolderUnusable(root, `nothing can be written there (${error.code})`);
    });
  return opened;
}

async function readState(root: string, file: string): Promise<FolderState | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    const state = JSON.parse(await readFile(file, 'utf8')) as FolderState;
    if (Number.isInteger(state.layout)) return state;
  } catch {
    // Told below, without the words of the parser.
  }
  throw new DataFolderUnusable(root, 'its state.json is damaged');
}
