import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './paths.mjs';

/** In the record of a CI run colour codes are only in the way. */
const isTerminal = process.stdout.isTTY === true;
const colourless = isTerminal ? [] : ['--colors=off'];

/**
 * All checks, one after the other and to the end, whatever fails on the way. `suite` marks those
 * that count their own tests; each of the others counts as one. `minutes` end what hangs, with room
 * for a slow machine.
 */
const steps = [
  { name: 'format and lint', program: 'biome', parameters: ['ci', '.', ...colourless], minutes: 4 },
  {
    name: 'types',
    program: 'tsc',
    parameters: ['-b', '--checkers', '1', '--builders', '2'],
    minutes: 8,
  },
  { name: 'architecture', script: 'tools/check-architecture.mjs', minutes: 2 },
  { name: 'API reference', script: 'tools/api-reference.mjs', parameters: ['--check'], minutes: 2 },
  { name: 'unit, property and HTTP tests', suite: [], minutes: 30 },
  { name: 'browser journeys', suite: ['--config', 'e2e/vitest.config.ts'], minutes: 30 },
  { name: 'durability', script: 'tools/durability.mjs', parameters: ['--short'], minutes: 6 },
];

requireNode();
prepare();
const results = mkdtempSync(join(tmpdir(), 'evenkeel-results-'));
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const started = Date.now();
  console.log(`\n── ${step.name}`);
  const { passed, failed } = step.suite === undefined ? runCheck(step) : runSuite(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${step.name}: ${failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
}
rmSync(results, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function prepare() {
  try {
    ensureInstalled({ withDevelopment: true });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
}

function runCheck(step) {
  const script = step.script ?? binary(step.program);
  const failed = run(script, step.parameters ?? [], step.minutes) ? 0 : 1;
  return { passed: 1 - failed, failed };
}

function runSuite(step) {
  const report = join(results, `${step.name}.json`);
  const parameters = ['run', ...step.suite, '--reporter=default', '--reporter=json'];
  const ended = run(binary('vitest'), [...parameters, `--outputFile.json=${report}`], step.minutes);
  const counted = readReport(report);
  // An error outside of any test (a setup, a forgotten promise) has no test to its name.
  if (!ended && counted.failed === 0) counted.failed = 1;
  return counted;
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(script, parameters, minutes) {
  const environment = { ...process.env };
  // "production" would bring React without its tools for tests, and a server that says less.
  delete environment.NODE_ENV;
  if (!isTerminal) environment.NO_COLOR = '1';
  const { status, error } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
  });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

/** The script behind a program of `node_modules/.bin`. */
function binary(name) {
  const packages = { biome: '@biomejs/biome', tsc: 'typescript', vitest: 'vitest' };
  const folder = join(root, 'node_modules', packages[name]);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
