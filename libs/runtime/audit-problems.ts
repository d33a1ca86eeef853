/** What the audit log cannot answer; the API explains the codes at `/problems/{code}`. */
export const AUDIT_PROBLEMS = {
  'not-in-the-log': { status: 404, title: 'The signed log does not hold this.' },
  'log-damaged': {
    status: 503,
    title: 'The log is not the one that was signed; nothing is signed any more.',
  },
} as const;
