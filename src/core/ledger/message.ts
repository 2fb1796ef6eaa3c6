/** A message is its number: the n-th that the source offers, from 0. */
export type Message = number;
