import { type RefObject, useEffect, useState } from 'react';

/** How far beyond the view things are drawn already, so that scrolling finds them there. */
const reach = 900;

/**
 * Whether the element is in view or close to it. What costs much to draw waits for that. A field that
 * is being edited keeps its element near, so that what is typed survives scrolling away.
 */
export function useNear(element: RefObject<HTMLElement | null>, isNearFirst: boolean): boolean {
  const [isNear, setNear] = useState(isNearFirst);
  useEffect(() => {
    const found = element.current;
    if (!found) return;
    return watch(found, (now) => setNear((before) => now || (before && isEdited(found))));
  }, [element]);
  return isNear;
}

type Watcher = {
  readonly observer: IntersectionObserver;
  readonly tell: Map<Element, (isNear: boolean) => void>;
};

/** One observer for all elements of a scroller. */
const watchers = new WeakMap<Element | Document, Watcher>();

function watch(element: Element, tell: (isNear: boolean) => void): () => void {
  const root = scrollerOf(element);
  const watcher = watchers.get(root) ?? watcherOf(root);
  watchers.set(root, watcher);
  watcher.tell.set(element, tell);
  watcher.observer.observe(element);
  return () => {
    watcher.tell.delete(element);
    watcher.observer.unobserve(element);
  };
}

function watcherOf(root: Element | Document): Watcher {
  const tell: Watcher['tell'] = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tell.get(target)?.(isIntersecting);
    },
    { root, rootMargin: `${reach}px 0px` },
  );
  return { observer, tell };
}

function scrollerOf(element: Element): Element | Document {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document;
}

function isEdited(element: Element): boolean {
  return element.querySelector('input, textarea') !== null;
}
