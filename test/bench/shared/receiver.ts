/** The office that receives every case of a bench. */
export const RECEIVER = 'petitions';
