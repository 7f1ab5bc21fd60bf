import { largestLogo, type PortalFace } from '@evenkeel/contract/branding';
import { imageTypeOf } from '@evenkeel/core/files/image-type';
import type { WorkspaceId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { asVisitor } from '../../platform/db/visitor.ts';
import * as repository from './repository.ts';

export type { FaceRecord } from './repository.ts';

export function getBranding(scope: Scope) {
  return repository.findBranding(scope);
}

export async function setAccent(scope: Scope, version: number, accent: string | null) {
  await repository.setAccent(scope, version, accent);
  return getBranding(scope);
}

/** Keeps a picture as the firm's logo: what it is says its content, never its name. */
export async function putLogo(scope: Scope, bytes: Uint8Array) {
  if (bytes.byteLength > largestLogo)
    throw new AppError('too-large', 'A logo may hold at most 512 KB. Save it in a smaller size.');
  const imageType = imageTypeOf(bytes);
  if (imageType === null)
    throw new AppError('unsupported-media', 'A logo is a PNG, JPEG, GIF or WebP picture.');
  await repository.putLogo(scope, { image_type: imageType, content: Buffer.from(bytes) });
  return getBranding(scope);
}

export async function removeLogo(scope: Scope) {
  await repository.removeLogo(scope);
  return getBranding(scope);
}

/** What the door of a portal shows of its firm. */
export async function getFace(database: Database, id: WorkspaceId): Promise<repository.FaceRecord> {
  const face = await asVisitor(database, (tx) => repository.findFace(tx, id));
  if (!face) throw new AppError('not-found');
  return face;
}

export async function getLogo(database: Database, id: WorkspaceId) {
  const logo = await asVisitor(database, (tx) => repository.findLogo(tx, id));
  if (!logo) throw new AppError('not-found');
  return logo;
}

/** The logo's address changes with the logo, so that browsers may keep what they have. */
export function faceOf(id: WorkspaceId, face: repository.FaceRecord): PortalFace {
  const changed = face.logo_changed_at?.getTime();
  return {
    workspaceId: id,
    name: face.name,
    accent: face.accent,
    logo: changed === undefined ? null : `/api/v1/portal-faces/${id}/logo?v=${changed}`,
  };
}
