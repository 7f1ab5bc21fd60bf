import type { InvitationOffer } from '@evenkeel/contract/members';
import { useEffect, useState } from 'react';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { problemOf } from '../../ui/form/problem.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { showOffer } from './api.ts';
import { AcceptAsVisitor } from './components/accept-as-visitor.tsx';
import { AcceptSignedIn } from './components/accept-signed-in.tsx';
import { roleWords } from './model.ts';

type Found = { readonly offer: InvitationOffer } | { readonly refusal: string };

/** Behind an invitation link: what it offers, then a new login, or the one that is there. */
export function InvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    showOffer(token).then(
      (offer) => setFound({ offer }),
      (error: unknown) => setFound({ refusal: problemOf(error).title }),
    );
  }, [token]);
  if (found === null) return <Entrance title="Invitation" lead="Looking it up …" />;
  if ('refusal' in found) {
    return (
      <Entrance
        title="This invitation is closed"
        lead={found.refusal}
        below={<AppLink href="/sign-in">Go to signing in</AppLink>}
      />
    );
  }
  const { offer } = found;
  const lead = `${offer.invitedBy ?? 'Somebody'} invites ${offer.email} as ${roleWords[offer.role].label.toLowerCase()}.`;
  return (
    <Entrance title={`Join ${offer.workspaceName}`} lead={lead}>
      {offer.hasLogin ? (
        <AcceptSignedIn token={token} offer={offer} />
      ) : (
        <AcceptAsVisitor token={token} offer={offer} />
      )}
    </Entrance>
  );
}
