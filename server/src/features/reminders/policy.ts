import { dayAndMonth } from '@evenkeel/core/calendar-words';
import type { Clash } from '@evenkeel/core/capacity/clash';

/** Allocations that make the key of a clash; more of them are the same clash. */
const mostKeyed = 5;

/** Under which nobody hears of a clash twice: whose it is, of what kind, and what takes part in it. */
export function clashKey({ personId, kind, allocationIds }: Clash): string {
  const ids = [...allocationIds].sort().slice(0, mostKeyed);
  return ['clash', kind, personId, ...ids].join(':');
}

/** What is said of a clash. */
export function clashWords(
  { kind, from, to, overMinutes }: Clash,
  names: { readonly person: string; readonly projects: readonly string[] },
): { readonly title: string; readonly body: string } {
  const hours = `${Math.round((overMinutes / 60) * 10) / 10} h`;
  const when =
    from === to ? `on ${dayAndMonth(from)}` : `from ${dayAndMonth(from)} to ${dayAndMonth(to)}`;
  const what: Record<Clash['kind'], string> = {
    'over-allocated': `${names.person} has ${hours} too many ${when}`,
    'on-leave': `${names.person} is on leave ${when}, with ${hours} planned`,
    'not-employed': `${names.person} is not here ${when}, with ${hours} planned`,
  };
  return { title: what[kind], body: names.projects.join(', ') };
}
