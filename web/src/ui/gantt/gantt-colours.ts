import { useEffect, useState } from 'react';

/** What the canvas paints with: the values of the product's colours, which it cannot name itself. */
export type GanttColours = {
  readonly rest: string;
  readonly gridLine: string;
  readonly rowLine: string;
  readonly today: string;
  readonly slack: string;
  readonly baseline: string;
  readonly scenario: string;
  readonly deadline: string;
  readonly missed: string;
  readonly constraint: string;
  readonly ghost: string;
  readonly link: string;
  readonly critical: string;
  readonly broken: string;
};

const tokens: Record<keyof GanttColours, string> = {
  rest: '--surface-sunken',
  gridLine: '--grid-line',
  rowLine: '--border-soft',
  today: '--accent',
  slack: '--neutral-mark',
  baseline: '--baseline-mark',
  scenario: '--accent',
  deadline: '--text-2',
  missed: '--bad',
  constraint: '--text-dim',
  ghost: '--neutral-mark',
  link: '--neutral-mark',
  critical: '--text',
  broken: '--warn',
};

/** The colours as they stand, read again when the scheme changes. */
export function useGanttColours(): GanttColours {
  return useTokenColours(tokens);
}

/**
 * Colours by the names of their tokens, for what is painted; read again when the scheme changes.
 * `names` should be a constant of the module.
 */
export function useTokenColours<Name extends string>(
  names: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const [colours, setColours] = useState(() => readColours(names));
  useEffect(() => {
    const observer = new MutationObserver(() => setColours(readColours(names)));
    const attributeFilter = ['data-mantine-color-scheme'];
    observer.observe(document.documentElement, { attributes: true, attributeFilter });
    return () => observer.disconnect();
  }, [names]);
  return colours;
}

function readColours<Name extends string>(names: Readonly<Record<Name, string>>) {
  const style = getComputedStyle(document.documentElement);
  const read = (token: string) => style.getPropertyValue(token).trim();
  // The same names as in the table.
  return Object.fromEntries(
    Object.entries<string>(names).map(([name, token]) => [name, read(token)]),
  ) as Record<Name, string>;
}
