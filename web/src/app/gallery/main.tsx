import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../providers.tsx';
import { Gallery } from './gallery.tsx';

/** The kit on one page in every state: for the eye, for screenshots and for axe. Never shipped. */
const root = createRootRoute({ component: Outlet });
const everything = createRoute({ getParentRoute: () => root, path: '$', component: Gallery });
const router = createRouter({ routeTree: root.addChildren([everything]) });

const element = document.getElementById('root');
if (!element) throw new Error('gallery.html has no element with the id root');

createRoot(element).render(
  <ThemeProvider>
    {/* The frame may write what a person likes; here nobody answers. */}
    <QueryClientProvider client={new QueryClient()}>
      {/* The product's router is registered as the type of all routers; this one only looks alike. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>
  </ThemeProvider>,
);
