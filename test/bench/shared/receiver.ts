/** The office that receives every case of a bench. */
export const RECEIVER = 'petitions';
/** The office that every case is sent to. */
export const OFFICE = 'housing';
