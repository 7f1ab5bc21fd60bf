import type { ComponentType } from 'react';

/** One page: its path, and the code that is fetched when somebody goes there. */
export type PageRoute = {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
};
