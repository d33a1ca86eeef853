import { OperationsController, ParkedController } from '@huiyin/runtime';
import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from '../api/api.module';
import { AuditModule } from '../audit/audit.module';
import { NoticesController } from '../notification/notices.controller';
import type { City } from './compose';
import { DevClockController } from './dev-clock.controller';
import type { SimulatedTime } from './simulated-time';

@Module({})
export class StandaloneModule {
  /** `/dev/clock` exists only where a simulated time is given. */
  static with(
    { platform, views, feed, parked, notices, audit }: City,
    time: SimulatedTime | undefined,
  ): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        ApiModule.with({ platform, reads: { platform, views, feed } }),
        ...(audit ? [AuditModule.with(audit)] : []),
      ],
      controllers: [
        OperationsController,
        ParkedController,
        NoticesController,
        ...(time ? [DevClockController] : []),
      ],
      providers: [
        { provide: 'platform', useValue: platform },
        { provide: 'parked', useValue: parked },
        { provide: 'notices', useValue: notices },
        ...(time ? [{ provide: 'simulated time', useValue: time }] : []),
      ],
    };
  }
}
