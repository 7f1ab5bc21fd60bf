import { useAddressState } from '../navigation/use-address-state.ts';
import { useShortcut } from '../shortcut/use-shortcut.ts';

/**
 * Whether the dialog for something new is open. It stands in the address (`?new=true`), so that the
 * command palette opens it from any page; `c` opens it on its own.
 */
export function useAdding(
  label: string,
  mayAdd: boolean,
): [isAdding: boolean, setAdding: (isAdding: boolean) => void] {
  const [isAsked, setAdding] = useAddressState('new', false, isFlag);
  useShortcut({ keys: 'c', label, run: () => setAdding(true), enabled: mayAdd });
  return [isAsked && mayAdd, setAdding];
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
