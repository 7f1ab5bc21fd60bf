/** A mark on paper, in pixels. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly radius?: number;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly number[];
      readonly stroke: string;
      readonly width: number;
    }
  | {
      readonly kind: 'area';
      readonly points: readonly number[];
      readonly fill: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly fill: string;
      readonly isBold?: boolean;
      /** To the left of its place. */
      readonly isRight?: boolean;
      /** Legible over what it crosses. */
      readonly hasRim?: boolean;
      /** Cut off where it would be wider. */
      readonly most?: number;
    };

/** About how wide a letter is on paper, which cannot be measured before it is drawn; in pixels. */
export const letterWidth = 6.3;

/** A diamond round a place. */
export function diamond(x: number, y: number, radius: number): number[] {
  return [x, y - radius, x + radius, y, x, y + radius, x - radius, y];
}
