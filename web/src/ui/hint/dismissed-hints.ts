const key = 'evenkeel-hints-put-away';

/** Whether somebody has put a hint away in this browser. */
export function isHintDismissed(id: string): boolean {
  return dismissedHints().includes(id);
}

/** Puts a hint away for good, as far as this browser remembers. */
export function dismissHint(id: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([...dismissedHints(), id])]));
  } catch {
    // A browser that keeps nothing shows the hint again next time; that does no harm.
  }
}

function dismissedHints(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
