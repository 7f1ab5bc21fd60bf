/** How well somebody can do something, from 1 (is learning it) to 4 (teaches it). */
export const skillLevels = [1, 2, 3, 4] as const;
/** How well somebody can do something. */
export type SkillLevel = (typeof skillLevels)[number];

/** The levels in words, as people judge themselves and each other. */
export const skillLevelWords: Readonly<Record<SkillLevel, string>> = {
  1: 'Is learning it',
  2: 'Does it with help',
  3: 'Does it alone',
  4: 'Teaches it',
};

/** Whether a number is a level. */
export function isSkillLevel(value: number): value is SkillLevel {
  return skillLevels.some((level) => level === value);
}
