/** The colours of tags: names of steady hues, told apart in light and in dark. */
export const tagColours = [
  'grey',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
] as const;

export type TagColour = (typeof tagColours)[number];
