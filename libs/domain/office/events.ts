import type { PersonalValue } from '@huiyin/kernel';
import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export const LEVELS = ['centre', 'province', 'city', 'county', 'township', 'village'] as const;
export const OFFICE_KINDS = ['petition-department', 'office', 'government', 'discipline'] as const;
/** 主要负责人、分管负责人、科（股）长、经办人 */
export const POSTS = ['first-responsible', 'in-charge', 'head-of-section', 'handler'] as const;
/** 一岗双责: its own line of business, and petition work in it. */
export const POST_DUTIES = ['business', 'petitions'] as const;

/** 第十八条: what an office makes known to everybody, so that they can reach it and ask where their matter stands. */
export interface PublishedChannels {
  online: string;
  postalAddress: string;
  phone: string;
  fax?: string;
  /** Where and when visitors are received. */
  reception: { place: string; hours: string };
  /** How to ask for progress and result. */
  progress: string;
}

export interface OfficeEvents {
  OfficeRegistered: {
    name: { zh: string; en: string };
    kind: (typeof OFFICE_KINDS)[number];
    level: (typeof LEVELS)[number];
    territory: string;
    /** Function lines (条): the categories that it answers for. */
    functions: readonly string[];
    superior?: string;
    /** Where notices to the office go; an address of the office, not of a person. */
    email?: string;
    webhook?: string;
  };
  LeaderAppointed: {
    post: (typeof POSTS)[number];
    official: { subject: string; name: PersonalValue };
    from: LocalDate;
    /** Absent: both, for one post has two duties. */
    duties?: readonly (typeof POST_DUTIES)[number][];
    /** Categories that the post is in charge of (分管); absent: all that the office answers for. */
    lines?: readonly string[];
  };
  LeaderLeft: { post: (typeof POSTS)[number]; subject: string; until: LocalDate };
  /** What was published last stands. */
  ChannelsPublished: { by: string; channels: PublishedChannels };
  /** 常住人口 of its territory, as published: figures per 10,000 residents are worked out from it. */
  ResidentsCounted: { residents: number; asOf: LocalDate; source: string };
  /** 信息员: the desk that hears of urgent matters and feeds back; of the office, never of a person. */
  ContactPointNamed: { phone?: string; email?: string };
  OfficeSucceeded: { successor: string; from: LocalDate };
}

export type OfficeEvent = EventOf<OfficeEvents>;

/** The version that each is stored in today. */
export const officeVersions: Readonly<Record<OfficeEvent['type'], number>> = {
  OfficeRegistered: 1,
  LeaderAppointed: 1,
  LeaderLeft: 1,
  ChannelsPublished: 1,
  ResidentsCounted: 1,
  ContactPointNamed: 1,
  OfficeSucceeded: 1,
};
