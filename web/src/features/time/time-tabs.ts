/** The views of logged time, each with its address. */
export function timeTabs(active: 'week' | 'entries' | 'timesheets') {
  return [
    { label: 'Week', href: '/time', active: active === 'week' },
    { label: 'Timesheets', href: '/time/timesheets', active: active === 'timesheets' },
    { label: 'Entries', href: '/time/entries', active: active === 'entries' },
  ];
}
