import { useRouter } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';
import { useOffAddress } from './off-address.ts';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & { readonly href: string };

/**
 * A link inside the product: a real anchor (middle click, copy address) that opens without reload.
 * To a part that is switched off it is plain text, and as a button it is not there.
 */
export function AppLink({ href, onClick, onPointerEnter, ...rest }: AppLinkProps) {
  const router = useRouter();
  const isOff = useOffAddress()(href);
  // Mantine marks what it dresses as a button.
  if (isOff && 'data-variant' in rest) return null;
  if (isOff) return <span className={rest.className}>{rest.children}</span>;
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        // Only warms the code of the page; failing to is no matter. The path is checked at run time.
        void router.preloadRoute({ to: href as '/' }).catch(() => undefined);
      }}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event) || rest.target === '_blank') return;
        event.preventDefault();
        router.history.push(href);
      }}
    />
  );
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
