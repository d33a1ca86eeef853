import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { startEscalation, type Escalation, type EscalationDeps } from './escalation';

@Module({})
export class EscalationModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running?: Escalation;

  constructor(@Inject('escalation deps') private readonly deps: EscalationDeps) {}

  static with(deps: EscalationDeps): DynamicModule {
    return { module: EscalationModule, providers: [{ provide: 'escalation deps', useValue: deps }] };
  }

  onApplicationBootstrap(): void {
    this.running = startEscalation(this.deps);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }
}
