/** A case that has been sorted, claim by claim. */
interface Sorted {
  claims: readonly string[];
  /** On the litigation route. */
  litigation: readonly string[];
}

/** Handled and answered on the petition way: all that do not belong before a court (诉访分离, Art. 31 (1)). */
export const petitionClaims = ({ claims, litigation }: Sorted): readonly string[] =>
  claims.filter((claim) => !litigation.includes(claim));
