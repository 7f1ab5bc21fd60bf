import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../app-error.ts';

/** Serves the built web app; every address that is no file and no API call gets its index page. */
export async function mountWebFiles(http: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await http.register(serveFiles, {
      root: folder,
      // Looked up at each request: a new build changes the names of its files under a running server.
      wildcard: true,
      // A folder is no file: what is asked for there is a page.
      allowedPath: (path) => !path.endsWith('/'),
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        const isHashed = path.includes(`${folder}/assets/`);
        response.header(
          'cache-control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  http.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url);
    if (!isBuilt || !wantsPage)
      throw new AppError('not-found', `Nothing answers at ${request.url}.`);
    // What clients see is nothing for a search engine.
    if (/^\/(portal|shared)\b/.test(request.url)) reply.header('x-robots-tag', 'noindex, nofollow');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
