import type { Admin } from 'kafkajs';

export interface TopicPlan {
  topic: string;
  /** Set once: more partitions later would move keys and break their order. */
  partitions: number;
  /** Keeps the last message of each key for ever, instead of all for a time. */
  compacted: boolean;
  /** −1 = the broker's default. */
  replicas?: number;
}

/** Makes the topics that are missing; those that exist stay as they are. Answers the names made. */
export async function ensureTopics(admin: Admin, plans: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = plans.filter(({ topic }) => !existing.has(topic));
  if (missing.length === 0) return [];
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ topic, partitions, compacted, replicas = -1 }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: [{ name: 'cleanup.policy', value: compacted ? 'compact' : 'delete' }],
    })),
  });
  return missing.map(({ topic }) => topic);
}
