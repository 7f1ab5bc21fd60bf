/** The views of logged time, each with its address. */
export function timeTabs(
  active: 'week' | 'timesheets' | 'entries' | 'hours' | 'estimates' | 'statement',
) {
  return [
    { label: 'Week', href: '/time', active: active === 'week' },
    { label: 'Timesheets', href: '/time/timesheets', active: active === 'timesheets' },
    { label: 'Entries', href: '/time/entries', active: active === 'entries' },
    { label: 'Hours', href: '/time/hours', active: active === 'hours' },
    { label: 'Estimates', href: '/time/estimates', active: active === 'estimates' },
    { label: 'Statement', href: '/time/statement', active: active === 'statement' },
  ];
}
