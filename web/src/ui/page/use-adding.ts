import { useEffect, useState } from 'react';
import { useAddressState } from '../navigation/use-address-state.ts';
import { useShortcut } from '../shortcut/use-shortcut.ts';

/**
 * Whether the dialog for something new is open. `c` opens it, and so does coming with `?new=true`, which
 * is how the command palette opens it from any page.
 */
export function useAdding(
  label: string,
  mayAdd: boolean,
): [isAdding: boolean, setAdding: (isAdding: boolean) => void] {
  const [isAdding, setAdding] = useState(false);
  const [isAsked, setAsked] = useAddressState('new', false, isFlag);
  useShortcut({ keys: 'c', label, run: () => setAdding(true), enabled: mayAdd });
  useEffect(() => {
    if (!isAsked) return;
    // Taken out of the address at once: going back to this page must not ask again.
    setAsked(false);
    setAdding(true);
  }, [isAsked, setAsked]);
  return [isAdding && mayAdd, setAdding];
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
