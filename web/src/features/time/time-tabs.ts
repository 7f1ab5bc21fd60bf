/** The views of logged time, each with its address. */
export function timeTabs(active: 'week' | 'entries') {
  return [
    { label: 'Week', href: '/time', active: active === 'week' },
    { label: 'Entries', href: '/time/entries', active: active === 'entries' },
  ];
}
