import { useEffect, useRef } from 'react';
import { registerShortcut } from './shortcut-registry.ts';

type ShortcutOptions = {
  /** `c`, a chord (`mod+k`) or two keys in a row (`g d`). */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  readonly group?: string;
  readonly enabled?: boolean;
};

/**
 * Makes a shortcut work while the component is shown. Single keys are ignored while somebody types
 * or a dialog is open. Everything registered stands in the `?` sheet.
 */
export function useShortcut(options: ShortcutOptions): void {
  const { keys, label, run, group = 'This page', enabled = true } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    return registerShortcut({ keys, label, group, run: () => latest.current() });
  }, [keys, label, group, enabled]);
}

/** An action without keys of its own that the command palette offers while the component is shown. */
export function useCommand(options: Omit<ShortcutOptions, 'keys'>): void {
  useShortcut({ ...options, keys: '' });
}
