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
      /** Cut off where it would be wider. */
      readonly most?: number;
    };
