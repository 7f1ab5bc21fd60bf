/** How near to an edge scrolling begins, and how fast it gets, in pixels and pixels a frame. */
const reach = 40;
const fastest = 22;

/** How far to scroll in a frame with the pointer at a place between two edges: nothing well inside. */
export function edgeStep(
  at: number,
  edges: { readonly from: number; readonly to: number },
): number {
  const [before, after] = [edges.from + reach - at, at - (edges.to - reach)];
  const depth = Math.max(before, after);
  if (depth <= 0) return 0;
  const speed = Math.ceil(Math.min(1, depth / reach) * fastest);
  return before > after ? -speed : speed;
}

/**
 * Scrolls what a drag has come to the edge of. Whether anything moved: at the end of it nothing does.
 * @param inset width of what stands still at the left, such as names.
 */
export function scrollAtEdge(
  scroller: HTMLElement,
  place: { readonly x: number; readonly y: number },
  inset: number,
): boolean {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const before = [scroller.scrollLeft, scroller.scrollTop];
  scroller.scrollLeft += edgeStep(place.x, { from: left + inset, to: right });
  scroller.scrollTop += edgeStep(place.y, { from: top, to: bottom });
  return scroller.scrollLeft !== before[0] || scroller.scrollTop !== before[1];
}
