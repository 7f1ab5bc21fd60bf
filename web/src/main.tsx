import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { queryClient } from './lib/query-client.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element with the id root');

createRoot(element).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
