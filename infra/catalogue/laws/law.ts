/** What a rule of a law asks for, and the tests that name the rule and show it. */
export interface LawRow {
  /** `第三十四条`; a law without articles is named by itself. */
  article?: string;
  what: string;
  /** Parts of titles, each of a test that names the article. */
  shown: readonly string[];
}

export interface Law {
  name: string;
  /** What a test of a row without an article names. */
  named: string;
  /** Specs in which the tests are. */
  specs: readonly string[];
  rows: readonly LawRow[];
}

/** The spec of that name among the tests of the law. */
export const lawSpec = (name: string): string => `test/law/${name}.spec.ts`;
