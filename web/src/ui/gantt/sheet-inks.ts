/**
 * The product's light colours on paper. Named here once more, since a picture or a print is white
 * whatever scheme the screen is in.
 */
export const sheetInks = {
  paper: '#ffffff',
  ink: '#17181d',
  dim: '#44464f',
  border: '#c9cad0',
  soft: '#e7e7eb',
  rest: '#f4f4f6',
  today: '#5b57d1',
  baseline: '#b4b6c1',
  scenario: '#5b57d1',
  link: '#8b8e99',
  broken: '#b26a00',
  bad: '#c8352c',
  client: '#128a90',
  clientSoft: '#e2f3f4',
  initiative: '#8460dc',
  initiativeSoft: '#f0ebfc',
} as const;

export type SheetInks = typeof sheetInks;
