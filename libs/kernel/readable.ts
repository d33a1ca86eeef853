/** Anything that shows on paper: no space, no control character, nothing of no width; U+2800 is a blank by its looks. */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether there is something to read. Joiners inside a text are part of it; alone they are nothing. */
export const isReadable = (text: string): boolean => VISIBLE.test(text);

/** For a form's `refine`, beside `min(1)`, which says so of an empty text. */
export const readable = [
  (text: string): boolean => text === '' || isReadable(text),
  'must have something to read',
] as const;
