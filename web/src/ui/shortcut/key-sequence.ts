/** What a key press is, without the event: for matching and for tests. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/**
 * One key press as text: `c`, `?`, `mod+k`, `mod+shift+arrowdown`. `mod` is Ctrl, on Apple Cmd.
 * Shift is named only with keys that it does not already change.
 */
export function keyText(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const named = key.length > 1 || press.ctrlKey || press.metaKey;
  return [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && named ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

export type Match =
  | { readonly kind: 'run'; readonly keys: string }
  | { readonly kind: 'wait'; readonly pending: string }
  | { readonly kind: 'none' };

/** What a key press means after `pending` (`g` of `g d`), among the registered shortcuts. */
export function matchKeys(pending: string, pressed: string, registered: readonly string[]): Match {
  const both = pending ? `${pending} ${pressed}` : pressed;
  if (registered.includes(both)) return { kind: 'run', keys: both };
  if (registered.some((keys) => keys.startsWith(`${both} `)))
    return { kind: 'wait', pending: both };
  return pending ? matchKeys('', pressed, registered) : { kind: 'none' };
}
