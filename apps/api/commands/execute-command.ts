import type { CommandEnvelope, Execute, Executed } from '@huiyin/command-handler';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** One message for every command: which decision it reaches is data, checked against the aggregate's schemas. */
export class ExecuteCommand extends Command<Executed> {
  constructor(readonly envelope: CommandEnvelope) {
    super();
  }
}

@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand> {
  constructor(private readonly run: Execute) {}

  execute({ envelope }: ExecuteCommand): Promise<Executed> {
    return this.run(envelope);
  }
}
