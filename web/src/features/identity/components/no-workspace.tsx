import { Button } from '@mantine/core';
import { Entrance } from '../../../ui/entrance/entrance.tsx';
import { signOut } from '../api.ts';

/** Somebody signed in whom no workspace lets in (any more). */
export function NoWorkspace({ email }: { readonly email: string }) {
  const leave = async () => {
    await signOut();
    window.location.reload();
  };
  return (
    <Entrance
      title="No workspace is open to you"
      lead={`You are signed in as ${email}. Ask an administrator of your firm for an invitation, or to switch your login on again.`}
    >
      <Button variant="default" fullWidth onClick={() => void leave()}>
        Sign out
      </Button>
    </Entrance>
  );
}
