// Who may import whom, as tables. `npm run check:architecture` prints each import that breaks a row,
// with the row's reason. Imports of types alone count only where a row says so.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages: which workspaces and npm packages each may import, in code and in types. */
const packages = {
  core: {
    workspaces: ['core'],
    npm: ['intl-messageformat', 'rrule-temporal', 'saxes', 'temporal-polyfill'],
  },
  contract: { workspaces: ['core', 'contract'], npm: ['zod'] },
  server: { workspaces: ['core', 'contract', 'server'], npm: 'any' },
  web: { workspaces: ['core', 'contract', 'web'], npm: 'any' },
  e2e: { workspaces: ['core', 'contract', 'e2e'], npm: 'any' },
};

/** What core may not name, since it would stop being the same everywhere and every time. */
const impure = [/\bDate\.now\b/, /\bnew Date\(/, /\bMath\.random\b/, /\bcrypto\b/, /\bprocess\./];

/** Roles of files in server/src/features: the siblings each may import by value. */
const serverRoles = {
  routes: ['service', 'presenter'],
  jobs: ['service'],
  service: ['repository', 'policy'],
  repository: [],
  policy: [],
  presenter: [],
};

/** Libraries that stay behind one wall: where each may be imported by value. */
const walls = [
  {
    npm: 'kysely',
    package: 'server',
    inside: [
      /^server\/src\/platform\/db\//,
      /\/repository\.ts$/,
      /^server\/src\/schema\//,
      /^server\/src\/features\/identity\/(database|better-auth)\.ts$/,
      /^server\/src\/platform\/http\/operations\.ts$/,
    ],
  },
  { npm: 'fastify', package: 'server', inside: [/^server\/src\/platform\/http\//] },
  {
    npm: '@tanstack/react-query',
    package: 'web',
    inside: [/\/api\.ts$/, /^web\/src\/app\//, /^web\/src\/lib\//, /^web\/src\/main\.tsx$/],
  },
];

const webLayers = ['lib', 'ui', 'features', 'app'];

const files = ['core/src', 'contract/src', 'server/src', 'web/src', 'e2e'].flatMap(sourceFiles);
const importsOf = new Map(files.map((file) => [file, readImports(file)]));
const faults = [...files.flatMap(faultsOf), ...cycles()];

for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} imports that break the architecture`);
process.exitCode = faults.length === 0 ? 0 : 1;

function faultsOf(file) {
  const isTest = /\.(test|fixture|spec)\.tsx?$/.test(file) || /\/test\//.test(file);
  const own = file.split('/')[0];
  const found = [];
  if (own === 'core' && !isTest) found.push(...impurities(file));
  if (isTest) return found.map((reason) => `${file}: ${reason}`);
  for (const target of importsOf.get(file)) {
    const reason =
      packageFault(own, target) ??
      wallFault(file, own, target) ??
      (own === 'server'
        ? serverFault(file, target)
        : own === 'web'
          ? webFault(file, target)
          : null);
    if (reason) found.push(`imports ${target.name}: ${reason}`);
  }
  return found.map((reason) => `${file}: ${reason}`);
}

function impurities(file) {
  const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return impure
    .filter((pattern) => pattern.test(code))
    .map((pattern) => `core is pure, but this matches ${pattern}`);
}

function packageFault(own, target) {
  const allowed = packages[own];
  if (target.workspace)
    return allowed.workspaces.includes(target.workspace)
      ? null
      : `${own} may not import ${target.workspace}`;
  if (target.file || allowed.npm === 'any') return null;
  return allowed.npm.includes(target.package) ? null : `${own} may import no such package`;
}

function wallFault(file, own, target) {
  const wall = walls.find((row) => row.package === own && row.npm === target.package);
  if (!wall || target.isType || wall.inside.some((pattern) => pattern.test(file))) return null;
  return 'this library is used in one place only';
}

function serverFault(file, target) {
  if (!target.file) return null;
  const from = featureOf(file);
  const to = featureOf(target.file);
  if (file.startsWith('server/src/platform/') && target.file.startsWith('server/src/features'))
    return 'the platform knows no feature';
  if (!from || !to || target.isType) return null;
  const fromNoun = from.folder.split('/')[0];
  const toNoun = to.folder.split('/')[0];
  if (fromNoun !== toNoun)
    return to.role === 'service' ? null : 'another feature only through its service';
  const allowed = serverRoles[from.role];
  if (!allowed || !(to.role in serverRoles) || from.folder !== to.folder) return null;
  return allowed.includes(to.role) ? null : `${from.role} may not import ${to.role}`;
}

function webFault(file, target) {
  if (!target.file) return null;
  const [, , fromLayer] = file.split('/');
  const [, , toLayer] = target.file.split('/');
  const from = webLayers.indexOf(fromLayer);
  const to = webLayers.indexOf(toLayer);
  if (from < 0 || to < 0) return null;
  if (to > from) return `${fromLayer} stands below ${toLayer}`;
  if (fromLayer === 'ui' && toLayer === 'lib' && !target.isType)
    return 'ui fetches nothing and knows no session';
  if (fromLayer !== 'features' || toLayer !== 'features') return null;
  if (file.split('/')[3] === target.file.split('/')[3] || target.isType) return null;
  return /\/api\.ts$|-(picker|link|panel)\.tsx$/.test(target.file)
    ? null
    : 'another feature only by its api or a component named *-picker, *-link or *-panel';
}

function featureOf(file) {
  const match = /^server\/src\/features\/(.+)\/([\w-]+)\.ts$/.exec(file);
  return match ? { folder: match[1], role: match[2] } : null;
}

/** Circles of imports by value, each named once. */
function cycles() {
  const state = new Map();
  const found = [];
  const visit = (file, path) => {
    state.set(file, 'open');
    for (const target of importsOf.get(file) ?? []) {
      if (!target.file || target.isType || target.isLazy) continue;
      if (state.get(target.file) === 'open') {
        const circle = [...path.slice(path.indexOf(target.file)), target.file];
        found.push(`${file}: a circle of imports: ${circle.join(' → ')}`);
      } else if (!state.has(target.file)) visit(target.file, [...path, target.file]);
    }
    state.set(file, 'done');
  };
  for (const file of files) if (!state.has(file)) visit(file, [file]);
  return found;
}

function readImports(file) {
  const code = readFileSync(join(root, file), 'utf8');
  const pattern =
    /^\s*(import|export)\s+(type\s+)?([^'"`;]*?from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...code.matchAll(pattern)].map((match) => {
    const name = match[4] ?? match[5];
    const names = (match[3] ?? '').replace(/from\s+$/, '').trim();
    const isBracedTypes =
      /^\{/.test(names) &&
      names
        .slice(1, -1)
        .split(',')
        .filter((part) => part.trim() !== '')
        .every((part) => /^\s*type\s/.test(part));
    return {
      name,
      isType: Boolean(match[2]) || isBracedTypes,
      isLazy: Boolean(match[5]),
      ...resolved(file, name),
    };
  });
}

function resolved(file, name) {
  if (name.startsWith('.')) return { file: posix.join(dirname(file), name) };
  const workspace = /^@evenkeel\/([a-z0-9]+)(?:\/(.*))?$/.exec(name);
  if (workspace)
    return { workspace: workspace[1], file: `${workspace[1]}/src/${workspace[2] ?? 'index'}.ts` };
  const parts = name.split('/');
  return { package: name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0] };
}

function sourceFiles(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.tsx?$/.test(entry.name) &&
        !entry.parentPath.includes('node_modules') &&
        !/[/\\]dist([/\\]|$)/.test(entry.parentPath),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
