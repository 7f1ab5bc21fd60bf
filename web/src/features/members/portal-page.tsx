import { Button } from '@mantine/core';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { signOut, useVisitor } from '../identity/api.ts';

/** A client user has no page of the firm; their firm's portal opens for them by invitation. */
export function PortalPage() {
  const visitor = useVisitor();
  const firm = visitor.data?.workspace?.name ?? 'the firm you work with';
  const leave = async () => {
    await signOut();
    window.location.replace('/sign-in');
  };
  return (
    <Entrance
      title="Your portal is not open yet"
      lead={`You are signed in${visitor.data?.user ? ` as ${visitor.data.user.email}` : ''}. As soon as ${firm} shares something with you, you see it here.`}
    >
      <Button variant="default" fullWidth onClick={() => void leave()}>
        Sign out
      </Button>
    </Entrance>
  );
}
