/** The views of what was logged. */
export function interactionTabs(active: 'list' | 'activity') {
  return [
    { label: 'Log', href: '/interactions', active: active === 'list' },
    { label: 'Sales activity', href: '/interactions/activity', active: active === 'activity' },
  ];
}
