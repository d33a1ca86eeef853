import { createPostgresEventStore } from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';

/** Appends without a pause to one stream, a line for each answer. */
async function main(url: string): Promise<void> {
  const store = createPostgresEventStore({ url });
  for (;;) {
    const result = await store.append(sampleRequest('theirs'));
    process.stdout.write(`${result.status}\n`);
  }
}

void main(process.argv[2]!);
