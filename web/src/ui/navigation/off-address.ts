import { createContext, useContext } from 'react';

/** Whether an address leads nowhere, since its part of the product is switched off. */
export const OffAddressContext = createContext<(href: string) => boolean>(() => false);

/** Tells addresses that lead nowhere from others. */
export function useOffAddress(): (href: string) => boolean {
  return useContext(OffAddressContext);
}
