import { useEffect, useState } from 'react';

/** What the canvas paints with: the values of the product's colours, which it cannot name itself. */
export type GanttColours = {
  readonly rest: string;
  readonly gridLine: string;
  readonly today: string;
  readonly slack: string;
  readonly baseline: string;
  readonly scenario: string;
  readonly deadline: string;
  readonly ghost: string;
  readonly link: string;
  readonly critical: string;
  readonly broken: string;
};

const tokens: Record<keyof GanttColours, string> = {
  rest: '--surface-sunken',
  gridLine: '--grid-line',
  today: '--accent',
  slack: '--neutral-mark',
  baseline: '--border-control',
  scenario: '--accent',
  deadline: '--text-2',
  ghost: '--neutral-mark',
  link: '--neutral-mark',
  critical: '--text',
  broken: '--warn',
};

/** The colours as they stand, read again when the scheme changes. */
export function useGanttColours(): GanttColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const observer = new MutationObserver(() => setColours(readColours()));
    const attributeFilter = ['data-mantine-color-scheme'];
    observer.observe(document.documentElement, { attributes: true, attributeFilter });
    return () => observer.disconnect();
  }, []);
  return colours;
}

function readColours(): GanttColours {
  const style = getComputedStyle(document.documentElement);
  const read = (token: string) => style.getPropertyValue(token).trim();
  // The same names as in the table.
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, read(token)]),
  ) as GanttColours;
}
