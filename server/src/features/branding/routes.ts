import { Readable } from 'node:stream';
import { brandings } from '@evenkeel/contract/branding';
import type { Scope } from '../../platform/db/scope.ts';
import { implement, type Platform, type Route } from '../../platform/http/implement.ts';
import * as service from './service.ts';

export function brandingRoutes({ database }: Platform): readonly Route[] {
  return implement(brandings, {
    get: async ({ scope }) => present(scope, await service.getBranding(scope)),
    update: async ({ scope, body, version }) =>
      present(scope, await service.setAccent(scope, version, body.accent)),
    putLogo: async ({ scope, body }) => present(scope, await service.putLogo(scope, body)),
    removeLogo: async ({ scope }) => present(scope, await service.removeLogo(scope)),
    face: async ({ params }) =>
      service.faceOf(params.workspaceId, await service.getFace(database, params.workspaceId)),
    logo: async ({ params, reply }) => {
      const { image_type, content } = await service.getLogo(database, params.workspaceId);
      reply.header('content-type', image_type);
      reply.header('content-length', String(content.byteLength));
      reply.header('content-security-policy', `default-src 'none'; sandbox`);
      reply.header('x-content-type-options', 'nosniff');
      reply.header('cache-control', 'public, max-age=86400');
      return Readable.from([content]);
    },
  });
}

function present(scope: Scope, branding: Awaited<ReturnType<typeof service.getBranding>>) {
  return { ...service.faceOf(scope.workspaceId, branding), version: branding.version };
}
