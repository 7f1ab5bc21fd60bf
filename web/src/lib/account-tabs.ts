/** The views of the accounts, with the one that is open. */
export function accountTabs(open: 'list' | 'duplicates') {
  return [
    { label: 'List', href: '/accounts', active: open === 'list' },
    { label: 'Duplicates', href: '/accounts/duplicates', active: open === 'duplicates' },
  ];
}
