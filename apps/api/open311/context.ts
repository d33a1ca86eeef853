import type { CommandEnvelope, Executed } from '@huiyin/command-handler';
import type { PolicyPack } from '@huiyin/policy';
import type { ReadDeps } from '../queries/routes';
import type { Language } from '../problems/language';
import type { Answer } from './answer';
import type { Open311Config } from './config';
import type { Params } from './params';

export interface Open311Context extends ReadDeps {
  config: Open311Config;
  /** The one way into the log. */
  execute(command: CommandEnvelope): Promise<Executed>;
}

/** One call of a method. */
export interface Call {
  context: Open311Context;
  /** The newest version of the pack whose services are offered. */
  pack: PolicyPack;
  params: Params;
  /** The variable part of the path. */
  id: string;
  language: Language;
  /** ISO instant. */
  now: string;
  /** As the client called the server: `http://127.0.0.1:3000`. */
  origin: string;
}

export type Method = (call: Call) => Promise<Answer>;
