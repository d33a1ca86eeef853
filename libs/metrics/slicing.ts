import type { LocalDate } from '@huiyin/kernel';
import type { Window } from './metric';

export const DIMENSIONS = ['office', 'area', 'category', 'channel', 'level'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is asked of a metric: for which periods, cut along which dimension, of which part. */
export interface Slicing {
  /** At least one; several where it is cut by period. */
  windows: readonly Window[];
  by?: Dimension | undefined;
  /** Only items of these; `office` means the office and all below it. */
  only?: Readonly<Partial<Record<Dimension, string>>> | undefined;
  /** The day whose directory decides what an office's figures are rolled up into. */
  day: LocalDate;
}

/** What was counted for one value of the dimension in one window. */
export interface Cell {
  /** Index of the window. */
  window: number;
  /** Absent on the total; empty where the directory does not say. */
  key?: string;
  items: number;
  met: number;
  sum: number;
  /** Of the amounts; null where there are none. */
  median: number | null;
  /** The ninth decile. */
  p90: number | null;
}

export const emptyCell = (window: number): Cell => ({
  window,
  items: 0,
  met: 0,
  sum: 0,
  median: null,
  p90: null,
});
