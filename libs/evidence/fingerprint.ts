import { canonicalBytes } from '@huiyin/reports';
import { hash } from 'node:crypto';
import type { EvidenceDocument } from './document';

/** SHA-256 of the document's canonical bytes, in hex. */
export const fingerprintOf = (document: EvidenceDocument): string =>
  hash('sha256', canonicalBytes(document), 'hex');
