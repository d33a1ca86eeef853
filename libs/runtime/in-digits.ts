import { z } from 'zod';

const WHOLE = /^\d{1,16}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;

/** Of a text that is not written so, NaN: no exponent, sign, blank or other notation, and nothing for "nothing". */
const number = (form: RegExp) => (text: unknown) =>
  typeof text === 'string' && form.test(text) ? Number(text) : NaN;

export const wholeNumberOf = number(WHOLE);

/** A whole number in a query, in digits. */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    wholeNumberOf,
    z.number(`a whole number from ${min} to ${max}, in digits`).int().min(min).max(max),
  );

/** A number in a query, in digits, perhaps with a point. */
export const decimalNumber = (min: number, max: number) =>
  z.preprocess(number(DECIMAL), z.number(`a number from ${min} to ${max}, in digits`).min(min).max(max));
