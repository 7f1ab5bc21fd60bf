import { identity } from '@evenkeel/contract/identity';
import { type SidebarView, workspaces } from '@evenkeel/contract/workspaces';
import type { WorkspaceId } from '@evenkeel/core/id';
import type { Module } from '@evenkeel/core/workspaces/module';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { IdeaPanel } from '../features/initiatives/components/idea-panel.tsx';
import { InboxBell } from '../features/notifications/components/inbox-bell.tsx';
import { MovesQuestionPanel } from '../features/schedules/components/moves-question-panel.tsx';
import { TimerChip, TimerShortcuts } from '../features/time/components/timer-chip.tsx';
import { callApi } from '../lib/api-client.ts';
import { followChanges } from '../lib/live-changes.ts';
import { moduleOf } from '../lib/modules.ts';
import { useApi } from '../lib/queries.ts';
import { type Session, SessionContext } from '../lib/session.ts';
import { OffAddressContext } from '../ui/navigation/off-address.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { LoadingState } from '../ui/states/loading-state.tsx';
import { navigationWithout } from './navigation.ts';
import { searchEverythingBut } from './search-everything.ts';
import { BeginningCommands } from './shell/beginning-commands.tsx';
import { PageOrOff } from './shell/page-or-off.tsx';
import { Shell } from './shell/shell.tsx';

const timerAtSide = <TimerChip place="side" />;
const chipsInBar = (
  <>
    <TimerChip place="bar" />
    <InboxBell />
  </>
);

/** The frame round signed-in pages. A visitor is sent to where they can sign in, and back afterwards. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const found = useApi(identity.session, {}, { subjects: ['workspace', 'member'] });
  const client = useQueryClient();
  const isSignedIn = Boolean(found.data?.member);
  const sidebar = useApi(
    workspaces.sidebar,
    {},
    {
      subjects: ['workspace', 'member'],
      enabled: isSignedIn && found.data?.member?.role !== 'client',
    },
  ).data;
  const current = useMemo(() => sessionOf(found.data, sidebar), [found.data, sidebar]);
  const [session, setSession] = useState(current);
  // One that has ended stays on screen until the browser leaves, so that it can ask about unsaved text.
  if (current && current !== session) setSession(current);
  const elsewhere =
    found.data && !sessionOf(found.data, nothingOff) ? entranceFor(found.data) : null;
  const workspaceId = session?.workspace.id;
  const modulesOff = session?.modulesOff;
  const frame = useMemo(() => frameWithout(modulesOff ?? []), [modulesOff]);
  useEffect(() => {
    if (elsewhere) window.location.replace(elsewhere);
  }, [elsewhere]);
  useEffect(() => (workspaceId ? followChanges(client) : undefined), [client, workspaceId]);

  if (found.error && !session) {
    return (
      <ErrorState title="Evenkeel could not be opened" onRetry={() => void found.refetch()}>
        <p>{found.error.message}</p>
      </ErrorState>
    );
  }
  if (!session) return <LoadingState />;
  return (
    <SessionContext value={session}>
      <OffAddressContext value={frame.isOff}>
        <Shell
          workspaceName={session.workspace.name}
          member={{
            id: session.member.personId ?? session.member.id,
            name: session.user.name,
            email: session.user.email,
          }}
          navigation={frame.navigation}
          searchRecords={frame.search}
          foldedGroups={sidebar?.foldedGroups ?? noGroups}
          workspaces={session.workspaces.map(({ id, name }) => ({
            id,
            name,
            isOpen: id === session.workspace.id,
          }))}
          onOpenWorkspace={openWorkspace}
          onSignOut={signOut}
          sideSlot={timerAtSide}
          barSlot={chipsInBar}
        >
          <PageOrOff>{children}</PageOrOff>
          <TimerShortcuts />
          <BeginningCommands />
          <IdeaPanel />
        </Shell>
        <MovesQuestionPanel />
      </OffAddressContext>
    </SessionContext>
  );
}

/** A visitor is told apart from somebody whose sidebar is not here yet. */
const nothingOff: SidebarView = { modulesOff: [], foldedGroups: [] };
const noGroups: readonly string[] = [];

/** What the frame shows while some parts are switched off. */
function frameWithout(modulesOff: readonly Module[]) {
  const isOff = (href: string) => {
    const module = moduleOf(href);
    return module !== null && modulesOff.includes(module);
  };
  return {
    isOff,
    navigation: navigationWithout(isOff),
    search: searchEverythingBut(modulesOff),
  };
}

type Found = Awaited<ReturnType<typeof callApi<typeof identity.session>>>;

function sessionOf(found: Found | undefined, sidebar: SidebarView | undefined): Session | null {
  if (!found?.user || !found.workspace || !found.member || !sidebar) return null;
  if (found.member.role === 'client') return null;
  const { user, workspace, member, workspaces } = found;
  return { user, workspace, member, workspaces, modulesOff: sidebar.modulesOff };
}

/** Where somebody without a session in this workspace can begin. */
function entranceFor(found: Found): string {
  if (found.isSetUpNeeded) return '/set-up';
  if (found.member?.role === 'client') return '/portal';
  const here = `${window.location.pathname}${window.location.search}`;
  return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`;
}

/** The page is loaded anew: nothing of the one workspace may be left on screen in the other. */
async function openWorkspace(id: string): Promise<void> {
  // The ids of the menu are those of the session's own list.
  await callApi(identity.openWorkspace, { body: { workspaceId: id as WorkspaceId } });
  window.location.replace('/');
}

async function signOut(): Promise<void> {
  await callApi(identity.signOut);
  window.location.replace('/sign-in');
}
