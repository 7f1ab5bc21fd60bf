import { useLayoutEffect, useRef, useState } from 'react';

type Calls = Readonly<Record<string, (...given: never[]) => unknown>>;

/** The same functions at every draw, calling those given last: a memoised row stays as it is. */
export function useSteady<Given extends Calls>(calls: Given): Given {
  const latest = useRef(calls);
  useLayoutEffect(() => {
    latest.current = calls;
  });
  const [steady] = useState(() => {
    const names = Object.keys(calls);
    const through = (name: string) => [
      name,
      (...given: never[]) => latest.current[name]?.(...given),
    ];
    // The same names, each with the arguments and the result of its own function.
    return Object.fromEntries(names.map(through)) as Given;
  });
  return steady;
}
