/** The colours that a firm's accent becomes on one ground; each is `#rrggbb`. */
export type AccentColours = {
  /** Fill of the primary button. */
  readonly accent: string;
  readonly accentHover: string;
  /** Text and icons on the fill: at least 4.5:1. */
  readonly onAccent: string;
  /** Links and marks on every surface: at least 4.5:1. */
  readonly accentText: string;
  /** Ground of what is chosen. */
  readonly accentSoft: string;
};

type Colour = readonly [red: number, green: number, blue: number];

/** Least contrast of text (WCAG 2.2, success criterion 1.4.3). */
export const textContrast = 4.5;
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
const ink: Colour = [0x17, 0x18, 0x1d];
/** The darkest surface in the light, and the lightest in the dark, that accent text lies on. */
const surfaces = { light: [0xf7, 0xf7, 0xf9], dark: [0x1b, 0x1c, 0x22] } as const;
/** How much of the accent a chosen ground holds. */
const softness = { light: 0.1, dark: 0.18 } as const;

/**
 * The colours of a portal in a firm's accent, made readable: the fill keeps the firm's colour as far
 * as text on it can be read, text in the accent is darkened (in the dark: lightened) until it can be
 * read on every surface. `hex` is `#rrggbb`.
 */
export function accentColours(hex: string, ground: 'light' | 'dark'): AccentColours {
  const wanted = parse(hex);
  const soft = mix(surfaces[ground], wanted, softness[ground]);
  const fill = fillOf(wanted);
  const on = onOf(fill);
  const end = ground === 'light' ? black : white;
  const isReadable = (colour: Colour) =>
    contrast(colour, surfaces[ground]) >= textContrast && contrast(colour, soft) >= textContrast;
  return {
    accent: write(fill),
    // Away from the text on it, so that it reads better, never worse.
    accentHover: write(mix(fill, on === white ? black : white, 0.14)),
    onAccent: write(on),
    accentText: write(towards(wanted, end, isReadable)),
    accentSoft: write(soft),
  };
}

/**
 * Contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance).
 * @example contrastOf('#000000', '#ffffff') // 21
 */
export function contrastOf(first: string, second: string): number {
  return contrast(parse(first), parse(second));
}

function fillOf(wanted: Colour): Colour {
  return towards(wanted, black, (colour) => contrast(colour, onOf(colour)) >= textContrast);
}

function onOf(fill: Colour): Colour {
  return contrast(fill, white) >= textContrast || contrast(fill, ink) < textContrast ? white : ink;
}

/** The first step from one colour to another that passes; the last one when none does. */
function towards(from: Colour, to: Colour, passes: (colour: Colour) => boolean): Colour {
  for (let step = 0; step < 50; step += 1) {
    const colour = mix(from, to, step / 50);
    if (passes(colour)) return colour;
  }
  return to;
}

/** Whole numbers, so that what is measured is what is written. */
function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

function contrast(first: Colour, second: Colour): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function parse(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function write(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
