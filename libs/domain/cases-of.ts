interface About {
  caseId?: string;
  grounds?: readonly { caseId: string }[];
}

/** The cases that the data of an event, or of a command, is about: the one that it names, and those that it rests on. */
export function casesOf(data: unknown): readonly string[] {
  const { caseId, grounds = [] } = data as About;
  return [...(caseId === undefined ? [] : [caseId]), ...grounds.map((ground) => ground.caseId)];
}
