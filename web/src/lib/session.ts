import { permissions, type Right } from '@evenkeel/contract/endpoint';
import type { SessionView } from '@evenkeel/contract/identity';
import type { Module } from '@evenkeel/core/workspaces/module';
import { createContext, useContext } from 'react';

/** Who is signed in and where, once both are certain. */
export type Session = {
  readonly user: NonNullable<SessionView['user']>;
  readonly workspace: NonNullable<SessionView['workspace']>;
  readonly member: NonNullable<SessionView['member']>;
  readonly workspaces: SessionView['workspaces'];
  /** Parts of the product that this workspace has switched off (XC-04). */
  readonly modulesOff: readonly Module[];
};

/** Given by the frame round every signed-in page. */
export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only within the frame of signed-in pages. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('used outside of the signed-in pages');
  return session;
}

/** Whether the signed-in member may do what needs `wanted`. */
export function useMay(wanted: Right): boolean {
  const { member } = useSession();
  return permissions.indexOf(wanted) <= permissions.indexOf(member.permission);
}

/** Whether a part of the product that can be switched off is on. */
export function useIsOn(module: Module): boolean {
  return !useSession().modulesOff.includes(module);
}
