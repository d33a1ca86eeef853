import type { AuditLog, ConsistencyProof, InclusionProof, Receipt, SigningKey } from '@huiyin/audit';
import { isUuid } from '@huiyin/kernel';
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { answering, needed, problem, wholeNumber } from './problem';

export const AUDIT = Symbol('audit log');
const TEXT = 'text/plain; charset=utf-8';

/** What an outsider needs to hold the log to its word. Hashes in hex, as `huiyin audit-vector` reads them. */
@Controller('audit')
export class AuditController {
  constructor(@Inject(AUDIT) private readonly audit: AuditLog) {}

  /** The newest signed checkpoint (C2SP tlog-checkpoint). */
  @Get('checkpoint')
  @Header('content-type', TEXT)
  async checkpoint(): Promise<string> {
    const latest = await answering(() => this.audit.latest());
    if (!latest) throw problem('not-in-the-log', 'nothing was signed yet');
    return latest.note;
  }

  /** Signs what is stored now, without waiting for the interval. */
  @Post('checkpoint')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async sign(): Promise<string> {
    return (await answering(() => this.audit.sign())).note;
  }

  /** The log's verifier key (C2SP signed-note). */
  @Get('key')
  @Header('content-type', TEXT)
  key(): string {
    return `${this.audit.key}\n`;
  }

  /** Every key that has signed, oldest first, each with the checkpoint by which it took over. */
  @Get('keys')
  async keys(): Promise<{ keys: readonly SigningKey[] }> {
    return { keys: await answering(() => this.audit.keys()) };
  }

  @Get('proof/inclusion')
  inclusion(@Query('position') position?: string, @Query('size') size?: string): Promise<InclusionProof> {
    const at = needed('position', wholeNumber('position', position));
    const of = wholeNumber('size', size);
    return answering(() => this.audit.inclusion(at, of));
  }

  @Get('proof/consistency')
  consistency(@Query('from') from?: string, @Query('to') to?: string): Promise<ConsistencyProof> {
    const old = needed('from', wholeNumber('from', from));
    const newer = wholeNumber('to', to);
    return answering(() => this.audit.consistency(old, newer));
  }

  /** Proof that what a command wrote is in the signed log. */
  @Get('receipt/:commandId')
  async receipt(@Param('commandId') commandId: string): Promise<Receipt> {
    if (!isUuid(commandId)) throw problem('invalid-request', 'the command id is not a UUID');
    const receipt = await answering(() => this.audit.receipt(commandId));
    if (!receipt) throw problem('not-in-the-log', 'this command wrote nothing');
    return receipt;
  }
}
