import type { z } from 'zod';

/** One message that leaves the system. Once published its shape only ever gains optional fields. */
export interface Contract {
  /** What happened, for the reader of the catalogue. */
  zh: string;
  en: string;
  data: z.ZodObject;
}

export type Contracts = Readonly<Record<string, Contract>>;

export interface Topic {
  name: string;
  /** What the key is: messages with one key keep their order. */
  key: string;
  /** Only the newest message of a key is kept. */
  compacted: boolean;
  summary: string;
  contracts: Contracts;
}
