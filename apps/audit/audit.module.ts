import type { AuditLog } from '@huiyin/audit';
import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { AUDIT, AuditController } from './audit.controller';

/** The audit log over HTTP; it drains with the application. */
@Module({})
export class AuditModule implements BeforeApplicationShutdown {
  constructor(@Inject(AUDIT) private readonly audit: AuditLog) {}

  static with(audit: AuditLog): DynamicModule {
    return {
      module: AuditModule,
      controllers: [AuditController],
      providers: [{ provide: AUDIT, useValue: audit }],
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.audit.stop();
  }
}
