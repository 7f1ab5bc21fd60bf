/** How much an initiative or a client project helps a goal, from strongly helps to strongly hurts. */
export const strengthLabels: readonly { readonly value: string; readonly label: string }[] = [
  { value: '2', label: 'Strongly helps' },
  { value: '1', label: 'Helps' },
  { value: '0', label: 'Neutral' },
  { value: '-1', label: 'Hurts' },
  { value: '-2', label: 'Strongly hurts' },
];

const signs: Readonly<Record<string, string>> = {
  '2': '++',
  '1': '+',
  '0': '0',
  '-1': '−',
  '-2': '−−',
};

/** A strength in a word. */
export function strengthInWords(strength: number): string {
  return strengthLabels.find(({ value }) => value === String(strength))?.label ?? '';
}

/** A strength as a sign for a narrow cell. */
export function strengthSign(strength: number): string {
  return signs[String(strength)] ?? '';
}
