export interface RefusalText {
  /** HTTP status that the API answers with. */
  status: 404 | 409 | 422;
  en: string;
  zh: string;
  /** The article that forbids the step. */
  article?: string;
}
