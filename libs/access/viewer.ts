/** `office`: acts and looks for one office. `city`: looks at the whole city, as whoever runs the installation does. */
export const ROLES = ['office', 'city'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Viewer {
  /** The account; staff with an interest in a case recuse by it (Art. 28). */
  actor?: string | undefined;
  /** Whoever acts for an office is judged by it, whatever else they may do. */
  office?: string | undefined;
  roles: readonly Role[];
}
