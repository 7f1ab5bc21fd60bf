import { useEffect } from 'react';

/** Names the tab: `Deals · Evenkeel`. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Evenkeel` : 'Evenkeel';
  }, [title]);
}
