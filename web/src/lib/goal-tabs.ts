/** The views of goals, each with its own address. */
export function goalTabs(active: 'list' | 'matrix' | 'map' | 'ladders') {
  return [
    { label: 'List', href: '/goals', active: active === 'list' },
    { label: 'Matrix', href: '/goals/matrix', active: active === 'matrix' },
    { label: 'Map', href: '/goals/map', active: active === 'map' },
    { label: 'Why-ladders', href: '/goals/ladders', active: active === 'ladders' },
  ];
}
