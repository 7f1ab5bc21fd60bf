import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before, once the component is gone. For dialogs that are
 * mounted only while they are open: their own way of returning it needs to be told of the closing.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog has left the page and let go of the focus.
      requestAnimationFrame(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
}
