import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as reports from '../fixtures/reports';
import * as sweeps from '../fixtures/sweeps';

const folder = join(process.cwd(), '../artifacts/web/pages');

/** The built page with data in it, as the tool writes it. */
export function filled(page: string, data: unknown): string {
  return page.replace('"wavetank-data"', () => JSON.stringify(data).replaceAll('<', '\\u003c'));
}

/** Where a fixture's page is. */
export function address(name: string): string {
  return pathToFileURL(join(folder, `${name}.html`)).href;
}

/** Writes a page for each fixture, before the tests. */
export default function write(): void {
  mkdirSync(folder, { recursive: true });
  const report = readFileSync('dist/report.html', 'utf8');
  for (const [name, data] of Object.entries(reports)) writeFileSync(join(folder, `${name}.html`), filled(report, data()));
  const sweep = readFileSync('dist/sweep.html', 'utf8');
  for (const [name, data] of Object.entries(sweeps)) writeFileSync(join(folder, `${name}.html`), filled(sweep, data()));
}
