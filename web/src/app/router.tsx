import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { CrashState } from '../ui/states/error-boundary.tsx';
import { NotFoundState } from '../ui/states/not-found-state.tsx';

/** One page: its path, and the code that is fetched when somebody goes there. */
type PageRoute = {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
};

/** Every address of the product. Parameters (`$dealId`) are read with `usePathParameter`. */
const pages: readonly PageRoute[] = [];

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <NotFoundState />,
  errorComponent: ({ reset }) => <CrashState onRetry={reset} />,
});

export const router = createRouter({
  routeTree: root.addChildren(pages.map((page) => pageRoute(page, root))),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

function pageRoute(page: PageRoute, parent: AnyRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
  });
}
