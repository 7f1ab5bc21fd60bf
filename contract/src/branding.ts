import type { WorkspaceId } from '@evenkeel/core/id';
import { z } from 'zod';
import { bytes, endpoint } from './endpoint.ts';
import { id, version } from './scalars.ts';

/** The most that a logo may hold, in bytes: 512 KiB. */
export const largestLogo = 512 * 1024;

/** An accent colour as `#rrggbb`, in lower case. */
export const accent = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b5d4e');

/** What a client sees of the firm itself: its name, its colour, its logo. */
export const portalFace = z.object({
  workspaceId: id<WorkspaceId>(),
  name: z.string(),
  accent: accent.nullable().describe('Null: the colour of Evenkeel.'),
  logo: z.string().nullable().describe('The address of the logo; another one when it changes.'),
});
/** What a client sees of the firm itself. */
export type PortalFace = z.infer<typeof portalFace>;

const branding = portalFace.extend({ version });
const workspaceParams = z.object({ workspaceId: id<WorkspaceId>() });

/** How the firm looks to its clients: in the portal, at its door and in letters (CL-15). */
export const brandings = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/branding',
    permission: 'read',
    summary: 'How the firm looks to its clients.',
    output: branding,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/branding',
    permission: 'administer',
    summary: 'Choose the accent colour of the portal; null for that of Evenkeel.',
    ifMatch: true,
    body: z.object({ accent: accent.nullable() }),
    output: branding,
  }),
  putLogo: endpoint({
    method: 'PUT',
    path: '/api/v1/branding/logo',
    permission: 'administer',
    summary:
      'Set the logo: a PNG, JPEG, GIF or WebP of at most 512 KB (the body, as application/octet-stream).',
    body: z.instanceof(Uint8Array, { error: 'must be the bytes of the picture' }),
    output: branding,
  }),
  removeLogo: endpoint({
    method: 'DELETE',
    path: '/api/v1/branding/logo',
    permission: 'administer',
    summary: 'Take the logo away.',
    output: branding,
  }),
  face: endpoint({
    method: 'GET',
    path: '/api/v1/portal-faces/:workspaceId',
    permission: 'public',
    summary: 'How a firm looks to its clients, for the door of its portal.',
    params: workspaceParams,
    output: portalFace,
  }),
  logo: endpoint({
    method: 'GET',
    path: '/api/v1/portal-faces/:workspaceId/logo',
    permission: 'public',
    summary: 'The logo of a firm.',
    params: workspaceParams,
    output: bytes,
  }),
};
