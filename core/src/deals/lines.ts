import { roundCommercially } from '../money.ts';

/** What a product line comes to in minor units: quantity × price, rounded commercially per line. */
export function lineAmount(line: {
  readonly quantity: number;
  readonly unitPrice: number;
}): number {
  return roundCommercially(line.quantity * line.unitPrice);
}
