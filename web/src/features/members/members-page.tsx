import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useInvitations, useMembers } from './api.ts';
import { InvitationList } from './components/invitation-list.tsx';
import { InviteModal } from './components/invite-modal.tsx';
import { MemberList } from './components/member-list.tsx';

/** Everybody with a login; inviting and changing them for those who administer. */
export function MembersPage() {
  const mayInvite = useMay('administer');
  const members = useMembers();
  const invitations = useInvitations(mayInvite);
  const [isInviting, setIsInviting] = useAdding('Invite a member', mayInvite);
  const waiting = invitations.data?.rows ?? [];
  return (
    <Page
      title="Settings"
      tabs={settingsTabs('/settings/members')}
      primary={
        mayInvite ? (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setIsInviting(true)}>
            Invite
          </Button>
        ) : null
      }
    >
      <Loaded found={members} what="the members">
        {({ rows }) => (
          <Section title="Members" note="Who can sign in to this workspace, and what they may do.">
            <MemberList members={rows} />
          </Section>
        )}
      </Loaded>
      {waiting.length > 0 ? (
        <Section title="Invited" note="Not here yet.">
          <InvitationList invitations={waiting} />
        </Section>
      ) : null}
      {isInviting ? <InviteModal onClose={() => setIsInviting(false)} /> : null}
    </Page>
  );
}
